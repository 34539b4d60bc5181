import type { Types } from './grammar';

/** Words that start something else than a type behind a column's name. */
const endsType: ReadonlySet<string> = new Set(
  'constraint primary not null unique check default collate references generated as on'.split(' '),
);

/** What a declared type makes of the values; source: "Determination Of Column Affinity" in SQLite's documentation. */
export type Affinity = 'integer' | 'text' | 'blob' | 'real' | 'numeric';

/** The affinity of a declared type in normal form. */
export function affinityOf(type: string): Affinity {
  if (type.includes('int')) return 'integer';
  if (/char|clob|text/.test(type)) return 'text';
  if (type === '' || type.includes('blob')) return 'blob';
  return /real|floa|doub/.test(type) ? 'real' : 'numeric';
}

const families: Readonly<Record<Affinity, string | undefined>> = {
  integer: 'integer',
  numeric: 'numeric',
  real: 'double precision',
  text: 'text',
  blob: undefined,
};

/** The types of SQLite: whatever words were declared, in lower case. */
export const sqliteTypes: Types = {
  read(reader) {
    const words: string[] = [];
    for (let token = reader.peek(); token !== undefined; token = reader.peek()) {
      const isWord = token.kind === 'name' || (token.kind === 'word' && !endsType.has(token.word));
      if (!isWord) break;
      words.push(reader.take().value.toLowerCase());
    }
    const modifiers = words.length > 0 && reader.sees('(') ? reader.bracketed() : null;
    const text = modifiers === null ? '' : `(${modifiers.map((token) => token.text.toLowerCase()).join('')})`;
    return { type: words.join(' ') + text, isSerial: false, collation: null, charset: null, isBinary: false };
  },
  family: (type) => families[affinityOf(type)],
};
