import { assertNever } from '@canonical-schema/schema';
import type { FileStyle } from './file-style';

/**
 * Python text that is to be added: finished text of one line, something in brackets that goes on one line or on several
 * as there is room, or a statement with a body.
 */
export type Code = string | BracketedCode | ChainCode | BlockCode;

/** `models.Index(` … `)`, `indexes = [` … `]`, `fields=[` … `]`. */
export interface BracketedCode {
  readonly kind: 'bracketed';
  /** Everything up to the opening bracket, it included. */
  readonly open: string;
  readonly items: readonly Code[];
  /** The closing bracket and what follows it. */
  readonly close: string;
  /** One item alone needs its comma. */
  readonly isTuple?: boolean;
  /** Does every item have a line of its own, though there is room on one? */
  readonly onePerLine?: boolean;
}

/** `condition=` and operands with an operator between them; in parentheses where it needs several lines. */
export interface ChainCode {
  readonly kind: 'chain';
  readonly before: string;
  readonly operands: readonly string[];
  readonly operator: string;
}

/** `class Meta:` with its statements; an empty text among them is a blank line. */
export interface BlockCode {
  readonly kind: 'block';
  /** With its colon. */
  readonly header: string;
  readonly body: readonly Code[];
}

/** A call: `callCode('models.Index', [...])`, or `callCode('x = models.CharField', [...])`. */
export function callCode(callee: string, args: readonly Code[]): BracketedCode {
  return { kind: 'bracketed', open: `${callee}(`, items: args, close: ')' };
}

/** A list: `listCode('fields=', ['"a"'])`. */
export function listCode(before: string, items: readonly Code[]): BracketedCode {
  return { kind: 'bracketed', open: `${before}[`, items, close: ']' };
}

/** A tuple in parentheses: `tupleCode('__table_args__ = ', […])`. */
export function tupleCode(before: string, items: readonly Code[]): BracketedCode {
  return { kind: 'bracketed', open: `${before}(`, items, close: ')', isTuple: true };
}

/** A statement with a body. */
export function blockCode(header: string, body: readonly Code[]): BlockCode {
  return { kind: 'block', header, body };
}

/** Where code is written. */
export interface CodePosition {
  /** Of the line that it starts on. */
  readonly indent: string;
  /** How many characters stand before it on its line. */
  readonly column: number;
  /** How many characters follow it on its last line: 1 for a comma. */
  readonly after: number;
}

/** The position of a statement. */
export function atIndent(indent: string): CodePosition {
  return { indent, column: indent.length, after: 0 };
}

/** The text of code, without the indentation of its first line. Lines end in `\n`, whatever the file's do. */
export function codeText(code: Code, position: CodePosition, style: FileStyle): string {
  if (typeof code === 'string') return code;
  switch (code.kind) {
    case 'block':
      return blockText(code, position, style);
    case 'chain':
      return chainText(code, position, style);
    case 'bracketed': {
      const flat = flatText(code);
      const fits = position.column + flat.length + position.after <= style.lineLength && code.onePerLine !== true;
      return (fits && !flat.includes('\n')) || code.items.length === 0 ? flat : explodedText(code, position, style);
    }
    default:
      return assertNever(code);
  }
}

/** The code on one line. */
export function flatText(code: Code): string {
  if (typeof code === 'string') return code;
  if (code.kind === 'block') return `${code.header}\n`;
  if (code.kind === 'chain') return code.before + code.operands.join(` ${code.operator} `);
  const comma = code.isTuple === true && code.items.length === 1 ? ',' : '';
  return `${code.open}${code.items.map(flatText).join(', ')}${comma}${code.close}`;
}

/** All items on a line of their own between the brackets if they have room there, else one per line. */
function explodedText(code: BracketedCode, { indent }: CodePosition, style: FileStyle): string {
  const inner = indent + style.indent;
  const items = code.items.map(flatText).join(', ');
  const isTuple = code.isTuple === true && code.items.length === 1;
  const fits = inner.length + items.length <= style.lineLength && !items.includes('\n');
  if (fits && !isTuple && code.onePerLine !== true) return `${code.open}\n${inner}${items}\n${indent}${code.close}`;
  const lines = code.items.map((item, order) => {
    const comma = order < code.items.length - 1 || style.trailingComma || isTuple ? ',' : '';
    return inner + codeText(item, { indent: inner, column: inner.length, after: comma.length }, style) + comma;
  });
  return `${code.open}\n${lines.join('\n')}\n${indent}${code.close}`;
}

function chainText(code: ChainCode, { indent, column, after }: CodePosition, style: FileStyle): string {
  const flat = flatText(code);
  if (column + flat.length + after <= style.lineLength) return flat;
  const inner = indent + style.indent;
  const lines = code.operands.map((operand, order) => inner + (order === 0 ? '' : `${code.operator} `) + operand);
  return `${code.before}(\n${lines.join('\n')}\n${indent})`;
}

function blockText(code: BlockCode, { indent }: CodePosition, style: FileStyle): string {
  const inner = indent + style.indent;
  const lines = code.body.map((each) => (each === '' ? '' : inner + codeText(each, atIndent(inner), style)));
  return [code.header, ...lines].join('\n');
}
