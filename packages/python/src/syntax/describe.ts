import type { Value } from './value';

/** A value as a message names it, at most a line: `calls os.environ.get`, `"abc"`, `class Stock`. */
export function describe(value: Value): string {
  switch (value.kind) {
    case 'unknown':
      return value.why;
    case 'call':
      return `calls ${expressionText(value.callee)}`;
    case 'operation':
      return operationText(value);
    default:
      return expressionText(value);
  }
}

function operationText(value: Extract<Value, { kind: 'operation' }>): string {
  const unknown = value.operands.find((operand) => operand.kind === 'unknown');
  return unknown === undefined ? `computes ${expressionText(value)}` : describe(unknown);
}

const LONGEST = 60;

/** A value roughly as Python would write it; long ones are cut. */
export function expressionText(value: Value): string {
  const text = fullText(value, 4);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function fullText(value: Value, depth: number): string {
  if (depth === 0) return '…';
  const list = (items: readonly Value[]) =>
    items
      .slice(0, 8)
      .map((item) => fullText(item, depth - 1))
      .join(', ');
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return value.text;
    case 'str':
      return JSON.stringify(value.value);
    case 'bytes':
      return `b${JSON.stringify(value.value)}`;
    case 'ellipsis':
      return '...';
    case 'list':
      return `[${list(value.items)}]`;
    case 'tuple':
      return `(${list(value.items)}${value.items.length === 1 ? ',' : ''})`;
    case 'set':
      return value.items.length === 0 ? 'set()' : `{${list(value.items)}}`;
    case 'dict':
      return `{${value.entries
        .slice(0, 8)
        .map(([key, item]) => `${fullText(key, depth - 1)}: ${fullText(item, depth - 1)}`)
        .join(', ')}}`;
    case 'class':
    case 'function':
      return value.qualifiedName;
    case 'module':
      return value.name;
    case 'external':
      return value.name.replace(/^builtins\./, '');
    case 'call':
      return `${fullText(value.callee, depth - 1)}(${[
        list(value.positional),
        ...[...value.keywords].map(([name, item]) => `${name}=${fullText(item, depth - 1)}`),
      ]
        .filter((part) => part !== '')
        .join(', ')})`;
    case 'attribute':
      return `${fullText(value.of, depth - 1)}.${value.name}`;
    case 'subscript':
      return `${fullText(value.of, depth - 1)}[${list(value.index)}]`;
    case 'operation':
      return value.operands.length === 1
        ? `${value.operator} ${list(value.operands)}`
        : value.operands.map((operand) => fullText(operand, depth - 1)).join(` ${value.operator} `);
    case 'unknown':
      return '…';
  }
}
