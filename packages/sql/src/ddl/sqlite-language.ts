import type { Column, Schema } from '@canonical-schema/schema';
import { quoteText } from '../expressions/quote';
import { quoteSqliteName as quoteName } from '../grammar/quote-names';
import { constraintText } from './constraint-text';
import type { DdlLanguage } from './ddl-language';
import type { IndexText } from './index-text';
import { madeNames } from './made-names';
import { upperOutsideQuotes } from './upper-type';

/** A literal, as the normal form writes it. */
const literal = /^(?:[-+]?[0-9.]+(?:e[-+]?\d+)?|'(?:[^']|'')*'|x'[0-9a-f]*'|null)$/i;

/** Words that are values by themselves. */
const moments: Readonly<Record<string, string>> = {
  'now()': 'CURRENT_TIMESTAMP',
  current_date: 'CURRENT_DATE',
  current_time: 'CURRENT_TIME',
};

/** SQLite's DDL. */
export function sqliteLanguage(columnsInText: DdlLanguage['columnsInText']): DdlLanguage {
  return {
    ...{ quoteName, quoteText, columnsInText, madeNames: sqliteNames, withPlainNames },
    refText: ({ name }) => quoteName(name),
    defaultText: (expression) =>
      moments[expression.toLowerCase()] ?? (literal.test(expression) ? expression : `(${expression})`),
    indexedText: (expression) => `(${expression})`,
    usual: { type: upperOutsideQuotes, value: (expression) => expression },
    ...{ namesConstraints: false, keysAreNotNull: false, generatedFirst: false, generatedCanBeNotNull: true },
    ...{ hasColumnReferences: true, demandsTargets: false, indexesStandInTables: false, mergesAlikeKeys: false },
    comments: 'lines',
    addsOnce: true,
    counting: ({ type, identity }) => ({
      type: typeof type === 'string' ? type : '',
      clauses: [],
      impliesNotNull: identity !== null,
      needsSequence: false,
      behindKey: behindKey(type, identity),
    }),
    isColumnCheck: () => false,
    createIndex,
    indexElement: createIndex,
    listedClause: () => null,
    // No constraint waits for anything: CREATE TABLE takes each.
    addConstraint: ({ table, name, definition }, spelling) =>
      `ALTER TABLE ${spelling.name(table)} ADD ${constraintText(name, definition, spelling.language)};`,
  };
}

/** A lone INTEGER key numbers the rows but for one with DESC, which is all that keeps a key from it. */
function behindKey(type: Column['type'], identity: Column['identity']): string | null {
  if (identity !== null) return identity === 'serial' ? '' : 'AUTOINCREMENT';
  return type === 'integer' ? 'DESC' : null;
}

function createIndex({ name, table, unique, keys, where, spelling }: IndexText): string {
  const words = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${quoteName(name)} ON ${spelling.name(table)}`;
  return `${words}${spelling.beforeBracket}(${keys.join(', ')})${where === null ? '' : ` WHERE ${where}`}`;
}

/** A constraint without a name has none. */
function sqliteNames(schema: Schema): ReturnType<DdlLanguage['madeNames']> {
  return { ...madeNames(schema), isMade: (_, name) => name === null };
}

function withPlainNames(schema: Schema): Schema {
  const plain = <T extends { readonly name: string | null; readonly nameGiven: boolean }>(object: T): T =>
    object.nameGiven ? object : { ...object, name: null };
  return {
    ...schema,
    tables: schema.tables.map((table) => ({
      ...table,
      primaryKey: table.primaryKey && plain(table.primaryKey),
      uniques: table.uniques.map(plain),
      foreignKeys: table.foreignKeys.map(plain),
      checks: table.checks.map(plain),
    })),
  };
}
