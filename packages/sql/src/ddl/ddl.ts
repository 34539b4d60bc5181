import {
  type OtherObject,
  type Schema,
  type Sequence,
  type Table,
  tableLabel,
  type Unread,
} from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import { typeText } from '../fold/sql-text';
import { commentLine } from './comment-line';
import type { DdlLanguage } from './ddl-language';
import { inDependencyOrder } from './dependency-order';
import { plainSpelling, type Spelling } from './spelling';
import type { Surroundings } from './table-constraints';
import { orderedTables } from './table-order';
import { type TableText, tableText } from './table-text';
import { domainText, enumText, ownerText, sequenceText } from './types-text';
import { unwritableColumns } from './unwritable';

/** What stands around the statements. */
export interface DdlOptions {
  /** Comment lines at the top, without their dashes. */
  readonly heading?: readonly string[];
  /** What of the source could not be read: what no table holds is said below the heading. */
  readonly unread?: readonly Unread[];
}

/**
 * A schema as DDL that makes it in an empty database, and nothing in one that has it: types first, then table by table, each behind those that it references, with its indexes and comments; foreign keys of cycles at the end. The
 * order of the schema's lists changes nothing but the order of columns. What could not be read is a comment in its
 * place. The dialect's parser must have been loaded before.
 */
export function ddlOf(schema: Schema, language: DdlLanguage, { heading = [], unread = [] }: DdlOptions = {}): string {
  const { types, tables, last, notes } = ddlParts(schema, plainSpelling(language));
  const sections = [
    heading.map(commentLine),
    unreadLines(unread),
    ...types,
    ...tables.map(({ statements }) => statements),
    ...last,
    notes,
  ];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return texts.length === 0 ? '' : `${texts.join('\n\n')}\n`;
}

/** The statements of a schema in an order in which they can be run. A list of statements belongs together. */
export interface DdlParts {
  /** Schemas, extensions, enums, sequences and domains. */
  readonly types: readonly (readonly string[])[];
  readonly tables: readonly (Omit<TableText, 'last'> & { readonly table: Table })[];
  /** When all tables are made: the owners of sequences, and foreign keys that had to wait. */
  readonly last: readonly (readonly string[])[];
  /** Comments on what is not written. */
  readonly notes: readonly string[];
}

/** The statements that `ddlOf` joins, in a spelling. */
export function ddlParts(schema: Schema, spelling: Spelling): DdlParts {
  const { language } = spelling;
  const order = orderedTables(schema, language);
  const unwritable = unwritableColumns(schema, order.tables);
  const around = {
    order,
    unwritable,
    names: language.madeNames(schema),
    spelling,
    listedClauses: listedClauses(schema, language),
  };
  const tables = order.tables.map((table) => ({ table, ...tableText(table, around) }));
  const waiting = tables
    .flatMap((table) => table.last)
    .map((constraint) => language.addConstraint(constraint, spelling));
  return {
    types: [
      schemasOf(schema),
      schema.others
        .filter(({ kind }) => kind === 'extension')
        .map(extensionText)
        .sort(),
      ...schema.enums.toSorted(byLabel).map((type) => [enumText(type, spelling)]),
      schema.sequences.toSorted(byLabel).map((sequence) => sequenceText(sequence, spelling)),
      ...domainsOf(schema).map((domain) => [domainText(domain, spelling)]),
    ],
    tables,
    last: [
      schema.sequences.toSorted(byLabel).flatMap((sequence) => owner(sequence, spelling)),
      ...waiting.map((statement) => [statement]),
    ],
    notes: notWritten(schema, language),
  };
}

type Named = Parameters<typeof typeText>[0];

function byLabel(a: Named, b: Named): number {
  return tableLabel(a) < tableLabel(b) ? -1 : 1;
}

/** What is said of a table or column stands there as a note. */
function isOfNoTable({ extent, table }: Unread): boolean {
  return extent === 'whole' || table === null;
}

/** A comment line for each that no table holds. */
export function unreadLines(unread: readonly Unread[]): readonly string[] {
  return unread.filter(isOfNoTable).map(unreadLine);
}

function unreadLine({ subject, why, place }: Unread): string {
  const where = `${place.path}:${place.line}`;
  return commentLine(`not read: ${subject === null ? where : `${subject} (${where})`}: ${why}`);
}

function schemasOf({ tables, enums, domains, sequences }: Schema): string[] {
  const names = [...tables.filter(({ managed }) => managed), ...enums, ...domains, ...sequences].map(
    ({ schema }) => schema,
  );
  const own = [...new Set(names)].filter((name) => name !== 'public').sort();
  return own.map((name) => `CREATE SCHEMA IF NOT EXISTS ${quoteName(name)};`);
}

function extensionText({ name }: OtherObject): string {
  return `CREATE EXTENSION IF NOT EXISTS ${quoteName(name)};`;
}

/** A domain may be over another. */
function domainsOf({ domains }: Schema): readonly Schema['domains'][number][] {
  return inDependencyOrder(domains.toSorted(byLabel), typeText, ({ type }) => [type]);
}

function owner(sequence: Sequence, spelling: Spelling): string[] {
  return sequence.ownedBy === null ? [] : [ownerText(sequence, sequence.ownedBy, spelling)];
}

/** A reading lists these by name alone, or the source says that it does not make them. */
function notWritten({ others, tables }: Schema, language: DdlLanguage): string[] {
  const listed = others
    .filter((other) => other.kind !== 'extension' && language.listedClause(other, '') === null)
    .map(({ kind, schema, name, table }) => {
      const label = tableLabel({ schema: schema ?? 'public', name });
      return `${kind} ${label}${table === undefined ? '' : ` on ${table}`}: listed by name alone`;
    });
  const unmanaged = tables
    .filter(({ managed }) => !managed)
    .map((table) => `table ${tableLabel(table)}: not created by its model`);
  return [...listed, ...unmanaged].sort().map((line) => commentLine(`not written: ${line}`));
}

/** The clauses of what the schema lists, by table and column. */
export function listedClauses({ others }: Schema, language: DdlLanguage): Surroundings['listedClauses'] {
  const byColumn = new Map<string, OtherObject[]>();
  for (const other of others) {
    if (other.table === undefined) continue;
    const key = `${other.table}\u0000${other.name}`;
    byColumn.set(key, [...(byColumn.get(key) ?? []), other]);
  }
  return (table, name) => {
    const type = table.columns.find((column) => column.name === name)?.type;
    const own = byColumn.get(`${table.name}\u0000${name}`) ?? [];
    return own.flatMap((other) => language.listedClause(other, typeof type === 'string' ? type : '') ?? []);
  };
}
