import { type Fact, unreadable } from '@canonical-schema/schema';
import type { PythonProgram } from '../../syntax/program';
import type { CallValue, ClassValue, FunctionValue, Value } from '../../syntax/value';
import type { Backend } from '../backends';
import { stringOrNoneFact } from '../constants';
import { columnTypeOf } from '../normalized';
import { nowhere } from '../nowhere';
import { hookMayAdd } from '../run-time-additions';
import { argumentsThrough } from '../super-arguments';
import { boundArguments } from './arguments';
import { fieldItself } from './field-itself';
import type { FieldKind } from './field-kind';
import type { FieldReading } from './field-of-value';
import type { FieldArguments } from './field-state';
import { djangoKind, fieldKindNamed, kindCalled } from './field-table';

/** What an instance of a class found as text is. */
export type CustomField =
  | {
      readonly kind: 'field';
      readonly field: FieldKind;
      readonly arguments: FieldArguments;
      readonly dbType: Fact<string | null> | undefined;
      /** Why the field may add more to its model than itself; null where it does not. */
      readonly addsMore: string | null;
      /** Makes the fields that it adds to its model, of the field's name; null where it adds none that are known. */
      readonly beside: FunctionValue | null;
    }
  | { readonly kind: 'no-field' }
  | { readonly kind: 'hook'; readonly why: string }
  | { readonly kind: 'unread'; readonly why: string };

/** Follows a custom class to Django's field class under it, its own `__init__`s and type methods evaluated on the way. */
export function customField(call: CallValue, callee: ClassValue, reading: FieldReading): CustomField {
  const { program } = reading;
  const lineage = program.mro(callee);
  const own = lineage.filter((each) => each.kind === 'class');
  for (const ancestor of lineage) {
    if (ancestor.kind === 'class' || isBareField(ancestor, lineage)) continue;
    if (ancestor.kind === 'unknown') return { kind: 'unread', why: `${callee.name} has a base that ${ancestor.why}` };
    const kind = fieldKindNamed(ancestor.name);
    if (kind !== null) return fieldUnder(kind, call, callee, own, reading);
    if (isDjangoField(ancestor.name)) return fieldOfOwnType(call, callee, own, reading);
    if (isManager(ancestor.name)) return { kind: 'no-field' };
    if (ancestor.missing !== null) return { kind: 'unread', why: `${ancestor.name} was not found` };
  }
  if (addsMore(own, program) === null) return { kind: 'no-field' };
  return { kind: 'hook', why: `${callee.name} adds fields or tables at run time` };
}

/** `Field` beside a class of Django's that descends from it, which Django's own order puts first. */
function isBareField(
  ancestor: ReturnType<PythonProgram['mro']>[number],
  lineage: ReturnType<PythonProgram['mro']>,
): boolean {
  if (ancestor.kind !== 'external' || !isDjangoField(ancestor.name)) return false;
  return lineage.some((each) => each.kind === 'external' && fieldKindNamed(each.name) !== null);
}

function isDjangoField(name: string): boolean {
  return name === 'django.db.models.Field' || name === 'django.db.models.fields.Field';
}

function isManager(name: string): boolean {
  return name.startsWith('django.') && /(Manager|QuerySet|Manager\.from_queryset\(.*\))$/.test(name);
}

function fieldUnder(
  kind: FieldKind,
  call: CallValue,
  callee: ClassValue,
  own: readonly ClassValue[],
  { program, backend }: FieldReading,
): CustomField {
  const self = fieldItself(call, callee, own, program);
  const internal = constantAnswer(own, 'get_internal_type', self);
  const internalKind = typeof internal === 'string' ? kindCalled(internal) : null;
  const field =
    internalKind === null || isRelation(kind)
      ? kind
      : { ...internalKind, parameters: kind.parameters, defaults: { ...internalKind.defaults, ...kind.defaults } };
  return {
    kind: 'field',
    field,
    arguments: withOverwritten(boundArguments(kind, argumentsThrough(callee, call, program)), own, program),
    dbType: ownType(own, self, backend),
    // What describes other fields only (a generic relation, a tag manager) makes no column of its own or others.
    addsMore: kind.form === 'none' ? null : addsMore(own, program),
    beside: methodOf(own, 'fields_beside'),
  };
}

