import { type Change, type Column, constraintsOf, type Table, tableLabel } from '@canonical-schema/schema';
import { classNameOf } from '../../edits/class-name';
import { type BracketedCode, blockCode, type Code, callCode } from '../../edits/code';
import type { Statement } from '../../syntax/ast';
import { missingTarget } from './add-column';
import type { Batch } from './batch';
import type { ColumnIntent, WrittenTable } from './column-intent';
import type { ColumnSite } from './column-parts';
import { ofSqlAlchemy } from './imported-name';
import { type NewTableHome, newTableHome } from './new-table-home';
import { gatherOwnKeys, isKeyFlag } from './own-keys';
import { attributeName } from './python-identifier';
import { renderColumn } from './render-column';
import { renderConstraint } from './render-constraint';
import { type KeyNames, renderIndex } from './render-index';
import type { Scribe } from './scribe';
import { calleeName } from './source-column';
import { argumentsComeFirst, tableArgumentsCode } from './table-arguments';
import { isRefusal } from './table-target';
import { isUnwritable, type Unwritable } from './unwritable';

type AddTable = Extract<Change, { kind: 'add-table' }>;

/** Adds a table: a class as the file's other classes are, or a `Table(...)` where it has those. */
export function addTable(change: AddTable, batch: Batch): void {
  const { table } = change;
  const home = newTableHome(table, batch.newTableModule, batch.targets);
  if (isRefusal(home)) {
    batch.refuse(change, home);
    return;
  }
  const lost = table.foreignKeys
    .filter(({ references }) => references.schema !== table.schema || references.table !== table.name)
    .map((foreignKey) => missingTarget(foreignKey, batch))
    .find((label) => label !== null);
  if (lost !== undefined) {
    const why = `Table ${tableLabel(table)} references ${lost}, which the models do not have.`;
    batch.refuseAt(change, why, `Add ${lost} to the models first.`, home.file.file.source.start);
    return;
  }
  const code =
    home.base.kind === 'class' ? classCode(table, home, home.base, batch) : coreCode(table, home, home.base, batch);
  if (isUnwritable(code)) {
    const remedy = `Write it in ${home.file.path} by hand.`;
    batch.refuseAt(
      change,
      `Table ${tableLabel(table)} cannot be written: ${code.unwritable}.`,
      remedy,
      home.file.file.source.start,
    );
    return;
  }
  const statements = home.file.file.syntax.body;
  home.file.draft.body(null).insert(lastModel(statements), code, home.base.kind === 'class' ? 2 : 1);
}

/** The last statement that makes a table; else the last of the module. */
function lastModel(body: readonly Statement[]): Statement | null {
  const isTable = (statement: Statement): boolean =>
    statement.kind === 'class' ||
    (statement.kind === 'assign' && statement.value.kind === 'call' && calleeName(statement.value) === 'Table') ||
    (statement.kind === 'expression' && statement.value.kind === 'call' && calleeName(statement.value) === 'Index');
  return body.findLast(isTable) ?? body.at(-1) ?? null;
}

/** A table's name as constraints and indexes are named for it. */
function written(table: Table, { metadata }: NewTableHome, { context }: Scribe): WrittenTable {
  const schema = schemaOption(table, metadata) ?? schemaOf(metadata);
  return { name: table.name, schema, metadata, longestName: context.dialect.ddl.longestName };
}

function schemaOf({ schema }: NewTableHome['metadata']): string | null {
  return typeof schema === 'string' ? schema : null;
}

/** `schema=` where the MetaData does not put the table there by itself. */
function schemaOption(table: Table, metadata: NewTableHome['metadata']): string | null {
  return table.schema === (schemaOf(metadata) ?? 'public') ? null : table.schema;
}

interface Parts {
  readonly columns: readonly Code[];
  readonly items: readonly Code[];
  readonly options: readonly (readonly [string, string])[];
}

/** Columns and arguments of a new table; the names of its attributes in order. */
function partsOf(
  table: Table,
  home: NewTableHome,
  form: ColumnSite['form'],
  batch: Batch,
  scribe: Scribe,
): Parts | Unwritable {
  const owner = written(table, home, scribe);
  const changes: readonly Change[] = [
    ...constraintsOf(table).map((constraint) => ({ kind: 'add-constraint' as const, table, constraint })),
    ...table.indexes.map((index) => ({ kind: 'add-index' as const, table, index })),
  ];
  const taken = new Set<Change>();
  const isKeyWritten = table.primaryKey !== null && keyStandsAtColumns(table, owner);
  const names = new Set<string>();
  const columns: Code[] = [];
  for (const column of table.columns) {
    const gathered = gatherOwnKeys(
      column.name,
      changes.filter((change) => !taken.has(change)),
      owner,
    );
    for (const change of gathered.taken) taken.add(change);
    const attribute = attributeName(column.name, (name) => names.has(name));
    names.add(attribute);
    const intent = intentOf(column, table, isKeyWritten, gathered.own);
    const code = renderColumn(intent, attribute, siteOf(owner, home, form, batch, scribe));
    if (isUnwritable(code)) return { unwritable: `column ${column.name}: ${code.unwritable}` };
    columns.push(code);
  }
  const items: Code[] = [];
  for (const change of changes) {
    if (
      taken.has(change) ||
      (isKeyWritten && change.kind === 'add-constraint' && change.constraint.kind === 'primary-key')
    )
      continue;
    const item = itemOf(change, owner, batch, scribe);
    if (isUnwritable(item)) return item;
    items.push(item);
  }
  return { columns, items, options: optionsOf(table, home, scribe) };
}

