import { type Fact, unreadable } from '@canonical-schema/schema';
import type { CallValue, ClassValue, FunctionValue, Value } from '../../syntax/value';
import { textOf, whyNot } from '../facts-of-values';
import { callOf, frameworkName } from '../framework-name';
import { baseIdentity, linearise } from '../linearise';
import type { ReadContext } from '../read-context';

/**
 * The SQL of a project's own SQL construct: what its `@compiles(Construct, "postgresql")` function returns, or the one
 * for all dialects. Null where the class is no construct of SQLAlchemy's.
 */
export function compiledConstruct(call: CallValue, context: ReadContext): Fact<string> | null {
  const of = call.callee;
  if (
    of.kind !== 'class' ||
    !linearise(of)
      .slice(1)
      .some((base) => frameworkName(base) !== null)
  )
    return null;
  const { names, traits } = context.dialect;
  const compile = [...names, null].map((name) => compilerOf(of, name, context)).find((found) => found !== null);
  if (compile === undefined) return unreadable(`${of.name} has no @compiles function for ${traits.label} beside it`);
  const result = compile.call([call, { kind: 'none', place: call.place }], new Map());
  return (
    textOf(result) ??
    unreadable(`the @compiles function of ${of.name} ${whyNot(result, 'one that returns a constant')}`)
  );
}

/** The function in the class's module that is registered for a dialect, or (null) for all. */
function compilerOf(of: ClassValue, dialect: string | null, context: ReadContext): FunctionValue | null {
  const module = context.program.moduleAt(of.place.path);
  for (const { value } of module?.namespace.bindings.values() ?? []) {
    if (value.kind === 'function' && value.decorators.some((decorator) => registers(decorator, of, dialect)))
      return value;
  }
  return null;
}

function registers(decorator: Value, of: ClassValue, dialect: string | null): boolean {
  const [construct, ...dialects] = callOf(decorator, 'compiles')?.positional ?? [];
  if (construct === undefined || baseIdentity(construct) !== baseIdentity(of)) return false;
  return dialect === null ? dialects.length === 0 : dialects.some((name) => textOf(name) === dialect);
}
