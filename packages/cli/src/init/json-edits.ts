import { applyEdits, type TextEdit } from '@canonical-schema/schema';
import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { Refusal } from '../host/refusal';

/** A way into a JSON text: names of members and positions in lists. */
export type JsonPath = readonly (string | number)[];

const options = { allowTrailingComma: true };

/** The scanner's kind of a comma. */
const comma = 5;

/** The value of a JSON text that may have comments and trailing commas. Refuses where it is no JSON. */
export function jsonOf(text: string, path: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, options);
  const [error] = errors;
  if (error === undefined) return value;
  const line = text.slice(0, error.offset).split('\n').length;
  throw new Refusal(`"${path}" is not JSON: ${printParseErrorCode(error.error)} at line ${line}. Mend it there.`);
}

/** Is it an object with named members? */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The text with a value at a path: in the place of the one that is there, else behind its neighbours, what lacks on the
 * way to it made. A position behind the end of a list puts it last. Everything else stays as it is, byte for byte.
 */
export function withValue(text: string, path: JsonPath, value: unknown): string {
  const root = parseTree(text, [], options);
  if (root === undefined) throw new Error('A text that is no JSON was not refused.');
  const old = findNodeAtLocation(root, [...path]);
  if (old !== undefined) {
    const span = { start: old.offset, end: old.offset + old.length };
    return applyEdits(text, [{ span, text: printed(value, text, indentAt(text, old.offset)) }]);
  }
  const name = path.at(-1) ?? '';
  const container = findNodeAtLocation(root, path.slice(0, -1));
  if (container === undefined)
    return withValue(text, path.slice(0, -1), typeof name === 'number' ? [value] : { [name]: value });
  return applyEdits(text, insertion(text, container, typeof name === 'number' ? null : name, value));
}

/** What puts a member or item last into a container. */
function insertion(text: string, container: Node, name: string | null, value: unknown): TextEdit[] {
  const last = container.children?.at(-1);
  const label = name === null ? '' : `${JSON.stringify(name)}: `;
  if (last === undefined) return intoEmpty(text, container, label, value);
  const end = last.offset + last.length;
  const isOneLine = !text.slice(container.offset, last.offset).includes('\n');
  const separator = hasComma(text, end) ? [] : [{ span: { start: end, end }, text: ',' }];
  if (isOneLine) return [...at(end, separator, `${separator.length === 0 ? ', ' : ' '}${label}${onOneLine(value)}`)];
  const indent = indentAt(text, last.offset);
  return at(endOfItem(text, end), separator, `${newlineOf(text)}${indent}${label}${printed(value, text, indent)}`);
}

/** Two edits at one place are one. */
function at(start: number, before: readonly TextEdit[], text: string): TextEdit[] {
  const [same] = before;
  if (same?.span.start === start) return [{ span: same.span, text: same.text + text }];
  return [...before, { span: { start, end: start }, text }];
}

function intoEmpty(text: string, container: Node, label: string, value: unknown): TextEdit[] {
  const outer = indentAt(text, container.offset);
  const indent = outer + unitOf(text);
  const newline = newlineOf(text);
  const inner = { start: container.offset + 1, end: container.offset + container.length - 1 };
  const kept = text.slice(inner.start, inner.end).trimEnd();
  return [{ span: inner, text: `${kept}${newline}${indent}${label}${printed(value, text, indent)}${newline}${outer}` }];
}

/** Does a comma follow, whatever comments stand before it? */
function hasComma(text: string, end: number): boolean {
  const scanner = createScanner(text, true);
  scanner.setPosition(end);
  return scanner.scan() === comma;
}

/** Behind the item, its comma and the comment on its line, unless the container ends there. */
function endOfItem(text: string, end: number): number {
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd).trimEnd();
  return /^\s*,?\s*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/)?$/.test(rest) ? end + rest.length : end;
}

function printed(value: unknown, text: string, indent: string): string {
  return JSON.stringify(value, null, unitOf(text)).replaceAll('\n', newlineOf(text) + indent);
}

function onOneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}

function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
