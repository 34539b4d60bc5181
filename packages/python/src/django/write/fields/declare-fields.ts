import type { Table } from '@canonical-schema/schema';
import { isAtLeast } from '../../version';
import { columnField } from './column-field';
import type { DeclaredField, DeclaredFields, FieldHome, FieldProblem, FieldWriting } from './field-writing';
import type { Neighbours } from './generated-field';
import { KnownModels } from './known-models';
import { imported, positional, string } from './python-code';
import { modelsModule } from './type-fields';

/** The fields of a model for a new table: one for each column, with all that the table says about single columns. */
export function declareFields(table: Table, home: FieldHome, writing: FieldWriting): DeclaredFields {
  const fields: DeclaredField[] = [];
  const names = new Map<string, string>();
  const covered = new Set<object>(table.primaryKey === null ? [] : [table.primaryKey]);
  const problems: FieldProblem[] = [];
  const others = new Set(table.columns.map(({ name }) => name));
  const model = KnownModels.of(writing).modelOf(table);
  const neighbours: Neighbours = {
    fieldOf: (name) => model?.fieldOf(name) ?? null,
    typeOf: (name) => typeOf(table, name),
  };
  for (const column of table.columns) {
    const isTaken = (name: string): boolean =>
      [...names.values()].includes(name) || (name !== column.name && others.has(name));
    const answer = columnField({ column, table, home, isNewModel: true, name: null, neighbours, isTaken }, writing);
    if (answer.kind === 'none') problems.push({ why: answer.why, remedy: answer.remedy });
    if (answer.kind === 'implicit') names.set(column.name, answer.name);
    if (answer.kind !== 'field') continue;
    fields.push(answer.field);
    names.set(column.name, answer.field.name);
    for (const object of answer.covered) covered.add(object);
  }
  const key = compositeKey(table, names, writing);
  if (key !== null && 'why' in key) problems.push(key);
  else if (key !== null) fields.unshift(key);
  return { fields, names, covered, problems: [...problems, ...unsaidKeys(table)] };
}

/** The type of a table's column; undefined where it is not known. */
export function typeOf({ columns }: Pick<Table, 'columns'>, name: string): string | undefined {
  const type = columns.find((each) => each.name === name)?.type;
  return typeof type === 'string' ? type : undefined;
}

/** `pk = models.CompositePrimaryKey('tenant_id', 'number')`; null where the key is one column. */
function compositeKey(
  table: Table,
  names: ReadonlyMap<string, string>,
  { loaded }: FieldWriting,
): DeclaredField | FieldProblem | null {
  const { name, primaryKey } = table;
  if (primaryKey === null) {
    const remedy = 'Give the table a primary key in the SQL.';
    return { why: `${name} has no primary key, and every model of Django's has one.`, remedy };
  }
  if (primaryKey.columns.length === 1) return null;
  const { version } = loaded.project;
  if (!isAtLeast(version, 5, 2)) {
    return {
      why: `The primary key of ${name} has ${primaryKey.columns.length} columns, and CompositePrimaryKey needs Django 5.2 where this is ${version.major}.${version.minor}.`,
      remedy: 'Give the table a key of one column in the SQL.',
    };
  }
  const relations = new Set(table.foreignKeys.flatMap(({ columns }) => (columns.length === 1 ? columns : [])));
  const attributes = primaryKey.columns.map((column) => {
    const name = names.get(column) ?? column;
    return relations.has(column) ? `${name}_id` : name;
  });
  const args = attributes.map((name) => positional(string(name)));
  return {
    name: 'pk',
    column: null,
    code: { kind: 'call', callee: imported(modelsModule, 'CompositePrimaryKey'), args },
  };
}

/** Foreign keys over several columns, of which Django makes none. */
function unsaidKeys({ name, foreignKeys }: Table): readonly FieldProblem[] {
  return foreignKeys
    .filter(({ columns }) => columns.length > 1)
    .map(({ columns }) => ({
      why: `${name} has a foreign key over ${columns.join(', ')}, and Django makes none over several columns.`,
      remedy: 'Reference a key of one column in the SQL.',
    }));
}
