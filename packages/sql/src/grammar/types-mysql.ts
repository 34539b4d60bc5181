import type { Types, WrittenColumnType } from './grammar';
import { quoteMysqlText } from './quote-names';
import { separated, type TokenReader } from './token-reader';
import type { Token } from './tokens';

/** Other spellings of a type: what they are, in MySQL's own words. */
const aliases: Readonly<Record<string, string>> = {
  integer: 'int',
  int1: 'tinyint',
  int2: 'smallint',
  int3: 'mediumint',
  int4: 'int',
  int8: 'bigint',
  middleint: 'mediumint',
  numeric: 'decimal',
  dec: 'decimal',
  fixed: 'decimal',
  number: 'decimal',
  'double precision': 'double',
  real: 'double',
  float8: 'double',
  float4: 'float',
  character: 'char',
  nchar: 'char',
  'national char': 'char',
  'national character': 'char',
  'character varying': 'varchar',
  'char varying': 'varchar',
  varcharacter: 'varchar',
  nvarchar: 'varchar',
  varchar2: 'varchar',
  'nchar varying': 'varchar',
  'nchar varchar': 'varchar',
  'national varchar': 'varchar',
  'national char varying': 'varchar',
  'national character varying': 'varchar',
  long: 'mediumtext',
  'long varchar': 'mediumtext',
  'long char varying': 'mediumtext',
  'long character varying': 'mediumtext',
  'long varbinary': 'mediumblob',
  'char byte': 'binary',
  geomcollection: 'geometrycollection',
  clob: 'longtext',
};

/** Types of several words. */
const phrases: readonly string[] = Object.keys(aliases)
  .filter((name) => name.includes(' '))
  .sort((a, b) => b.length - a.length);

const integers: ReadonlySet<string> = new Set(['tinyint', 'smallint', 'mediumint', 'int', 'bigint']);

/** Whole words that stand for a type with its modifiers. */
const whole: Readonly<Record<string, string>> = {
  bool: 'tinyint(1)',
  boolean: 'tinyint(1)',
  serial: 'bigint unsigned',
};

/** The modifiers of types that have some where none are written. */
const impliedModifiers: Readonly<Record<string, string>> = {
  char: '(1)',
  binary: '(1)',
  bit: '(1)',
  decimal: '(10,0)',
};

/** PostgreSQL's name for the kind of values. */
const families: Readonly<Record<string, string>> = {
  tinyint: 'integer',
  smallint: 'integer',
  mediumint: 'integer',
  int: 'integer',
  bigint: 'bigint',
  year: 'integer',
  decimal: 'numeric',
  double: 'double precision',
  float: 'double precision',
  ...Object.fromEntries(
    'char varchar tinytext text mediumtext longtext enum set'.split(' ').map((name) => [name, 'text']),
  ),
  datetime: 'timestamp without time zone',
  timestamp: 'timestamp without time zone',
};

/** Words behind a type that say more of it. */
interface Attributes {
  readonly isUnsigned: boolean;
  readonly isZerofill: boolean;
  readonly collation: string | null;
  readonly charset: string | null;
  readonly isBinary: boolean;
}

/** The types of MySQL, as `COLUMN_TYPE` of version 8 names them. */
export const mysqlTypes: Types = {
  read: readType,
  family: (type) => families[/^[a-z0-9]+/.exec(type)?.[0] ?? ''],
};

/** MariaDB has some more, which are their own names. */
export const mariadbTypes: Types = mysqlTypes;

function readType(reader: TokenReader): WrittenColumnType {
  const phrase = reader.acceptsOneOf(phrases);
  const word = phrase ?? reader.name().toLowerCase();
  if (word === 'char' && reader.accepts('byte')) return finished(reader, 'binary');
  const known = whole[word];
  if (known !== undefined) return { type: known, isSerial: word === 'serial', ...textFacts(attributes(reader)) };
  return finished(reader, aliases[word] ?? word, national.test(word) ? 'utf8mb3' : null);
}

/** Whether it is in the national character set, by the names of a type. */
const national = /^(?:n(?:ational )?(?:var)?char|national )/;

