/**
 * Python code that is to be written, before it is known which file it goes to: what it names is said by module, what it
 * quotes by text. `codeText` makes it the text of one file.
 */
export type PythonCode =
  /** Code that is the same in every file: `50`, `True`, `-1`. */
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
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
