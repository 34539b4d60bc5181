import type { Expression } from '../ast';
import { codeBehind } from './function-body';
import type { FunctionBehind } from './world';

/** A call as it stands in a function's body, its parts as dotted text: `cls.add_to_class`, `super().__init__`. */
export interface WrittenCall {
  readonly kind: 'call';
  /** Empty for what has no name: `(a or b)(…)`. */
  readonly callee: string;
  readonly positional: readonly string[];
  readonly keywords: ReadonlyMap<string, string>;
}

/** A target that is assigned to or deleted: `attrs[]`, `cls._meta.ordering`, and the kind of expression that it gets. */
export interface WrittenAssignment {
  readonly kind: 'assignment';
  readonly target: string;
  /** Null where it is deleted, or gets the result of an operator. */
  readonly value: Expression['kind'] | null;
}

/** The calls and assignments of a function's body, those of functions inside included, in no order. */
export function writtenCode(behind: FunctionBehind): readonly (WrittenCall | WrittenAssignment)[] {
  const found: (WrittenCall | WrittenAssignment)[] = [];
  const pending: unknown[] = [...codeBehind(behind)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    found.push(...effectsOf(node as Node));
    pending.push(...partsOf(node));
  }
  return found;
}

interface Node {
  readonly kind?: string;
  readonly callee?: Expression;
  readonly args?: Extract<Expression, { kind: 'call' }>['args'];
  readonly targets?: readonly Expression[];
  readonly target?: Expression;
  readonly value?: Expression | null;
}

function effectsOf(node: Node): readonly (WrittenCall | WrittenAssignment)[] {
  if (node.kind === 'call' && node.callee !== undefined) return [writtenCall(node.callee, node.args ?? [])];
  const assigned = (target: Expression, value: Expression['kind'] | null): WrittenAssignment => ({
    kind: 'assignment',
    target: textOf(target),
    value,
  });
  if (node.kind === 'assign') return (node.targets ?? []).map((target) => assigned(target, node.value?.kind ?? null));
  if (node.kind === 'delete') return (node.targets ?? []).map((target) => assigned(target, null));
  if (node.target === undefined || (node.kind !== 'augmented' && node.kind !== 'annotated')) return [];
  return [assigned(node.target, node.kind === 'augmented' ? null : (node.value?.kind ?? null))];
}

function writtenCall(callee: Expression, args: Extract<Expression, { kind: 'call' }>['args']): WrittenCall {
  const keywords = args
    .filter(({ form }) => form === 'keyword')
    .map(({ name, value }) => [name, textOf(value)] as const);
  const positional = args.filter(({ form }) => form !== 'keyword').map(({ value }) => textOf(value));
  return { kind: 'call', callee: textOf(callee), positional, keywords: new Map(keywords) };
}

/** A dotted name, with `()` and `[]` for calls and subscripts on the way; empty for anything else. */
function textOf(expression: Expression): string {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'attribute':
      return `${textOf(expression.of)}.${expression.name}`;
    case 'call':
      return `${textOf(expression.callee)}()`;
    case 'subscript':
      return `${textOf(expression.of)}[]`;
    case 'true':
      return 'True';
    default:
      return '';
  }
}

/** The bodies of functions inside are parsed when asked for. */
function partsOf(node: object): readonly unknown[] {
  const parts: unknown[] = Array.isArray(node) ? node : Object.values(node);
  return parts.flatMap((part) => (typeof part === 'function' ? (part.call(node) as readonly unknown[]) : [part]));
}
