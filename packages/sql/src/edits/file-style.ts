import type { Schema, TableRef } from '@canonical-schema/schema';
import { postgresqlLanguage } from '../ddl/postgresql-language';
import type { Spelling } from '../ddl/spelling';
import { quoteName } from '../expressions/quote';
import { typeText } from '../fold/sql-text';
import { nodesOf } from '../fold/tree';
import { quotedAt } from '../parser/quoted';
import { peopleType, type TypeHabits } from './people-type';
import type { PostgresqlStanding } from './postgresql-standing';

/** How a file is written, counted over its text outside of strings and comments. */
export interface FileStyle {
  readonly newline: string;
  readonly isLower: boolean;
  readonly spelling: Spelling;
  /** Statements and comments that were printed with upper-case keywords and plain line ends, as the file has them. */
  statement(sql: string): string;
}

/** The style of a file. One without statements is written as the guide writes. `wanted` has the types that it may name. */
export function fileStyleOf(standing: PostgresqlStanding, wanted: Schema): FileStyle {
  const { text } = standing.file;
  const code = codeOf(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const isLower =
    count(code, /\b(?:create|alter|table|index|not null)\b/g) >
    count(code, /\b(?:CREATE|ALTER|TABLE|INDEX|NOT NULL)\b/g);
  const spelling: Spelling = {
    language: postgresqlLanguage,
    name: namesAs(standing),
    type: typesAs(code, namesAs(standing), wanted),
    value: valuesAs(code),
    indent: indentOf(code),
    beforeBracket: count(code, /\bON\s+[\w."]+\(/gi) > count(code, /\bON\s+[\w."]+\s+\(/gi) ? '' : ' ',
  };
  return {
    ...{ newline, isLower, spelling },
    statement: (sql) => inStyle(sql, (part) => (isLower ? part.toLowerCase() : part).replaceAll('\n', newline)),
  };
}

const lowerTypes =
  /\b(?:int|integer|bigint|smallint|text|varchar|character|numeric|boolean|bool|timestamp|timestamptz|date|jsonb|uuid|serial|bigserial)\b/g;
const upperTypes = new RegExp(
  lowerTypes.source.replace(/[a-z]{3,}/g, (word) => word.toUpperCase()),
  'g',
);

/** Types as people write them, in the case in which the file has most; those that the file makes as they are. */
function typesAs(code: string, name: Spelling['name'], wanted: Schema): Spelling['type'] {
  const habits = habitsOf(code);
  const isLower = count(code, lowerTypes) > count(code, upperTypes);
  const own = new Map([...wanted.enums, ...wanted.domains].map((type) => [typeText(type), type]));
  return (type) => {
    const base = typeBase(type);
    const ref = own.get(base);
    if (ref !== undefined) return name(ref) + type.slice(base.length);
    const written = peopleType(type, habits);
    return isLower && written !== type ? written.toLowerCase() : written;
  };
}

function typeBase(type: string): string {
  return type.endsWith('[]') ? type.slice(0, -2) : type;
}

/** Names in `public` carry it where most of the file's tables do, or where they would not be found without. */
function namesAs({ parts, searchPath }: PostgresqlStanding): Spelling['name'] {
  const relations = parts.flatMap((part) => {
    if (part.kind !== 'statement') return [];
    const nodes = [part.node];
    const made = [...nodesOf(nodes, 'CreateStmt'), ...nodesOf(nodes, 'IndexStmt'), ...nodesOf(nodes, 'AlterTableStmt')];
    return made.map(({ relation }) => relation?.schemaname);
  });
  const written = relations.filter((schema) => schema === 'public').length;
  const plain = relations.filter((schema) => schema === undefined).length;
  if (searchPath[0] === 'public' && written <= plain) return typeText;
  return ({ schema, name }: TableRef) => `${quoteName(schema)}.${quoteName(name)}`;
}

function habitsOf(code: string): TypeHabits {
  return {
    shortTimes: count(code, /\btimestamptz\b/gi) > count(code, /\bwith\s+time\s+zone\b/gi),
    shortIntegers: count(code, /\bint\b/gi) > count(code, /\binteger\b/gi),
    shortBooleans: count(code, /\bbool\b/gi) > count(code, /\bboolean\b/gi),
    decimals: count(code, /\bdecimal\b/gi) > count(code, /\bnumeric\b/gi),
    comma: count(code, /\(\d+, \d+\)/g) > count(code, /\(\d+,\d+\)/g) ? ', ' : ',',
  };
}

function valuesAs(code: string): Spelling['value'] {
  const calls = count(code, /\bnow\(\)/gi);
  const call = count(code, /\bNOW\(\)/g) > calls / 2 ? 'NOW()' : 'now()';
  const now = calls > count(code, /\bcurrent_timestamp\b/gi) ? call : 'CURRENT_TIMESTAMP';
  const isLower = count(code, /\b(?:true|false)\b/g) > count(code, /\b(?:TRUE|FALSE)\b/g);
  return (expression) => {
    if (expression === 'now()') return now;
    const isTruth = expression === 'true' || expression === 'false';
    return isTruth && !isLower ? expression.toUpperCase() : expression;
  };
}

/** What the first column of most tables has before it. */
export function indentOf(code: string): string {
  const counts = new Map<string, number>();
  for (const [, indent = ''] of code.matchAll(/\(\r?\n([ \t]+)(?=["\w])/g))
    counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? '    ';
}

/** How often a pattern stands in a text. */
export function count(code: string, pattern: RegExp): number {
  return code.match(pattern)?.length ?? 0;
}

/** The text without comments and strings; their place is blank. */
function codeOf(text: string): string {
  return rewritten(
    text,
    (code) => code,
    () => ' ',
  );
}

/** A change of everything but strings, quoted names and comments; of the bodies of DO blocks too. */
function inStyle(sql: string, change: (code: string) => string): string {
  return rewritten(sql, change, (quoted) => {
    const tag = /^\$\w*\$/.exec(quoted)?.[0];
    return tag === undefined ? quoted : tag + inStyle(quoted.slice(tag.length, -tag.length), change) + tag;
  });
}

function rewritten(text: string, code: (part: string) => string, quoted: (part: string) => string): string {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const found = quotedAt(text, at);
    if (found === null) {
      at += 1;
      continue;
    }
    parts.push(code(text.slice(start, at)), quoted(text.slice(at, found.end)));
    at = found.end;
    start = at;
  }
  parts.push(code(text.slice(start)));
  return parts.join('');
}