/** Do `primary_key=True` at the columns give the key the same name and order? */
function keyStandsAtColumns({ primaryKey, columns }: Table, owner: WrittenTable): boolean {
  if (primaryKey === null) return false;
  const inOrder = columns.flatMap(({ name }) => (primaryKey.columns.includes(name) ? [name] : []));
  return isKeyFlag(primaryKey, owner) && inOrder.every((name, at) => name === primaryKey.columns[at]);
}

function intentOf(
  column: Column,
  table: Table,
  isKeyWritten: boolean,
  own: ReturnType<typeof gatherOwnKeys>['own'],
): ColumnIntent {
  const isKey = table.primaryKey?.columns.includes(column.name) === true && isKeyWritten;
  const { foreignKey, unique, index } = own;
  return {
    column,
    key: isKey ? (table.primaryKey?.columns.length === 1 ? 'alone' : 'part') : 'none',
    foreignKey,
    isInForeignKey: table.foreignKeys.some(({ columns }) => columns.includes(column.name)),
    unique,
    index,
  };
}

function siteOf(
  owner: WrittenTable,
  home: NewTableHome,
  form: ColumnSite['form'],
  batch: Batch,
  scribe: Scribe,
): ColumnSite {
  return {
    form,
    table: owner,
    canonical: batch.canonical,
    scribe,
    target: (foreignKey) => batch.referenced(foreignKey),
    mapped: (python) => batch.targets.mappedNear(home.file, python),
    isDataclass: home.base.kind === 'class' && home.base.isDataclass,
  };
}

const plainNames: KeyNames = { key: (column) => column, reference: () => null };

function itemOf(change: Change, owner: WrittenTable, batch: Batch, scribe: Scribe): Code | Unwritable {
  if (change.kind === 'add-index') return renderIndex(change.index, owner, plainNames, scribe);
  if (change.kind !== 'add-constraint') return { unwritable: `it is a ${change.kind}` };
  const { constraint } = change;
  const target = constraint.kind === 'foreign-key' ? batch.referenced(constraint) : null;
  return renderConstraint(constraint, { table: owner, names: plainNames, scribe, target });
}

function optionsOf(table: Table, { metadata }: NewTableHome, scribe: Scribe): readonly (readonly [string, string])[] {
  const schema = schemaOption(table, metadata);
  return [
    ...(schema === null ? [] : [['schema', scribe.quoted(schema)] as const]),
    ...(table.comment === null ? [] : [['comment', scribe.quoted(table.comment)] as const]),
  ];
}

function classCode(
  table: Table,
  home: NewTableHome,
  base: Extract<NewTableHome['base'], { kind: 'class' }>,
  batch: Batch,
): Code | Unwritable {
  const { targets } = batch;
  const scribe = targets.scribeOf(home.file, new Set(table.columns.map(({ name }) => name)));
  const form = base.isSqlModel ? 'sqlmodel' : targets.formNear(home.file);
  const parts = partsOf(table, home, form, batch, scribe);
  if ('unwritable' in parts) return parts;
  const name = classNameOf(table.name, (candidate) => targets.isBound(home.file, candidate));
  const args = argumentsCode(parts, scribe);
  const isFirst = argumentsComeFirst({ file: home.file, columns: targets.columnsIn(home.file) });
  const tableName = `__tablename__ = ${scribe.quoted(table.name)}`;
  const body: Code[] = [tableName];
  if (args !== null && isFirst) body.push(args);
  body.push('', ...parts.columns);
  if (args !== null && !isFirst) body.push('', args);
  targets.take(home.file, name);
  return blockCode(`class ${name}(${base.text}):`, body);
}

/** `__table_args__ = (…)`; null where there is nothing to say. */
function argumentsCode({ items, options }: Parts, scribe: Scribe): BracketedCode | null {
  const entries = options.map(([name, value]) => `${scribe.quoted(name)}: ${value}`);
  if (items.length === 0)
    return entries.length === 0 ? null : { kind: 'bracketed', open: '__table_args__ = {', items: entries, close: '}' };
  const dict: Code[] = entries.length === 0 ? [] : [{ kind: 'bracketed', open: '{', items: entries, close: '}' }];
  return tableArgumentsCode('__table_args__ = ', [...items, ...dict]);
}

function coreCode(
  table: Table,
  home: NewTableHome,
  base: Extract<NewTableHome['base'], { kind: 'core' }>,
  batch: Batch,
): Code | Unwritable {
  const { targets } = batch;
  const scribe = targets.scribeOf(home.file, new Set());
  const parts = partsOf(table, home, 'core', batch, scribe);
  if ('unwritable' in parts) return parts;
  const suffix = base.like.model === `${base.like.name}_table` ? '_table' : '';
  const name = attributeName(`${table.name}${suffix}`, (candidate) => targets.isBound(home.file, candidate));
  targets.take(home.file, name);
  return callCode(`${name} = ${scribe.name(ofSqlAlchemy('Table'))}`, [
    scribe.quoted(table.name),
    base.metadata,
    ...parts.columns,
    ...parts.items,
    ...parts.options.map(([option, value]) => `${option}=${value}`),
  ]);
}
