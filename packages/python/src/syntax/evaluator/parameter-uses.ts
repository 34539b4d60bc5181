import type { Call, Expression } from '../ast';
import type { FunctionValue } from '../value';
import { codeBehind } from './function-body';
import type { FunctionBehind, World } from './world';

/** Functions that hand a parameter on are followed so deep. */
const deepestHand = 8;

/**
 * What a function's body does with one of its parameters: the dotted attributes that it names (`connection.alias`), and
 * an empty text where it hands the parameter itself to something that is not followed. Functions are.
 */
export function parameterUses(fn: FunctionValue, index: number, world: World, depth = 0): readonly string[] | null {
  const behind = world.functions.get(fn);
  if (behind === undefined) return null;
  const name = behind.definition.parameters[index]?.name;
  if (name === undefined) return [];
  const uses = new Set<string>();
  const pending: unknown[] = [...codeBehind(behind)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const chain = 'kind' in node ? chainFrom(node as Expression, name) : null;
    const handed = isCall(node) ? usesOfHanded(node, name, behind, world, depth) : null;
    for (const use of handed ?? (chain === null ? [] : [chain])) uses.add(use);
    if (handed !== null) pending.push(...othersOf(node as Call, name));
    else if (chain === null) pending.push(...partsOf(node));
  }
  return [...uses];
}

/** `a.b` of `name.a.b`, an empty text for `name` itself; null for anything else. */
function chainFrom(node: Expression, name: string): string | null {
  const parts: string[] = [];
  let at: Expression = node;
  while (at.kind === 'attribute') {
    parts.unshift(at.name);
    at = at.of;
  }
  return at.kind === 'name' && at.name === name ? parts.join('.') : null;
}

function isCall(node: object): node is Call {
  return 'kind' in node && node.kind === 'call';
}

/** What a function that gets the parameter as one of its arguments does with it; null where that is not known. */
function usesOfHanded(
  call: Call,
  name: string,
  { frame }: FunctionBehind,
  world: World,
  depth: number,
): readonly string[] | null {
  const at = call.args.findIndex(({ value }) => value.kind === 'name' && value.name === name);
  const argument = call.args[at];
  if (argument === undefined || call.callee.kind !== 'name' || depth > deepestHand) return null;
  const callee = world.evaluate(call.callee, frame);
  if (callee.kind !== 'function') return null;
  const parameters = world.functions.get(callee)?.definition.parameters ?? [];
  const position = argument.form === 'positional' ? at : parameters.findIndex((each) => each.name === argument.name);
  return position < 0 ? null : parameterUses(callee, position, world, depth + 1);
}

/** The arguments of a call without the one that was followed. */
function othersOf(call: Call, name: string): readonly unknown[] {
  return call.args.map(({ value }) => value).filter((value) => value.kind !== 'name' || value.name !== name);
}

/** The bodies of functions inside are parsed when asked for. */
function partsOf(node: object): readonly unknown[] {
  const parts: unknown[] = Array.isArray(node) ? node : Object.values(node);
  return parts.flatMap((part) => (typeof part === 'function' ? (part.call(node) as readonly unknown[]) : [part]));
}
