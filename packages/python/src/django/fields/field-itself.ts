import type { PythonProgram } from '../../syntax/program';
import type { Binding, CallValue, ClassValue, FunctionValue, Value } from '../../syntax/value';

/**
 * A field as its own methods see it, `self`: the arguments that its constructor keeps under their names, and what its
 * class has. What any method sets otherwise is unknown.
 */
export function fieldItself(
  call: CallValue,
  callee: ClassValue,
  own: readonly ClassValue[],
  program: PythonProgram,
): ClassValue {
  const bindings = new Map<string, Binding>();
  const bind = (name: string, value: Value): void => {
    bindings.set(name, { name, value, annotation: null, assigned: true, condition: null, place: call.place });
  };
  const inits = own.flatMap((each) => each.body.bindings.get('__init__')?.value ?? []);
  const [init] = inits;
  for (const name of own.flatMap((each) => attributesSet(each, program))) {
    const kept = init?.kind === 'function' ? keptArgument(name, init, call, program) : null;
    bind(name, kept ?? { kind: 'unknown', why: `depends on self.${name}`, place: call.place });
  }
  const name = callee.name;
  const body = { bindings, obscured: [] };
  return {
    kind: 'class',
    name,
    qualifiedName: name,
    module: callee.module,
    bases: [callee],
    keywords: new Map(),
    decorators: [],
    body,
    written: body,
    place: call.place,
  };
}

/** The attributes of `self` that the methods of a class set. */
function attributesSet(value: ClassValue, program: PythonProgram): readonly string[] {
  return [...value.body.bindings.values()].flatMap(({ value: method }) => {
    const written = method.kind === 'function' ? (program.writtenCode(method) ?? []) : [];
    return written.flatMap((each) =>
      each.kind === 'assignment' && each.target.startsWith('self.') ? [each.target.slice('self.'.length)] : [],
    );
  });
}

/** The argument that `self.dimensions = dimensions` keeps; null where the attribute is set in any other way. */
function keptArgument(name: string, init: FunctionValue, call: CallValue, program: PythonProgram): Value | null {
  const position = program.parameterNames(init).indexOf(name);
  const written = (program.writtenCode(init) ?? []).filter(
    (each) => each.kind === 'assignment' && (each.target === `self.${name}` || each.target === name),
  );
  const isKept = written.length === 1 && written[0]?.kind === 'assignment' && written[0].value === 'name';
  if (!isKept || position < 0 || !call.complete) return null;
  return call.keywords.get(name) ?? call.positional[position - 1] ?? program.parameterDefault(init, name);
}
