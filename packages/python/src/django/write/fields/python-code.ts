import { assertNever } from '@canonical-schema/schema';
import { type Code, callCode, flatText } from '../../../edits/code';
import type { FileStyle } from '../../../edits/file-style';
import { pythonString } from '../../../edits/python-text';
import type { Spelling } from '../../../edits/spelling';

/**
 * Python code that is to be written, before it is known which file it goes to: what it names is said by module, what it
 * quotes by text. `codeOf` makes it the code of one file.
 */
export type PythonCode =
  /** Code that is the same in every file: `50`, `True`, `-1`. */
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'string' | 'bytes'; readonly text: string }
  /** An expression that is put into words once the file is known. */
  | { readonly kind: 'expression'; textIn(file: CodeFile): string }
  /** A name that is imported, `models.CASCADE`: `name` may have dots behind the one that is imported. */
  | { readonly kind: 'name'; readonly module: string; readonly name: string }
  | { readonly kind: 'list' | 'tuple'; readonly items: readonly PythonCode[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [key: PythonCode, value: PythonCode])[] }
  | CallCode;

export interface CallCode {
  readonly kind: 'call';
  readonly callee: PythonCode;
  readonly args: readonly ArgumentCode[];
}

/** An argument; `name` is empty for a positional one. */
export interface ArgumentCode {
  readonly name: string;
  readonly value: PythonCode;
}

/** The file that code is written into, as far as it decides the spelling. */
export interface CodeFile {
  readonly spelling: Spelling;
  readonly style: FileStyle;
  /** Names that mean something else where the code stands, as a field `uuid` does in its class. */
  readonly hidden: ReadonlySet<string>;
}

/** Code that is the same everywhere. */
export function plain(text: string): PythonCode {
  return { kind: 'plain', text };
}

/** A text constant. */
export function string(text: string): PythonCode {
  return { kind: 'string', text };
}

/** A name of a module. */
export function imported(module: string, name: string): PythonCode {
  return { kind: 'name', module, name };
}

/** A keyword argument. */
export function keyword(name: string, value: PythonCode): ArgumentCode {
  return { name, value };
}

/** A positional argument. */
export function positional(value: PythonCode): ArgumentCode {
  return { name: '', value };
}

/** The code as one file spells it. `before` is what stands in front: `name = `, `default=`. */
export function codeOf(code: PythonCode, file: CodeFile, before = ''): Code {
  switch (code.kind) {
    case 'plain':
      return before + code.text;
    case 'string':
      return before + pythonString(code.text, file.style);
    case 'expression':
      return before + code.textIn(file);
    case 'bytes':
      return `${before}b${pythonString(code.text, file.style)}`;
    case 'name':
      return before + spelledName(code.module, code.name, file);
    case 'list':
    case 'tuple': {
      const [open, close] = code.kind === 'list' ? ['[', ']'] : ['(', ')'];
      const items = code.items.map((item) => codeOf(item, file));
      return { kind: 'bracketed', open: before + open, items, close, isTuple: code.kind === 'tuple' };
    }
    case 'dict': {
      const items = code.entries.map(([key, value]) => codeOf(value, file, `${flatText(codeOf(key, file))}: `));
      return { kind: 'bracketed', open: `${before}{`, items, close: '}' };
    }
    case 'call': {
      const args = code.args.map(({ name, value }) => codeOf(value, file, name === '' ? '' : `${name}=`));
      return callCode(before + flatText(codeOf(code.callee, file)), args);
    }
    default:
      return assertNever(code);
  }
}

/** Dots behind the imported name are attributes: `settings.AUTH_USER_MODEL` imports `settings`. */
function spelledName(module: string, name: string, { spelling, hidden }: CodeFile): string {
  const [first = '', ...rest] = name.split('.');
  return [spelling.spell(module, first, hidden), ...rest].join('.');
}