/**
 * A class straight under `Field`: its type is what its own `db_type` says, or the class that `get_internal_type` names,
 * the class's own name where it says nothing. Where that is none of Django's, there is no column.
 */
function fieldOfOwnType(
  call: CallValue,
  callee: ClassValue,
  own: readonly ClassValue[],
  { program, backend }: FieldReading,
): CustomField {
  const self = fieldItself(call, callee, own, program);
  const internal = constantAnswer(own, 'get_internal_type', self) ?? callee.name;
  const named = typeof internal === 'string' ? kindCalled(internal) : null;
  const unnamed = typeof internal === 'string' || internal === null ? null : internal;
  return {
    kind: 'field',
    field: named ?? djangoKind('TextField'),
    arguments: boundArguments(named ?? djangoKind('TextField'), argumentsThrough(callee, call, program)),
    dbType: ownType(own, self, backend) ?? (named === null ? unnamed : undefined),
    addsMore: addsMore(own, program),
    beside: methodOf(own, 'fields_beside'),
  };
}

/** Attributes that decide a column, where a constructor sets them itself. */
const decisive: ReadonlySet<string> = new Set([
  'max_length',
  'max_digits',
  'decimal_places',
  'null',
  'unique',
  '_unique',
  'primary_key',
  'db_index',
  'db_column',
]);

/** `self.max_length = …` in a constructor: what reaches Django's constructor is not what counts. */
function withOverwritten(passed: FieldArguments, own: readonly ClassValue[], program: PythonProgram): FieldArguments {
  const values = new Map(passed.values);
  for (const init of own.flatMap((each) => each.body.bindings.get('__init__')?.value ?? [])) {
    const written = init.kind === 'function' ? (program.writtenCode(init) ?? []) : [];
    for (const each of written) {
      const name = each.kind === 'assignment' && each.target.startsWith('self.') ? each.target.slice(5) : '';
      if (!decisive.has(name) || values.has(name)) continue;
      values.set(name.replace(/^_/, ''), {
        kind: 'unknown',
        why: `its constructor sets self.${name}`,
        place: init.place,
      });
    }
  }
  return { ...passed, values };
}

function isRelation(kind: FieldKind): boolean {
  return ['foreign-key', 'one-to-one', 'many-to-many', 'none'].includes(kind.form);
}

function addsMore(own: readonly ClassValue[], program: PythonProgram): string | null {
  const hook = methodOf(own, 'contribute_to_class');
  return hook === null || !hookMayAdd(own, program)
    ? null
    : `${own[0]?.name ?? 'its class'} may add fields at run time`;
}

/** What the class's own `db_type` returns, as a column type; `undefined` where it has none. */
function ownType(own: readonly ClassValue[], self: Value, backend: Backend): Fact<string | null> | undefined {
  if (methodOf(own, 'db_parameters') !== null) return unreadable('its class decides its type in db_parameters');
  const answer = constantAnswer(own, 'db_type', self);
  return typeof answer === 'string' ? columnTypeOf(answer, backend.sql) : answer;
}

/** What `db_type` is asked for. */
const connection: Value = { kind: 'external', name: 'django.db.connection', missing: null, place: nowhere };

/** The text that a method returns whatever it is asked; `undefined` where no class has the method. */
function constantAnswer(own: readonly ClassValue[], name: string, self: Value): Fact<string | null> | undefined {
  const method = methodOf(own, name);
  if (method === null) return undefined;
  return stringOrNoneFact(method.call(name === 'db_type' ? [self, connection] : [self], new Map()));
}

function methodOf(own: readonly ClassValue[], name: string): FunctionValue | null {
  for (const each of own) {
    const value = each.body.bindings.get(name)?.value;
    if (value?.kind === 'function') return value;
  }
  return null;
}

/** The class of the project's own that has a method, among those that a call makes an instance of; null for none. */
export function customMethod(call: CallValue, name: string, program: PythonProgram): string | null {
  if (call.callee.kind !== 'class') return null;
  for (const each of program.mro(call.callee)) {
    if (each.kind === 'class' && each.body.bindings.has(name)) return each.name;
  }
  return null;
}
