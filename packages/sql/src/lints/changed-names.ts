import { assertNever, type Change, type Schema, type TableRef, tableLabel } from '@canonical-schema/schema';

/** One change as messages and the version log name it. */
export interface NamedChange {
  /** `stocks`, or the name of the type, sequence or other object. */
  readonly object: string;
  /** The table, where it is one. */
  readonly table: TableRef | null;
  /** `added column market_cap`. */
  readonly what: string;
  /** Words of which an entry about the change has at least one. */
  readonly names: readonly string[];
}

/** What a change is about, in words; null for what no log need tell. */
export function namedChange(change: Change): NamedChange | null {
  switch (change.kind) {
    case 'add-table':
      return ofTable(change.table, 'added the table');
    case 'drop-table':
      return ofTable(change.table, 'dropped the table');
    case 'rename-table':
      return ofTable(change.table, `renamed it to ${change.to.name}`, change.to.name);
    case 'add-column':
      return ofTable(change.table, `added column ${change.column.name}`, change.column.name);
    case 'drop-column':
      return ofTable(change.table, `dropped column ${change.column}`, change.column);
    case 'rename-column':
      return ofTable(change.table, `renamed column ${change.column} to ${change.to}`, change.column, change.to);
    case 'alter-column':
      return isCommentOnly(change.set) ? null : ofTable(change.table, `changed column ${change.column}`, change.column);
    case 'add-constraint':
      return ofTable(
        change.table,
        `added constraint ${change.constraint.name}`,
        change.constraint.name,
        ...columnsOf(change.constraint),
      );
    case 'drop-constraint':
      return ofTable(change.table, `dropped constraint ${change.constraint.name}`, change.constraint.name);
    case 'rename-constraint':
      return ofTable(change.table, `renamed constraint ${change.constraint.name}`, change.constraint.name, change.to);
    case 'add-index':
      return ofTable(
        change.table,
        `added index ${change.index.name}`,
        change.index.name,
        ...columnsIn(change.index.keys),
      );
    case 'drop-index':
      return ofTable(change.table, `dropped index ${change.index}`, change.index);
    case 'rename-index':
      return ofTable(change.table, `renamed index ${change.index}`, change.index, change.to);
    case 'set-table-comment':
      return null;
    case 'add-enum':
      return ofObject(change.enum.name, 'added the type');
    case 'drop-enum':
      return ofObject(change.enum.name, 'dropped the type');
    case 'rename-enum':
      return ofObject(change.enum.name, `renamed it to ${change.to.name}`, change.to.name);
    case 'add-enum-label':
      return ofObject(change.enum.name, `added label ${change.label}`, change.label);
    case 'rename-enum-label':
      return ofObject(change.enum.name, `renamed label ${change.label}`, change.label, change.to);
    case 'add-domain':
    case 'alter-domain':
    case 'drop-domain':
      return ofDomain(change);
    case 'add-sequence':
      return ofObject(change.sequence.name, 'added the sequence');
    case 'alter-sequence':
      return ofObject(change.sequence.name, 'changed the sequence');
    case 'drop-sequence':
      return ofObject(change.sequence.name, 'dropped the sequence');
    case 'add-other':
      return ofOther(change.other, `added the ${change.other.kind}`);
    case 'drop-other':
      return ofOther(change.other, `dropped the ${change.other.kind}`);
    default:
      return assertNever(change);
  }
}

/** Every name that an entry of the log might mean, lower case. */
export function namesIn({ tables, enums, domains, sequences, others }: Schema): ReadonlySet<string> {
  return new Set([...tables, ...enums, ...domains, ...sequences, ...others].map(({ name }) => name.toLowerCase()));
}

function ofTable(table: TableRef, what: string, ...names: readonly (string | null)[]): NamedChange {
  const known = names.filter((name) => name !== null);
  const ref = { schema: table.schema, name: table.name };
  return { object: tableLabel(ref), table: ref, what, names: [table.name, ...known] };
}

function ofObject(name: string, what: string, ...names: readonly string[]): NamedChange {
  return { object: name, table: null, what, names: [name, ...names] };
}

function ofDomain(change: Extract<Change, { readonly domain: unknown }>): NamedChange {
  const verbs = { 'add-domain': 'added', 'alter-domain': 'changed', 'drop-domain': 'dropped' };
  return ofObject(change.domain.name, `${verbs[change.kind]} the domain`);
}

function ofOther(other: { readonly name: string; readonly table?: string }, what: string): NamedChange {
  return ofObject(other.name, what, ...(other.table === undefined ? [] : [other.table]));
}

function isCommentOnly(set: object): boolean {
  return Object.keys(set).every((member) => member === 'comment');
}

function columnsOf(constraint: object): readonly string[] {
  return 'columns' in constraint ? (constraint.columns as readonly string[]) : [];
}

function columnsIn(keys: Extract<Change, { kind: 'add-index' }>['index']['keys']): readonly string[] {
  return keys.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : []));
}
