import type { CallValue, Value } from '../../syntax/value';
import { NotRendered } from './rendered';

/** The arguments of a call by their parameters' names; those given by position in the order of `names`. */
export function namedArguments(call: CallValue, names: readonly string[]): ReadonlyMap<string, Value> {
  if (!call.complete) throw new NotRendered('it has arguments that are not known');
  const found = new Map<string, Value>(call.keywords);
  for (const [index, value] of call.positional.entries()) {
    const name = names[index];
    if (name === undefined) throw new NotRendered('it has more arguments than are known');
    found.set(name, value);
  }
  return found;
}

/** An argument that has to be there. */
export function required(found: ReadonlyMap<string, Value>, name: string): Value {
  const value = found.get(name);
  if (value === undefined) throw new NotRendered(`it has no ${name}`);
  return value;
}

/** The text of an argument; undefined where it is absent or `None`. */
export function textArgument(found: ReadonlyMap<string, Value>, name: string): string | undefined {
  const value = found.get(name);
  if (value === undefined || value.kind === 'none') return undefined;
  if (value.kind !== 'str') throw new NotRendered(`its ${name} is not a constant text`);
  return value.value;
}
