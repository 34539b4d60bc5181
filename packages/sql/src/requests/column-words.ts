import type { ColumnRequest } from './change-request';
import { RequestError } from './fragments';
import { separated } from './separated';

/** A column of a new table as its words ask for it. */
export interface WordedColumn extends ColumnRequest {
  readonly name: string;
  readonly primaryKey?: boolean;
}

/** What each word behind the type means. */
const words: Readonly<Record<string, (value: string) => Partial<WordedColumn>>> = {
  'not-null': () => ({ notNull: true }),
  null: () => ({ nullable: true }),
  nullable: () => ({ nullable: true }),
  unique: () => ({ unique: true }),
  index: (value) => (value === '' ? { index: true } : { index: true, indexName: value }),
  'primary-key': () => ({ primaryKey: true }),
  default: (value) => ({ default: value }),
  references: (value) => ({ references: value }),
  'on-delete': (value) => ({ onDelete: value }),
  'on-update': (value) => ({ onUpdate: value }),
  check: (value) => ({ check: value }),
  comment: (value) => ({ comment: value }),
};

/** Words that need a value behind `=`. */
const valued = new Set(['default', 'references', 'on-delete', 'on-update', 'check', 'comment']);

/**
 * A column written `name:type:word:word=value`: `name:varchar(100):not-null`, `price:numeric(12,4):check=price > 0`,
 * `stock_id:references=stocks.id:on-delete=cascade`. Colons in brackets, in quotes and `::` are no separators.
 */
export function columnWords(text: string): WordedColumn {
  const [name = '', ...rest] = separated(text, ':');
  if (name === '')
    throw new RequestError(`"${text}" names no column: write name:type, as in name:varchar(100):not-null.`);
  const [first] = rest;
  const hasType = first !== undefined && !isWord(first);
  const facts = rest.slice(hasType ? 1 : 0).map((word) => factOf(word, text));
  const column: WordedColumn = Object.assign({ name }, hasType ? { type: first } : {}, ...facts);
  if (column.type !== undefined || column.references !== undefined) return column;
  throw new RequestError(`"${text}" gives no type: write ${name}:type, as in ${name}:varchar(100).`);
}

function isWord(text: string): boolean {
  return keyOf(text) in words;
}

function keyOf(text: string): string {
  return (text.split('=', 1)[0] ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function factOf(word: string, text: string): Partial<WordedColumn> {
  const key = keyOf(word);
  const equals = word.indexOf('=');
  const value = equals < 0 ? '' : word.slice(equals + 1).trim();
  const read = Object.hasOwn(words, key) ? words[key] : undefined;
  if (read === undefined) {
    throw new RequestError(`"${word}" in "${text}" is not known; known are ${Object.keys(words).join(', ')}.`);
  }
  if (valued.has(key) && value === '') throw new RequestError(`"${word}" in "${text}" needs a value: ${key}=….`);
  return read(value);
}
