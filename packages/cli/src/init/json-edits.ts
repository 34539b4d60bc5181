import { applyEdits, type JSONPath, modify, type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { Refusal } from '../host/refusal';

/** The value of a JSON text that may have comments and trailing commas. Refuses where it is no JSON. */
export function jsonOf(text: string, path: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error === undefined) return value;
  const line = text.slice(0, error.offset).split('\n').length;
  throw new Refusal(`"${path}" is not JSON: ${printParseErrorCode(error.error)} at line ${line}. Mend it there.`);
}

/** The text with one value set; `isInserted` puts it into a list. Everything else stays as it is, byte for byte. */
export function withValue(text: string, path: JSONPath, value: unknown, isInserted = false): string {
  const edits = modify(text, path, value, {
    isArrayInsertion: isInserted,
    formattingOptions: { ...indentOf(text), eol: text.includes('\r\n') ? '\r\n' : '\n' },
  });
  return applyEdits(text, edits);
}

function indentOf(text: string): { readonly insertSpaces: boolean; readonly tabSize: number } {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return indent.startsWith('\t') ? { insertSpaces: false, tabSize: 1 } : { insertSpaces: true, tabSize: indent.length };
}

/** Is it an object with named members? */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
