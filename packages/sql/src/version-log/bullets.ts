import {
  assertNever,
  type Change,
  type Column,
  type Constraint,
  type IndexKey,
  isUnreadable,
  type Schema,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import type { DdlLanguage } from '../ddl/ddl-language';

/**
 * What a version log says of changes, a line each, as the guide words it: `Added market_cap column to stocks table`.
 * `before` is the schema that is changed; with it a changed type says what it was.
 */
export function bulletsOf(changes: readonly Change[], before: Schema | undefined, language: DdlLanguage): string[] {
  return [...new Set(changes.flatMap((change) => bulletsOfChange(change, before, language)))];
}

function bulletsOfChange(change: Change, before: Schema | undefined, language: DdlLanguage): string[] {
  switch (change.kind) {
    case 'add-table':
      return [`Added ${tableLabel(change.table)} table`];
    case 'drop-table':
      return [`Dropped ${tableLabel(change.table)} table`];
    case 'rename-table':
      return [`Renamed ${tableLabel(change.table)} table to ${tableLabel(change.to)}`];
    case 'add-column':
      return [`Added ${change.column.name} column to ${tableLabel(change.table)} table`];
    case 'drop-column':
      return [`Dropped ${change.column} column from ${tableLabel(change.table)} table`];
    case 'rename-column':
      return [`Renamed ${tableLabel(change.table)}.${change.column} to ${change.to}`];
    case 'alter-column':
      return alterations(change, before, language);
    case 'add-constraint':
      return [`Added ${constraintLabel(change.constraint)} to ${tableLabel(change.table)} table`];
    case 'drop-constraint':
      return [`Dropped ${change.constraint.name} from ${tableLabel(change.table)} table`];
    case 'rename-constraint':
      return [`Renamed ${change.constraint.name} of ${tableLabel(change.table)} table to ${change.to}`];
    case 'add-index':
      return [
        `Added ${change.index.unique ? 'unique ' : ''}index ${change.index.name ?? ''} on ${keysLabel(change.index.keys, change.table)}`.replace(
          '  ',
          ' ',
        ),
      ];
    case 'drop-index':
      return [`Dropped index ${change.index} from ${tableLabel(change.table)} table`];
    case 'rename-index':
      return [`Renamed index ${change.index} to ${change.to}`];
    case 'set-table-comment':
      return [`Changed the comment of ${tableLabel(change.table)} table`];
    case 'add-enum':
      return [`Added ${tableLabel(change.enum)} type`];
    case 'drop-enum':
      return [`Dropped ${tableLabel(change.enum)} type`];
    case 'rename-enum':
      return [`Renamed ${tableLabel(change.enum)} type to ${tableLabel(change.to)}`];
    case 'add-enum-label':
      return [`Added '${change.label}' to ${tableLabel(change.enum)} type`];
    case 'rename-enum-label':
      return [`Renamed '${change.label}' of ${tableLabel(change.enum)} type to '${change.to}'`];
    case 'add-domain':
      return [`Added ${tableLabel(change.domain)} domain`];
    case 'alter-domain':
      return [`Changed ${tableLabel(change.domain)} domain`];
    case 'drop-domain':
      return [`Dropped ${tableLabel(change.domain)} domain`];
    case 'add-sequence':
      return [`Added ${tableLabel(change.sequence)} sequence`];
    case 'alter-sequence':
      return [`Changed ${tableLabel(change.sequence)} sequence`];
    case 'drop-sequence':
      return [`Dropped ${tableLabel(change.sequence)} sequence`];
    case 'add-other':
      return [`Added ${change.other.name} ${change.other.kind}`];
    case 'drop-other':
      return [`Dropped ${change.other.name} ${change.other.kind}`];
    default:
      return assertNever(change);
  }
}

type Alteration = Extract<Change, { readonly kind: 'alter-column' }>;

function alterations({ table, column, set }: Alteration, before: Schema | undefined, language: DdlLanguage): string[] {
  const old = before?.tables
    .find(({ schema, name }) => schema === table.schema && name === table.name)
    ?.columns.find(({ name }) => name === column);
  const label = `${tableLabel(table)}.${column}`;
  const lines = [
    ...typeLines(column, old, set.type, language),
    ...(set.nullable === undefined ? [] : [`Made ${label} ${set.nullable === true ? 'nullable' : 'NOT NULL'}`]),
    ...(set.default === undefined ? [] : [defaultLine(label, set.default)]),
    ...(set.identity === undefined || set.identity === old?.identity ? [] : [`Changed how ${label} counts up`]),
    ...(set.generated === undefined ? [] : [`Changed how ${label} is generated`]),
    ...(set.comment === undefined ? [] : [`Changed the comment of ${label}`]),
  ];
  return lines.length === 0 ? [`Changed ${label}`] : lines;
}

function typeLines(
  column: string,
  old: Column | undefined,
  type: Column['type'] | undefined,
  { usual }: DdlLanguage,
): string[] {
  if (type === undefined || isUnreadable(type)) return [];
  const from = old === undefined || isUnreadable(old.type) ? '' : ` from ${usual.type(old.type)}`;
  return [`Changed ${column}${from} to ${usual.type(type)}`];
}

function defaultLine(label: string, value: Column['default']): string {
  return value === null ? `Dropped the default of ${label}` : `Set the default of ${label}${said(value)}`;
}

function said(value: Column['default']): string {
  return typeof value === 'string' && value.length <= 40 ? ` to ${value.replace(/\s+/g, ' ')}` : '';
}

const kinds: Readonly<Record<Constraint['kind'], string>> = {
  'primary-key': 'primary key',
  unique: 'unique constraint',
  'foreign-key': 'foreign key',
  check: 'check',
  exclusion: 'exclusion constraint',
};

function constraintLabel(constraint: Constraint): string {
  if (constraint.nameGiven && constraint.name !== null) return constraint.name;
  const { columns } = constraint;
  return `${kinds[constraint.kind]}${columns.length === 0 ? '' : ` on ${columns.join(', ')}`}`;
}

function keysLabel(keys: readonly IndexKey[], table: TableRef): string {
  const columns = keys.map(({ of: term }) => (term.kind === 'column' ? term.column : null));
  return columns.every((column) => column !== null) ? columns.join(', ') : tableLabel(table);
}
