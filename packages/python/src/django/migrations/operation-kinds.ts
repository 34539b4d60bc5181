import type { PythonProgram } from '../../syntax/program';
import type { CallValue, ClassValue, Value } from '../../syntax/value';
import { describe, dottedName } from '../constants';
import { argumentsOf, argumentsThrough, type ReachingArguments } from '../super-arguments';
import { editorUse } from './editor-use';
import { fieldOperations } from './field-operations';
import { indexOperations } from './index-operations';
import { modelOperations } from './model-operations';
import type { Operation } from './operation';
import type { OperationKind } from './operation-kind';
import { specialOperations } from './special-operations';

/** Every operation of django.db.migrations and django.contrib.postgres.operations. */
export const operationKinds: ReadonlyMap<string, OperationKind> = new Map(
  Object.entries({ ...modelOperations, ...fieldOperations, ...indexOperations, ...specialOperations }),
);

/** What a value in a list of operations is. */
export type ReadOperation =
  | {
      readonly kind: 'operation';
      readonly operation: Operation;
      /** Why it may do more or other than Django's class under it; null where it cannot. */
      readonly doubt: string | null;
    }
  /** A class of the project's own that moves data only. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unread'; readonly why: string };

/** Reads an operation; a class of the project's own is followed to Django's class under it. */
export function readOperation(value: Value, app: string, program: PythonProgram): ReadOperation {
  if (value.kind !== 'call') return { kind: 'unread', why: value.kind === 'unknown' ? value.why : describe(value) };
  if (value.callee.kind === 'class') return customOperation(value, value.callee, app, program);
  const kind = kindNamed(dottedName(value.callee));
  if (kind === null) return { kind: 'unread', why: `${describe(value)} is no operation that is known` };
  return operationOf(kind, value, argumentsOf(value), app, null);
}

function kindNamed(dotted: string | null): string | null {
  if (dotted === null || !/^django\.(db\.migrations|contrib\.(postgres|gis))\b/.test(dotted)) return null;
  const name = dotted.slice(dotted.lastIndexOf('.') + 1);
  return operationKinds.has(name) ? name : null;
}

function operationOf(
  kind: string,
  call: CallValue,
  passed: ReachingArguments,
  app: string,
  doubt: string | null,
): ReadOperation {
  if (passed.incomplete !== null) return { kind: 'unread', why: passed.incomplete };
  const parameters = operationKinds.get(kind)?.parameters ?? [];
  const values = new Map<string, Value>();
  passed.positional.forEach((value, index) => {
    const parameter = parameters[index];
    if (parameter !== undefined) values.set(parameter, value);
  });
  for (const [name, value] of passed.keywords) values.set(name, value);
  return { kind: 'operation', operation: { kind, app, arguments: values, call, place: call.place }, doubt };
}

function customOperation(call: CallValue, callee: ClassValue, app: string, program: PythonProgram): ReadOperation {
  const lineage = program.mro(callee);
  const own = lineage.filter((each) => each.kind === 'class');
  const known = lineage.flatMap((each) => (each.kind === 'external' ? (kindNamed(each.name) ?? []) : []))[0];
  const forwards = methodOf(own, 'database_forwards');
  if (known !== undefined) {
    const overrides = forwards ?? methodOf(own, 'state_forwards');
    const doubt = overrides === undefined ? null : `${callee.name} has its own ${overrides.name}`;
    return operationOf(known, call, argumentsThrough(callee, call, program), app, doubt);
  }
  const isOperation = lineage.some(
    (each) => each.kind === 'external' && /^django\.db\.migrations\..*Operation$/.test(each.name),
  );
  if (!isOperation || forwards === undefined)
    return { kind: 'unread', why: `${callee.name} is no operation that is known` };
  const state = methodOf(own, 'state_forwards');
  const use = editorUse(forwards.value, 2, program) ?? (state === undefined ? null : stateUse(state.value, program));
  return use === null ? { kind: 'nothing' } : { kind: 'unread', why: `the operation ${callee.name} ${use}` };
}

function stateUse(method: Value, program: PythonProgram): string | null {
  const uses = method.kind === 'function' ? program.parameterUses(method, 2) : null;
  return uses === null || uses.length > 0 ? 'has its own state_forwards' : null;
}

function methodOf(
  own: readonly ClassValue[],
  name: string,
): { readonly name: string; readonly value: Value } | undefined {
  for (const each of own) {
    const value = each.body.bindings.get(name)?.value;
    if (value !== undefined) return { name, value };
  }
  return undefined;
}
