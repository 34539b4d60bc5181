import {
  type Change,
  type Column,
  constraintOf,
  type ForeignKey,
  isUnreadable,
  type Table,
  type TableRef,
} from '@canonical-schema/schema';
import { columnPieces } from '../../ddl/column-text';
import { indexText } from '../../ddl/index-text';
import { tableOption, tableText } from '../../ddl/table-text';
import { definitionOf } from '../constraint-statements';
import type { Before, ChangeOf, Impossible, Statements } from '../outcome';
import { missingTable, noNamedTypes, withoutIndexName } from './impossible';

/** Where IF [NOT] EXISTS may stand; empty words where the server has none. */
interface Guards {
  readonly absent: string;
  readonly present: string;
}

type Write<K extends Change['kind']> = (change: ChangeOf<K>, before: Before, guards: Guards) => Statements;

/** The statements of each kind of change in MySQL and MariaDB; what neither has cannot be asked for. */
const writes: { readonly [K in Change['kind']]: Write<K> } = {
  'add-table': ({ table }, { around }) => {
    const { statements, last } = tableText(table, around);
    const { language } = around.spelling;
    return [...statements, ...last.map((constraint) => language.addConstraint(constraint, around.spelling))];
  },
  'drop-table': ({ table }, before, guards) => [
    ...withoutHolders(before, guards, (owner, key) => owner.name !== table.name && key.references.table === table.name),
    `DROP TABLE IF EXISTS ${before.around.spelling.name(table)};`,
  ],
  'rename-table': ({ table, to }, { around: { spelling } }, { present }) => [
    `ALTER TABLE ${present}${spelling.name(table)} RENAME TO ${spelling.name(to)};`,
  ],
  'add-column': addColumn,
  'drop-column': ({ table, column }, before, { present }) => [
    ...withoutHolders(
      before,
      { absent: '', present },
      (owner, key) => (owner.name === table.name && key.columns.includes(column)) || isTarget(key, table, [column]),
    ),
    `${alter(table, before)} DROP COLUMN ${present}${quoted(column, before)};`,
  ],
  'rename-column': ({ table, column, to }, before, { present }) => [
    `${alter(table, before)} RENAME COLUMN ${present}${quoted(column, before)} TO ${quoted(to, before)};`,
  ],
  'alter-column': alterColumn,
  'add-constraint': ({ table, constraint }, { around }) => {
    const { spelling, names } = around;
    const name = constraint.name ?? names.free(table, constraint.columns, 'key');
    const definition = definitionOf(constraint, spelling);
    return [spelling.language.addConstraint({ table, kind: constraint.kind, name, definition }, spelling)];
  },
  'drop-constraint': ({ table, constraint }, before, guards) => [dropped(table, constraint, before, guards)],
  'rename-constraint': renameConstraint,
  'add-index': ({ table, index }, { catalog, around }) => {
    const found = catalog.table(table);
    if (found === null) return missingTable(table);
    return [indexText(withoutIndexName(index, table, around), found, around)];
  },
  'drop-index': ({ table, index }, before, { present }) => [
    `DROP INDEX ${present}${quoted(index, before)} ON ${before.around.spelling.name(table)};`,
  ],
  'rename-index': ({ table, index, to }, before, { present }) => [
    `${alter(table, before)} RENAME INDEX ${present}${quoted(index, before)} TO ${quoted(to, before)};`,
  ],
  'set-table-comment': ({ table, comment }, before) => [
    `${alter(table, before)} ${tableOption(comment, before.around.spelling.language)};`,
  ],
  ...noNamedTypes,
  'add-other': ({ other }, before, guards) => onUpdate(other, before, guards),
  'drop-other': ({ other }, before, guards) => {
    const words: Readonly<Record<string, string>> = { view: 'VIEW', trigger: 'TRIGGER', event: 'EVENT' };
    const word = words[other.kind];
    return word === undefined
      ? onUpdate(other, before, guards)
      : [`DROP ${word} IF EXISTS ${quoted(other.name, before)};`];
  },
};

/** The statements that make a change in MySQL, or in MariaDB, whose statements may be run again. */
export function mysqlStatements(hasGuards: boolean): (change: Change, before: Before) => Statements {
  const guards = hasGuards ? { absent: 'IF NOT EXISTS ', present: 'IF EXISTS ' } : { absent: '', present: '' };
  return (change, before) => written(change, before, guards);
}

function written<K extends Change['kind']>(change: ChangeOf<K>, before: Before, guards: Guards): Statements {
  const write: Write<K> = writes[change.kind as K];
  return write(change, before, guards);
}

/** Foreign keys hold on to their columns, and to what they reference. */
function withoutHolders(
  before: Before,
  guards: Guards,
  isHolder: (owner: Table, key: ForeignKey) => boolean,
): string[] {
  return before.catalog
    .schema()
    .tables.flatMap((owner) =>
      owner.foreignKeys
        .filter((key) => isHolder(owner, key))
        .map(({ name }) => dropped(owner, { kind: 'foreign-key', name: name ?? '' }, before, guards)),
    );
}