function finished(reader: TokenReader, base: string, implied: string | null = null): WrittenColumnType {
  const modifiers = reader.sees('(') ? separated(reader.bracketed()).map(modifierOf) : [];
  const written = attributes(reader);
  const { isUnsigned, isZerofill } = written;
  const facts = { isSerial: false, ...textFacts(written), charset: written.charset ?? implied };
  const sized = sizedTypes[base]?.(Number(modifiers[0]));
  if (sized !== undefined && modifiers.length === 1) return { type: sized, ...facts };
  const suffix = `${isUnsigned || isZerofill ? ' unsigned' : ''}${isZerofill ? ' zerofill' : ''}`;
  return { type: base + shownModifiers(base, modifiers, suffix) + suffix, ...facts };
}

function textFacts({ collation, charset, isBinary }: Attributes): Omit<WrittenColumnType, 'type' | 'isSerial'> {
  return { collation, charset, isBinary };
}

function modifierOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'string' ? quoteMysqlText(token.value) : token.text)).join('');
}

/** Types that a size turns into another one: the smallest that holds so much, of up to four bytes a character. */
const sizedTypes: { readonly [base in string]?: (size: number) => string } = {
  float: (digits) => (digits > 24 ? 'double' : 'float'),
  blob: (bytes) => `${sizeWord(bytes)}blob`,
  text: (characters) => `${sizeWord(characters * 4)}text`,
};

function sizeWord(bytes: number): string {
  if (bytes < 2 ** 8) return 'tiny';
  if (bytes < 2 ** 16) return '';
  return bytes < 2 ** 24 ? 'medium' : 'long';
}

/** Display widths say nothing of the values, but for MySQL's own spelling of BOOLEAN. */
function shownModifiers(base: string, modifiers: readonly string[], suffix: string): string {
  const [first, second] = modifiers;
  if (integers.has(base)) return base === 'tinyint' && first === '1' && suffix === '' ? '(1)' : '';
  if (base === 'year' || base === 'json') return '';
  if (first === undefined) return impliedModifiers[base] ?? '';
  if (base === 'decimal' && second === undefined) return `(${first},0)`;
  if ((base === 'datetime' || base === 'timestamp' || base === 'time') && first === '0') return '';
  return `(${modifiers.join(',')})`;
}

function attributes(reader: TokenReader): Attributes {
  let found: Attributes = { isUnsigned: false, isZerofill: false, collation: null, charset: null, isBinary: false };
  for (;;) {
    if (reader.accepts('unsigned')) found = { ...found, isUnsigned: true };
    else if (reader.accepts('zerofill')) found = { ...found, isZerofill: true };
    else if (reader.accepts('collate')) found = { ...found, collation: collationOf(reader) };
    else if (reader.acceptsOneOf(['character set', 'charset', 'char set']) !== null)
      found = { ...found, charset: charsetOf(reader) };
    else if (reader.accepts('binary')) found = { ...found, isBinary: true };
    else if (reader.accepts('ascii')) found = { ...found, charset: 'latin1' };
    else if (reader.accepts('unicode')) found = { ...found, charset: 'ucs2' };
    else if (reader.accepts('byte')) found = { ...found, charset: 'binary' };
    else if (!reader.accepts('signed')) return found;
  }
}

/** A collation is one word, quoted or not, in any case; `utf8` is MySQL's older name for three bytes a character. */
export function collationOf(reader: TokenReader): string {
  return reader
    .take()
    .value.toLowerCase()
    .replace(/^utf8_/, 'utf8mb3_');
}

/** A character set is one word, quoted or not, in any case. */
export function charsetOf(reader: TokenReader): string {
  return reader
    .take()
    .value.toLowerCase()
    .replace(/^utf8$/, 'utf8mb3');
}

/** What a type of characters is in the character set `binary`. */
export function typeOfBytes(type: string): string {
  return type.replace(/^(var)?char(?=\()/, '$1binary').replace(/^(tiny|medium|long)?text$/, '$1blob');
}
