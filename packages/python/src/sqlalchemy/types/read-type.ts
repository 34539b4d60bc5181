import { isUnreadable } from '@canonical-schema/schema';
import type { CallValue, ClassValue, Value } from '../../syntax/value';
import type { BooleanOptions, SqlType } from '../description';
import type { TypeCompiler } from '../dialects/alchemy-dialect';
import { isKnownType } from '../dialects/known-types';
import type { TypeRule } from '../dialects/type-rule';
import { argument, isTrue, itemsOf, textFact, whyNot } from '../facts-of-values';
import { dottedPath, frameworkName, methodCall } from '../framework-name';
import type { ReadContext } from '../read-context';
import { readDecoratedType } from './decorated-type';
import { isEnumType, readEnumCall } from './read-enum';
import { noType, ruledType, unreadType } from './sql-types';
import { thirdPartyType } from './third-party-types';

/** The type that an expression gives a column: a class of a type, an instance, or something built from one. */
export function readType(value: Value, context: ReadContext): SqlType {
  if (value.kind === 'none') return noType;
  if (value.kind === 'unknown') return unreadType(value.why);
  return readAdapted(value, context) ?? readNamed(value, context);
}

/** `type.with_variant(other, "postgresql")`, `MutableDict.as_mutable(JSONB)`, `type.evaluates_none()`. */
function readAdapted(value: Value, context: ReadContext): SqlType | null {
  if (value.kind !== 'call') return null;
  const method = methodCall(value)?.method ?? dottedPath(value.callee)?.split('.').pop();
  const first = value.positional[0];
  if (method === 'as_mutable' || method === 'mutable_json_type') {
    const adapted = first ?? value.keywords.get('dbtype');
    return adapted === undefined ? null : readType(adapted, context);
  }
  const receiver = methodCall(value)?.of;
  if (receiver === undefined) return null;
  if (method === 'with_variant') return readVariant(receiver, value, context);
  return method === 'evaluates_none' || method === 'copy' ? readType(receiver, context) : null;
}

function readVariant(receiver: Value, call: CallValue, context: ReadContext): SqlType {
  const { base, variants } = variantsOf(receiver, call);
  if (variants.some(({ dialect }) => dialect === null))
    return unreadType('its variant is for a dialect that is not a constant');
  const chosen = context.dialect.names
    .map((name) => variants.find(({ dialect }) => dialect === name))
    .find((variant) => variant !== undefined);
  return readType(chosen?.type ?? base, context);
}

/** What `with_variant` was called on first, and its variants by dialect, the last one first. */
function variantsOf(
  receiver: Value,
  call: CallValue,
): { readonly base: Value; readonly variants: readonly { readonly dialect: string | null; readonly type: Value }[] } {
  const [variant, ...dialects] = call.positional;
  const type = variant ?? call.keywords.get('type_') ?? receiver;
  const names = [...dialects, ...itemsOf(call.keywords.get('dialect_name') ?? null)];
  const own = names.map((name) => ({ dialect: name.kind === 'str' ? name.value : null, type }));
  const inner = methodCall(receiver);
  if (inner?.method !== 'with_variant') return { base: receiver, variants: own };
  const { base, variants } = variantsOf(inner.of, inner.call);
  return { base, variants: [...own, ...variants] };
}

function readNamed(value: Value, context: ReadContext): SqlType {
  const call = value.kind === 'call' ? value : null;
  const named = call === null ? value : call.callee;
  const name = frameworkName(named);
  if (name !== null) return readFrameworkType(name, named, call, context);
  if (named.kind === 'class') return readProjectType(named, call, context);
  const path = dottedPath(named);
  const rule = path === null ? undefined : thirdPartyType(path, context.dialect);
  if (rule !== undefined) return ruled(rule, call, context);
  return unreadType(
    path === null
      ? `its type ${whyNot(value, 'a type that static reading knows')}`
      : `its type is ${path}, whose source was not found`,
  );
}

/** The text of an installed package is the better authority; the table stands in where it says nothing readable. */
function readProjectType(named: ClassValue, call: CallValue | null, context: ReadContext): SqlType {
  const followed = readDecoratedType(named, call, context, { readType, readFrameworkType });
  if (followed.kind !== 'unread') return followed;
  const rule = thirdPartyType(`${named.module}.${named.name}`, context.dialect);
  return rule === undefined ? followed : ruled(rule, call, context);
}

