import type { Binding, CallValue, ClassValue, FunctionValue, Value } from '../../../syntax/value';
import { dictValue, externalValue, sequenceValue } from '../../../syntax/values';
import { fieldItself } from '../../fields/field-itself';
import type { FieldState } from '../../fields/field-state';
import { nowhere, textValue } from '../../nowhere';
import type { Keywords } from './field-rules';
import { type MadeTerm, NotComparable, type Term } from './term';
import { type TermReading, termOfValue } from './term-of-value';

/**
 * What the `deconstruct()` methods of a field's own classes make of what Django's gives; null where one of them cannot
 * be followed.
 */
export function ownDeconstruct(field: FieldState, of: MadeTerm, reading: TermReading): MadeTerm | null {
  const { call } = field;
  if (call?.callee.kind !== 'class') return null;
  const own = reading.program.mro(call.callee).filter((each) => each.kind === 'class');
  const methods = own.flatMap((each) => each.body.bindings.get('deconstruct')?.value ?? []);
  const self = itself(field, call, call.callee, own, reading);
  let made: MadeTerm | null = of;
  for (const method of methods.reverse()) {
    made = made === null || method.kind !== 'function' ? null : deconstructedBy(method, self, made, field, reading);
  }
  return made;
}

/** The field as its method sees it, with the attributes that Django's constructors keep. */
function itself(
  field: FieldState,
  call: CallValue,
  callee: ClassValue,
  own: readonly ClassValue[],
  { program }: TermReading,
): ClassValue {
  const self = fieldItself(call, callee, own, program);
  const kept = [...field.arguments.values].map(([name, value]): [string, Binding] => [
    name,
    { name, value, annotation: null, assigned: true, condition: null, place: call.place },
  ]);
  const body = { bindings: new Map([...kept, ...self.body.bindings]), obscured: [] };
  return { ...self, body, written: body };
}

function deconstructedBy(
  method: FunctionValue,
  self: ClassValue,
  of: MadeTerm,
  field: FieldState,
  reading: TermReading,
): MadeTerm | null {
  const terms = new Map<Value, Term>();
  const stand = (term: Term, value: Value | undefined): Value => {
    const shown: Value = value === undefined ? externalValue(`(${terms.size})`, nowhere) : { ...value };
    terms.set(shown, term);
    return shown;
  };
  const keywords = dictValue(
    [...of.keywords].map(([name, term]) => [textValue(name), stand(term, field.arguments.values.get(name))] as const),
    nowhere,
  );
  const positional = sequenceValue(
    'list',
    of.positional.map((term) => stand(term, undefined)),
    nowhere,
  );
  const whole = [textValue(field.name), textValue(of.path), positional, keywords];
  const result = reading.program.methodOver(method, self, sequenceValue('tuple', whole, nowhere));
  try {
    return termOfResult(result, (value) => terms.get(value) ?? termOfValue(value, reading));
  } catch (error) {
    if (error instanceof NotComparable) return null;
    throw error;
  }
}

function termOfResult(result: Value, termOf: (value: Value) => Term): MadeTerm | null {
  const [, path, positional, keywords] = result.kind === 'tuple' || result.kind === 'list' ? result.items : [];
  if (path?.kind !== 'str' || keywords?.kind !== 'dict') return null;
  if (positional?.kind !== 'list' && positional?.kind !== 'tuple') return null;
  const found: Keywords = new Map();
  for (const [name, value] of keywords.entries) {
    if (name.kind !== 'str') return null;
    found.set(name.value, termOf(value));
  }
  return { kind: 'made', path: path.value, positional: positional.items.map(termOf), keywords: found };
}
