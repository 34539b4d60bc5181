import type { Schema, TableRef } from '@canonical-schema/schema';
import type { Spelling } from '../ddl/spelling';
import { quoteName } from '../expressions/quote';
import { typeText } from '../fold/sql-text';
import { quotedAt } from '../parser/quoted';
import { peopleType, type TypeHabits } from './people-type';
import type { Standing } from './standing';

/** How a file is written, counted over its text outside of strings and comments. */
export interface FileStyle {
  readonly newline: string;
  readonly isLower: boolean;
  readonly spelling: Spelling;
  /** Statements and comments that were printed with upper-case keywords and plain line ends, as the file has them. */
  statement(sql: string): string;
}

/** The style of a file. One without statements is written as the guide writes. */
export function fileStyleOf({ file, schema, searchPath }: Standing): FileStyle {
  const code = codeOf(file.text);
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  const isLower =
    count(code, /\b(?:create|alter|table|index|not null)\b/g) >
    count(code, /\b(?:CREATE|ALTER|TABLE|INDEX|NOT NULL)\b/g);
  const habits = habitsOf(code);
  const user = new Set([...schema.enums, ...schema.domains].map(typeText));
  const name = namesAs(code, searchPath);
  const spelling: Spelling = {
    name,
    type: (type) => (user.has(typeBase(type)) ? qualified(type, name, schema) : peopleType(type, habits)),
    value: (expression) => valueAs(expression, code),
    indent: indentOf(code),
    beforeBracket: count(code, /\bON\s+[\w."]+\(/gi) > count(code, /\bON\s+[\w."]+\s+\(/gi) ? '' : ' ',
  };
  return {
    ...{ newline, isLower, spelling },
    statement: (sql) => inStyle(sql, (code) => (isLower ? code.toLowerCase() : code).replaceAll('\n', newline)),
  };
}

function typeBase(type: string): string {
  return type.endsWith('[]') ? type.slice(0, -2) : type;
}

/** A type of the schema `public`, whose name the type's text leaves out. */
function qualified(type: string, name: Spelling['name'], { enums, domains }: Schema): string {
  const base = typeBase(type);
  const ref = [...enums, ...domains].find((candidate) => typeText(candidate) === base);
  return ref === undefined ? type : name(ref) + type.slice(base.length);
}

/** Names in `public` carry it where the file writes them so, or where they would not be found without. */
function namesAs(code: string, searchPath: readonly string[]): Spelling['name'] {
  const isFound = searchPath[0] === 'public';
  const written = count(code, /\b(?:TABLE|EXISTS|ON)\s+public\./gi);
  const plain = count(code, /\b(?:TABLE|EXISTS|ON)\s+(?!public\.|ONLY|IF|DELETE|UPDATE|CONFLICT|TABLE|COLUMN)[\w"]+/gi);
  if (isFound && written <= plain) return typeText;
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

function valueAs(expression: string, code: string): string {
  if (expression === 'now()') {
    const calls = count(code, /\bnow\(\)/gi);
    if (calls <= count(code, /\bcurrent_timestamp\b/gi)) return 'CURRENT_TIMESTAMP';
    return count(code, /\bNOW\(\)/g) > calls / 2 ? 'NOW()' : 'now()';
  }
  if (expression !== 'true' && expression !== 'false') return expression;
  return count(code, /\b(?:true|false)\b/g) > count(code, /\b(?:TRUE|FALSE)\b/g)
    ? expression
    : expression.toUpperCase();
}

/** What the first column of most tables has before it. */
function indentOf(code: string): string {
  const counts = new Map<string, number>();
  for (const [, indent = ''] of code.matchAll(/\(\r?\n([ \t]+)(?=["\w])/g))
    counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? '    ';
}

function count(code: string, pattern: RegExp): number {
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