function ruled(rule: TypeRule, call: CallValue | null, context: ReadContext, collation: string | null = null): SqlType {
  const printed = rule(call, context);
  return ruledType(isUnreadable(printed) ? printed : context.dialect.types.normal(printed), collation);
}

/** A type that SQLAlchemy itself exports under that name. */
export function readFrameworkType(name: string, named: Value, call: CallValue | null, context: ReadContext): SqlType {
  if (name === 'NullType') return noType;
  const { traits, types } = context.dialect;
  if (types.enums === 'varchar' && dottedPath(named) === 'sqlalchemy.dialects.mysql.ENUM')
    return unreadType(`${traits.label} has no type ENUM`);
  if (isEnumType(named)) return call === null ? unreadType('Enum has no labels') : readEnumCall(call, context);
  if (name === 'ARRAY') return readArray(call, context);
  if (name === 'DOMAIN' && traits.hasNamedTypes)
    return call === null ? unreadType('DOMAIN has no name') : readDomain(call, context);
  const rule = Object.hasOwn(types.rules, name) ? types.rules[name] : undefined;
  if (types.refused.has(name) || (rule === undefined && isKnownType(name)))
    return unreadType(`${traits.label} has no type ${name}`);
  if (rule === undefined) return unreadType(`the type ${name} is not known`);
  if (call !== null && !call.complete) return unreadType('the arguments of its type could not be expanded');
  const open = call === null ? null : openArgument(call, types);
  if (open !== null) return unreadType(`an argument of its type ${whyNot(open, 'a constant')}`);
  const type = ruled(rule, call, context, collationOf(call, types));
  return name === 'Boolean' && type.kind === 'plain' ? { ...type, boolean: booleanOptions(call, context) } : type;
}

/** Before 1.4, a CHECK was made unless it was declined. */
function booleanOptions(call: CallValue | null, context: ReadContext): BooleanOptions['boolean'] {
  const given = call === null ? null : argument(call, 'create_constraint', 0);
  const name = call === null ? null : textFact(argument(call, 'name', 1), null);
  return {
    createConstraint: given === null ? !context.isAtLeast(1, 4) : isTrue(given),
    name: typeof name === 'string' ? name : null,
  };
}

const constants = new Set<Value['kind']>(['none', 'bool', 'int', 'float', 'str']);

/** The first argument that decides the type and is no constant. */
function openArgument(call: CallValue, types: TypeCompiler): Value | null {
  const given = [...call.positional, ...types.tellingKeywords.map((keyword) => call.keywords.get(keyword))];
  return given.find((value) => value !== undefined && !constants.has(value.kind)) ?? null;
}

/** Behind the length, or by its keyword. */
function collationOf(call: CallValue | null, types: TypeCompiler): string | null {
  if (call === null) return null;
  const position = call.positional[0]?.kind === 'str' ? undefined : 1;
  const collation = textFact(argument(call, 'collation', position) ?? argument(call, 'collate'), null);
  return typeof collation === 'string' ? types.collation(collation) : null;
}

function readArray(call: CallValue | null, context: ReadContext): SqlType {
  if (!context.dialect.types.hasArrays) return unreadType(`${context.dialect.traits.label} has no arrays`);
  const item = call === null ? null : argument(call, 'item_type', 0);
  return item === null ? unreadType('ARRAY has no item type') : { kind: 'array', item: readType(item, context) };
}

function readDomain(call: CallValue, context: ReadContext): SqlType {
  const name = textFact(argument(call, 'name', 0), null);
  const dataType = argument(call, 'data_type', 1);
  if (typeof name !== 'string' || dataType === null)
    return unreadType('the name or type of its domain is not a constant');
  const schema = call.keywords.get('schema');
  return {
    kind: 'domain',
    name,
    schema: schema?.kind === 'str' ? { from: 'given', schema: schema.value } : { from: 'metadata' },
    dataType: readType(dataType, context),
    notNull: call.keywords.get('not_null')?.kind === 'bool',
    default: textFact(call.keywords.get('default') ?? null, null),
    check: textFact(call.keywords.get('check') ?? null, null),
    checkName: null,
    place: call.place,
  };
}