function isTarget({ references }: ForeignKey, table: TableRef, columns: readonly string[]): boolean {
  return references.table === table.name && columns.every((name) => references.columns.includes(name));
}

function alter(table: TableRef, { around }: Before): string {
  return `ALTER TABLE ${around.spelling.name(table)}`;
}

function quoted(name: string, { around }: Before): string {
  return around.spelling.language.quoteName(name);
}

function addColumn({ table, column }: ChangeOf<'add-column'>, before: Before, { absent }: Guards): Statements {
  if (column.identity !== null) {
    return {
      why: `${table.name}.${column.name} counts up, and so must be a key from its first moment.`,
      remedy: 'Write it into the CREATE TABLE statement by hand, with its key.',
    };
  }
  return definitions(column, before.catalog.table(table), before).map(
    (definition) => `${alter(table, before)} ADD COLUMN ${absent}${definition};`,
  );
}

function definitions(column: Column, table: Table | null, { around }: Before): string[] {
  const { spelling } = around;
  const check = table?.checks.find(
    ({ name, columns }) =>
      columns.length === 1 && columns[0] === column.name && spelling.language.isColumnCheck(name, column.name),
  );
  const pieces = columnPieces(column, {
    ...{ unwritable: null, nextval: null, inline: [], spelling },
    isKey: table?.primaryKey?.columns.includes(column.name) ?? false,
    check: check === undefined ? undefined : definitionOf({ kind: 'check', ...check }, spelling),
    listed: table === null ? [] : around.listedClauses(table, column.name),
  });
  return pieces.map(({ text }) => text);
}

/** MODIFY COLUMN says everything of a column anew. */
function alterColumn(
  { table, column, set }: ChangeOf<'alter-column'>,
  before: Before,
  { present }: Guards,
): Statements {
  const owner = before.catalog.table(table);
  const old = owner?.columns.find(({ name }) => name === column);
  if (owner === null || old === undefined) {
    return { why: `${table.name}.${column} does not exist.`, remedy: 'Correct the name.' };
  }
  const next = { ...old, ...set };
  const kind = (generated: Column['generated']) =>
    generated === null || isUnreadable(generated) ? null : generated.kind;
  if (kind(old.generated) !== kind(next.generated)) {
    return {
      why: `${table.name}.${column} cannot become a generated column, or another kind of it.`,
      remedy: 'Drop the column, and add it anew.',
    };
  }
  return definitions(next, owner, before).map(
    (definition) => `${alter(table, before)} MODIFY COLUMN ${present}${definition};`,
  );
}

/** `ON UPDATE CURRENT_TIMESTAMP` comes and goes with a definition of its column. */
function onUpdate(
  other: ChangeOf<'add-other'>['other'] | ChangeOf<'drop-other'>['other'],
  before: Before,
  guards: Guards,
) {
  const { kind, name, table } = other;
  const byHand: Impossible = {
    why: `The ${kind} ${name} is known by its name alone.`,
    remedy: 'Write the change into the SQL file by hand.',
  };
  if (kind !== 'on update' || table === undefined) return byHand;
  return alterColumn(
    { kind: 'alter-column', table: { schema: 'public', name: table }, column: name, set: {} },
    before,
    guards,
  );
}

type Ref = ChangeOf<'drop-constraint'>['constraint'];

function dropped(table: TableRef, { kind, name }: Ref, before: Before, { present }: Guards): string {
  const words: Readonly<Record<Ref['kind'], string>> = {
    'primary-key': 'DROP PRIMARY KEY',
    unique: `DROP INDEX ${present}${quoted(name, before)}`,
    'foreign-key': `DROP FOREIGN KEY ${present}${quoted(name, before)}`,
    check: `DROP CONSTRAINT ${present}${quoted(name, before)}`,
    exclusion: `DROP CONSTRAINT ${present}${quoted(name, before)}`,
  };
  return `${alter(table, before)} ${words[kind]};`;
}

/** Only what is an index can get another name; others go and come again. */
function renameConstraint(
  { table, constraint, to }: ChangeOf<'rename-constraint'>,
  before: Before,
  guards: Guards,
): Statements {
  const { spelling } = before.around;
  if (constraint.kind === 'unique') {
    const [from, name] = [quoted(constraint.name, before), quoted(to, before)];
    return [`${alter(table, before)} RENAME INDEX ${guards.present}${from} TO ${name};`];
  }
  const owner = before.catalog.table(table);
  const found = owner && constraintOf(owner, constraint);
  if (found === null || constraint.kind === 'primary-key') {
    return { why: `The constraint ${constraint.name} has no name of its own.`, remedy: 'Leave it as it is.' };
  }
  const definition = definitionOf(found, spelling);
  const added = spelling.language.addConstraint({ table, kind: constraint.kind, name: to, definition }, spelling);
  return [dropped(table, constraint, before, guards), added];
}
