import type { FileStyle } from './file-style';
import { plainStyle } from './file-style';

/** A constant as Python writes it. */
export type PythonConstant = string | number | bigint | boolean | null | readonly PythonConstant[];

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal in the file's quotes, or in the other ones where that saves escapes. */
export function pythonString(value: string, { quote }: Pick<FileStyle, 'quote'> = plainStyle): string {
  const other = quote === '"' ? "'" : '"';
  const mark = value.includes(quote) && !value.includes(other) ? other : quote;
  const escaped = [...value].map((character) => escapedCharacter(character, mark)).join('');
  return `${mark}${escaped}${mark}`;
}

function escapedCharacter(character: string, mark: string): string {
  const known = escapes[character];
  if (known !== undefined) return known;
  if (character === mark) return `\\${mark}`;
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || code === 0x7f ? `\\x${code.toString(16).padStart(2, '0')}` : character;
}

/** A constant as the file would write it; lists on one line. */
export function pythonConstant(value: PythonConstant, style: Pick<FileStyle, 'quote'> = plainStyle): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return pythonString(value, style);
  if (typeof value === 'object') return `[${value.map((each) => pythonConstant(each, style)).join(', ')}]`;
  return String(value);
}
