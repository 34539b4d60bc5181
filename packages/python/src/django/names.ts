import { type TableRef, truncateName } from '@canonical-schema/schema';
import { md5Hex } from '../md5';

/** What a server allows names to be. */
export interface NameRules {
  /** `max_name_length()`: Django cuts names that it makes to so many characters; null where it sees no limit. */
  readonly longest: number | null;
  /** A name as the server holds it. */
  stored(name: string): string;
  /** A collation as the server's catalog names it. */
  collation(name: string): string;
  /** Where the table of a `db_table` stands, quotes and schema within; schemas are `public` where there are none. */
  tableRef(dbTable: string): TableRef;
}

/** PostgreSQL's limit as Django knows it. Django counts characters, PostgreSQL bytes. */
export const postgresqlNames: NameRules = {
  longest: 63,
  stored: (name) => truncateName(name),
  collation: (name) => name,
  tableRef(dbTable) {
    const { schema, name } = splitIdentifier(dbTable);
    return { schema: schema === '' ? 'public' : truncateName(schema), name: truncateName(name) };
  },
};

/** A table's name as `db_table` may spell it: `s"."t` and `"s"."t"` mean table t of schema s. Source: `split_identifier`. */
export function splitIdentifier(identifier: string): { readonly schema: string; readonly name: string } {
  const parts = identifier.split('"."');
  const [schema, name] = parts.length === 2 ? [parts[0] ?? '', parts[1] ?? ''] : ['', identifier];
  return { schema: stripQuotes(schema), name: stripQuotes(name) };
}

/** The first `length` hexadecimal digits of the MD5 of all parts. Source: `names_digest`. */
export function namesDigest(parts: readonly string[], length: number): string {
  return md5Hex(parts.join('')).slice(0, length);
}

/** A table's name that Django made itself, cut with a digest of the whole where it is too long. Source: `truncate_name`. */
export function truncatedTableName(identifier: string, { longest }: NameRules): string {
  const { schema, name } = splitIdentifier(identifier);
  if (longest === null || lengthOf(name) <= longest) return identifier;
  const digest = namesDigest([name], 4);
  return `${schema === '' ? '' : `${schema}"."`}${first(name, longest - 4)}${digest}`;
}

/** What Django cuts the names of indexes and constraints to where the server sets no limit. */
const longestWithoutLimit = 200;

/**
 * The name of an index or constraint that the schema editor names: table, columns, digest and suffix (`_like`, `_uniq`,
 * `_fk_t_id`), shortened part by part. Source: `BaseDatabaseSchemaEditor._create_index_name`.
 */
export function schemaEditorName(
  dbTable: string,
  columns: readonly string[],
  suffix: string,
  { longest }: NameRules,
): string {
  const limit = longest ?? longestWithoutLimit;
  const table = splitIdentifier(dbTable).name;
  const hash = namesDigest([table, ...columns], 8) + suffix;
  const whole = `${table}_${columns.join('_')}_${hash}`;
  if (lengthOf(whole) <= limit) return whole;
  const shortHash = lengthOf(hash) > limit / 3 ? first(hash, Math.floor(limit / 3)) : hash;
  const room = Math.floor((limit - lengthOf(shortHash)) / 2) - 1;
  return startedWithLetter(`${first(table, room)}_${first(columns.join('_'), room)}_${shortHash}`, 'insert');
}

/** The suffix that the schema editor gives a foreign key's name. */
export function foreignKeySuffix(toDbTable: string, toColumn: string): string {
  return `_fk_${splitIdentifier(toDbTable).name}_${toColumn}`;
}

/**
 * The name of an entry of `Meta.indexes` that has none, at most 30 characters. `columns` carry a `-` where the order is
 * descending; `kind` is the index class's suffix: `idx`, `gin`, … Source: `Index.set_name_with_model`.
 */
export function metaIndexName(dbTable: string, columns: readonly string[], kind: string): string {
  const table = splitIdentifier(dbTable).name;
  const firstColumn = (columns[0] ?? '').replace(/^-/, '');
  const digest = namesDigest([table, ...columns, kind], 6);
  return startedWithLetter(`${first(table, 11)}_${first(firstColumn, 7)}_${digest}_${kind}`, 'replace');
}

/** Oracle allows neither `_` nor a digit in front, so Django puts a `D` there on every database. */
function startedWithLetter(name: string, how: 'insert' | 'replace'): string {
  if (!/^[_0-9]/.test(name)) return name;
  return how === 'insert' ? `D${name.slice(0, -1)}` : `D${name.slice(1)}`;
}

function stripQuotes(text: string): string {
  return text.replace(/^"+|"+$/g, '');
}

/** Python counts code points. */
function lengthOf(text: string): number {
  return [...text].length;
}

function first(text: string, length: number): string {
  return text.length <= length ? text : [...text].slice(0, length).join('');
}
