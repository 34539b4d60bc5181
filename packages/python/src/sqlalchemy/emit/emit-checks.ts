import { type Check, type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { CheckDescription, ColumnDescription } from '../description';
import type { TableEmission } from './emission';
import { normalizedText } from './emit-column';
import { isRefused, lost } from './refused';
import { settledName } from './settled-name';
import { isVarchar } from './type-text';

/** CHECKs of the table, of its columns, and of types that ask for one. */
export function emitChecks(emission: TableEmission): readonly Check[] {
  const { table } = emission;
  const written = [
    ...table.columns.flatMap((column) => column.checks.flatMap((check) => emitCheck(check, column, emission, column))),
    ...table.constraints.flatMap((constraint) =>
      constraint.kind === 'check' ? emitCheck(constraint, null, emission) : [],
    ),
  ];
  return [...written, ...table.columns.flatMap((column) => typeCheck(column, emission))];
}

function emitCheck(
  check: CheckDescription,
  of: ColumnDescription | null,
  emission: TableEmission,
  behind: ColumnDescription | null = null,
): readonly Check[] {
  const { dialect } = emission;
  if (isRefused(check, 'check', null, emission)) return [];
  const text = check.sql(emission.columns);
  if (isUnreadable(text)) {
    lost(emission, 'check', check, text.unreadable);
    return [];
  }
  const expression = emission.noted(normalizedText(text, emission, true), 'a check', check.place);
  const names = new Set(emission.table.columns.map((column) => column.name));
  const columns = dialect.sql.columnsInText(text).filter((name) => names.has(name));
  const named = emission.table.columns.filter((column) => columns.includes(column.name));
  const covered = named.length > 0 || of === null ? named : [of];
  const own = { columns, behind: behind?.name ?? null };
  const name = settledName({ kind: 'ck', given: check.name, columns: covered, referred: null, own }, emission);
  if (behind !== null && !dialect.ddl.namesColumnChecks && name.name !== behind.name) {
    lost(emission, 'check', check, `${dialect.traits.label} takes no name for a CHECK behind a column`);
    return [];
  }
  return [{ ...name, expression, columns, origin: 'written', place: check.place }];
}

/** What the type of a column allows, and the name of the constraint that holds it to that; null for no constraint. */
function allowedValues(
  { type }: ColumnDescription,
  { dialect }: TableEmission,
): { readonly name: string | null; readonly values: Fact<readonly string[]> } | null {
  const { statements, types } = dialect;
  if (type.kind === 'enum' && isVarchar(type, dialect) && type.createConstraint) {
    const { labels, name } = type;
    return { name, values: isUnreadable(labels) ? labels : labels.map((label) => statements.text(label)) };
  }
  if (type.kind !== 'plain' || type.boolean?.createConstraint !== true || types.hasBoolean) return null;
  return { name: type.boolean.name, values: ['0', '1'] };
}

/** `Enum(..., native_enum=False, create_constraint=True)`, and the same of Boolean. The type's name is the constraint's. */
function typeCheck(column: ColumnDescription, emission: TableEmission): readonly Check[] {
  const allowed = allowedValues(column, emission);
  if (allowed === null) return [];
  const { name, values } = allowed;
  const { statements } = emission.dialect;
  const sql = isUnreadable(values)
    ? () => unreadable(values.unreadable)
    : () => `${statements.name(column.name)} IN (${values.join(', ')})`;
  const check: CheckDescription = {
    name: { text: name, final: false },
    deferrable: false,
    initiallyDeferred: false,
    sql,
    place: column.place,
  };
  return emitCheck(check, column, emission).map((made) => ({ ...made, nameGiven: false }));
}
