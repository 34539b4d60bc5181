import type { OtherObject } from '@canonical-schema/schema';
import { quoteMysqlName as quoteName, quoteMysqlText as quoteText } from '../grammar/quote-names';
import { constraintText } from './constraint-text';
import type { DdlLanguage, LaterConstraint } from './ddl-language';
import type { IndexText } from './index-text';
import { mysqlNames, type NumberedNames, withMysqlNames } from './mysql-names';
import type { Spelling } from './spelling';
import { upperOutsideQuotes } from './upper-type';

/** Where the servers of one language part. */
export interface MysqlVariant {
  readonly columnsInText: DdlLanguage['columnsInText'];
  /** Is IF [NOT] EXISTS taken by ALTER TABLE and by CREATE and DROP INDEX? */
  readonly hasGuards: boolean;
  readonly numbered: NumberedNames;
  isColumnCheck(name: string | null, column: string): boolean;
  /** Can a generated column be NOT NULL? */
  readonly generatedCanBeNotNull: boolean;
  /** Types whose columns take no literal default, but the same one in brackets. */
  readonly withoutLiterals: RegExp | null;
}

/** A literal, as the normal form writes it. */
const literal = /^(?:-?[0-9.]+(?:e[-+]?\d+)?|'(?:[^'\\]|''|\\[\s\S])*'|[xb]'[0-9a-f]*'|null)$/i;

const now = /^now\((\d?)\)$/;

/** The DDL of MySQL and MariaDB. */
export function mysqlLanguage(variant: MysqlVariant): DdlLanguage {
  const { columnsInText, hasGuards, numbered, isColumnCheck, generatedCanBeNotNull, withoutLiterals } = variant;
  return {
    ...{ quoteName, quoteText, columnsInText, isColumnCheck, generatedCanBeNotNull },
    refText: ({ name }) => quoteName(name),
    defaultText(expression, type) {
      const [isNow, precision] = now.exec(expression) ?? [];
      if (isNow !== undefined) return `CURRENT_TIMESTAMP${precision === '' ? '' : `(${precision})`}`;
      return literal.test(expression) && withoutLiterals?.test(type) !== true ? expression : `(${expression})`;
    },
    indexedText: (expression) => `(${expression})`,
    usual: { type: upperOutsideQuotes, value: (expression) => expression },
    madeNames: (schema) => mysqlNames(schema, numbered),
    withPlainNames: (schema) => withMysqlNames(schema, numbered),
    ...{ namesConstraints: true, keysAreNotNull: true, generatedFirst: true, hasColumnReferences: false },
    ...{ demandsTargets: true, indexesStandInTables: true, mergesAlikeKeys: false, comments: 'clauses' },
    addsOnce: hasGuards,
    counting: ({ type, identity }) => ({
      type: typeof type === 'string' ? type : '',
      clauses: identity === null ? [] : ['AUTO_INCREMENT'],
      ...{ impliesNotNull: false, needsSequence: false, behindKey: null },
    }),
    createIndex: ({ name, table, keys, spelling, ...index }) =>
      `CREATE ${kindOf(index)}INDEX ${hasGuards ? 'IF NOT EXISTS ' : ''}${quoteName(name)} ON ` +
      `${spelling.name(table)}${spelling.beforeBracket}(${keys.join(', ')})${methodOf(index)}`,
    indexElement: ({ name, keys, ...index }) =>
      `${kindOf(index)}INDEX ${quoteName(name)} (${keys.join(', ')})${methodOf(index)}`,
    listedClause,
    addConstraint: (constraint, spelling) => addConstraint(constraint, spelling, hasGuards),
  };
}

type Kind = Pick<IndexText, 'unique' | 'method'>;

/** Kinds of indexes that stand before INDEX rather than behind USING. */
const kinds: ReadonlySet<string> = new Set(['fulltext', 'spatial']);

function kindOf({ unique, method }: Kind): string {
  if (kinds.has(method)) return `${method.toUpperCase()} `;
  return unique ? 'UNIQUE ' : '';
}

function methodOf({ method }: Kind): string {
  return method === 'btree' || kinds.has(method) ? '' : ` USING ${method.toUpperCase()}`;
}

/** `ON UPDATE CURRENT_TIMESTAMP` has the precision of its column. */
function listedClause({ kind }: OtherObject, type: string): string | null {
  return kind === 'on update' ? `ON UPDATE CURRENT_TIMESTAMP${/\(\d\)/.exec(type)?.[0] ?? ''}` : null;
}

/** IF NOT EXISTS stands at another place for each kind. */
function addConstraint(
  { table, kind, name, definition }: LaterConstraint,
  spelling: Spelling,
  hasGuards: boolean,
): string {
  const { language } = spelling;
  const alter = `ALTER TABLE ${spelling.name(table)} ADD`;
  const guard = 'IF NOT EXISTS';
  if (kind === 'primary-key') return `${alter} ${hasGuards ? definition.replace('KEY', `KEY ${guard}`) : definition};`;
  if (!hasGuards) return `${alter} ${constraintText(name, definition, language)};`;
  if (kind === 'check') return `${alter} CONSTRAINT ${guard} ${language.quoteName(name)} ${definition};`;
  const guarded = definition.replace(/^(?:FOREIGN KEY|UNIQUE)/, (words) => `${words} ${guard}`);
  return `${alter} ${constraintText(name, guarded, language)};`;
}
