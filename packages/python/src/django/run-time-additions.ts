import type { PythonProgram, WrittenCall } from '../syntax/program';
import type { ClassValue, FunctionValue } from '../syntax/value';

/**
 * May code that runs while a model class is made add fields or tables? Judged by what its methods have written: no call
 * that adds, and the model handed to nothing that could. Where a method is not known, it may.
 */
export function hookMayAdd(own: readonly ClassValue[], program: PythonProgram): boolean {
  return own.some((each) => methodsOf(each).some((method) => methodMayAdd(method, program)));
}

function methodsOf(value: ClassValue): readonly FunctionValue[] {
  return [...value.body.bindings.values()].flatMap(({ value: bound }) => (bound.kind === 'function' ? [bound] : []));
}

function methodMayAdd(method: FunctionValue, program: PythonProgram): boolean {
  const written = program.writtenCode(method);
  if (written === null) return true;
  const calls = written.filter((each) => each.kind === 'call');
  if (calls.some(adds)) return true;
  if (method.name !== 'contribute_to_class') return false;
  const model = program.parameterNames(method)[1] ?? 'cls';
  return calls.some((call) => passes(call, model) && !isHarmless(call.callee));
}

/** A call that adds a field, or makes a model, whatever it is given. */
function adds({ callee, positional, keywords }: WrittenCall): boolean {
  const name = lastPart(callee);
  if (name === 'add_to_class') return true;
  if (name === 'contribute_to_class') return !callee.startsWith('super()') && positional[0] !== 'self';
  if (name === 'add_field') return keywords.get('private') !== 'True' && positional[0] !== 'self';
  return (callee === 'type' || name === 'ModelBase') && positional.length >= 3;
}

function passes({ positional, keywords }: WrittenCall, name: string): boolean {
  return positional.includes(name) || [...keywords.values()].includes(name);
}

/** Calls that may be handed a model: of the class itself, whose methods are all judged, of Python, of signals. */
function isHarmless(callee: string): boolean {
  return harmless.has(lastPart(callee)) || /^(self|super\(\))\.\w+$/.test(callee);
}

const harmless: ReadonlySet<string> = new Set([
  'setattr',
  'getattr',
  'hasattr',
  'isinstance',
  'issubclass',
  'connect',
  'contribute_to_class',
  'lazy_related_operation',
]);

/** Kinds of expression that are no field. */
const constants: ReadonlySet<string | null> = new Set([
  'none',
  'true',
  'false',
  'number',
  'string',
  'list',
  'tuple',
  'set',
  'dict',
  'lambda',
]);

/** Calls on a class's attributes, or of what makes the class, that change no attribute. */
const readers: ReadonlySet<string> = new Set(['get', 'items', 'keys', 'values', 'copy']);

/** May a metaclass change the attributes or the Meta of the classes that it makes? */
export function metaclassMayAdd(metaclass: ClassValue, program: PythonProgram): boolean {
  return program.mro(metaclass).some((each) => {
    if (each.kind === 'unknown') return true;
    if (each.kind === 'external') return each.missing !== null;
    return methodsOf(each).some((method) => makerMayAdd(method, program));
  });
}

function makerMayAdd(method: FunctionValue, program: PythonProgram): boolean {
  const written = program.writtenCode(method);
  if (written === null) return true;
  const [, name, bases, attributes] = program.parameterNames(method);
  const made = [name, bases, attributes].filter((each) => each !== undefined);
  return written.some((each) => {
    if (each.kind === 'call') return adds(each) || changes(each, attributes ?? 'attrs');
    if (each.target === `${attributes}[]`) return !constants.has(each.value);
    return made.includes(each.target) || /(_meta|Meta|meta)\b.*\.|\.(abstract|proxy|db_table)$/.test(each.target);
  });
}

/** Does a call change the attributes of the class to be made, or hand them to something that might? */
function changes(call: WrittenCall, attributes: string): boolean {
  if (call.callee.startsWith(`${attributes}.`)) return !readers.has(lastPart(call.callee));
  return passes(call, attributes) && !['__new__', '__init__', '__call__'].includes(lastPart(call.callee));
}

function lastPart(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}
