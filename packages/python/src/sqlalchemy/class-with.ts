import { BoundName } from '../syntax/scope';
import type { Binding, ClassValue, Namespace, Value } from '../syntax/value';

/**
 * A class as functions shall see it that are called with it: with some attributes known that its body does not say.
 * The body stays the evaluator's own object behind them, for a function may bind names in it.
 */
export function classWith(of: ClassValue, attributes: readonly Binding[]): ClassValue {
  const bindings = new Map([...of.body.bindings, ...attributes.map((binding) => [binding.name, binding] as const)]);
  const body: Namespace = Object.create(of.body, { bindings: { value: bindings } });
  return { ...of, body };
}

/** An attribute that holds a value. */
export function attributeBinding(name: string, value: Value): Binding {
  return new BoundName(name, value.place, value);
}
