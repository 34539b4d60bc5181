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

/** A value wholly, as Python would write it; an unknown as `unknown: ` and its reason. For tests and debugging. */
export function valueText(value: Value): string {
  return fullText(value, { depth: 50, items: 1000, isFrank: true });
}

const LONGEST = 60;

/** How much of a value is printed, and whether the reasons of unknowns are. */
interface Detail {
  readonly depth: number;
  readonly items: number;
  readonly isFrank: boolean;
}

/** A value roughly as Python would write it; long ones are cut. */
export function expressionText(value: Value): string {
  const text = fullText(value, { depth: 4, items: 8, isFrank: false });
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function fullText(value: Value, detail: Detail): string {
  if (detail.depth === 0) return '…';
  const inner = { ...detail, depth: detail.depth - 1 };
  const list = (items: readonly Value[]) =>
    items
      .slice(0, detail.items)
      .map((item) => fullText(item, inner))
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
        .slice(0, detail.items)
        .map(([key, item]) => `${fullText(key, inner)}: ${fullText(item, inner)}`)
        .join(', ')}}`;
    case 'class':
    case 'function':
      return value.qualifiedName;
    case 'module':
      return value.name;
    case 'external':
      return value.name.replace(/^builtins\./, '');
    case 'call':
      return `${fullText(value.callee, inner)}(${[
        list(value.positional),
        ...[...value.keywords].map(([name, item]) => `${name}=${fullText(item, inner)}`),
      ]
        .filter((part) => part !== '')
        .join(', ')})`;
    case 'attribute':
      return `${fullText(value.of, inner)}.${value.name}`;
    case 'subscript':
      return `${fullText(value.of, inner)}[${list(value.index)}]`;
    case 'operation':
      return value.operands.length === 1
        ? `${value.operator} ${list(value.operands)}`
        : value.operands.map((operand) => fullText(operand, inner)).join(` ${value.operator} `);
    case 'unknown':
      return detail.isFrank ? `unknown: ${value.why}` : '…';
  }
}
