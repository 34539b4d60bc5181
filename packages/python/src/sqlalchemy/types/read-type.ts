import type { CallValue, ClassValue, Value } from '../../syntax/value';
import type { SqlType } from '../description';
import { argument, itemsOf, textFact, whyNot } from '../facts-of-values';
import { dottedPath, frameworkName, methodCall } from '../framework-name';
import type { ReadContext } from '../read-context';
import { readDecoratedType } from './decorated-type';
import { isEnumType, readEnumCall } from './read-enum';
import { noType, plainType, unreadType } from './sql-types';
import { thirdPartyType } from './third-party-types';
import { typeRules, typesUnknownToPostgres } from './type-table';

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
  const [variant, ...dialects] = call.positional;
  const names = [...dialects, ...itemsOf(call.keywords.get('dialect_name') ?? null)];
  const type = variant ?? call.keywords.get('type_');
  const isPostgres = names.some((name) => name.kind === 'str' && name.value === 'postgresql');
  if (names.some((name) => name.kind !== 'str'))
    return unreadType('its variant is for a dialect that is not a constant');
  return readType(isPostgres && type !== undefined ? type : receiver, context);
}

function readNamed(value: Value, context: ReadContext): SqlType {
  const call = value.kind === 'call' ? value : null;
  const named = call === null ? value : call.callee;
  const name = frameworkName(named);
  if (name !== null) return readFrameworkType(name, named, call, context);
  if (named.kind === 'class') return readProjectType(named, call, context);
  const path = dottedPath(named);
  const rule = path === null ? undefined : thirdPartyType(path);
  if (rule !== undefined) return plainType(rule(call));
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
  const rule = thirdPartyType(`${named.module}.${named.name}`);
  return rule === undefined ? followed : plainType(rule(call));
}

/** A type that SQLAlchemy itself exports under that name. */
export function readFrameworkType(name: string, named: Value, call: CallValue | null, context: ReadContext): SqlType {
  if (name === 'NullType') return noType;
  if (isEnumType(named)) return call === null ? unreadType('Enum has no labels') : readEnumCall(call, context);
  if (name === 'ARRAY') return readArray(call, context);
  if (name === 'DOMAIN') return call === null ? unreadType('DOMAIN has no name') : readDomain(call, context);
  if (typesUnknownToPostgres.has(name)) return unreadType(`PostgreSQL has no type ${name}`);
  const rule = Object.hasOwn(typeRules, name) ? typeRules[name] : undefined;
  if (rule === undefined) return unreadType(`the type ${name} is not known`);
  if (call !== null && !call.complete) return unreadType('the arguments of its type could not be expanded');
  const open = call === null ? null : openArgument(call);
  if (open !== null) return unreadType(`an argument of its type ${whyNot(open, 'a constant')}`);
  return plainType(rule(call), collationOf(call));
}

/** Keywords that change what PostgreSQL makes of a type; all others only change what Python does with values. */
const tellingKeywords = [
  'length',
  'precision',
  'scale',
  'timezone',
  'second_precision',
  'fields',
  'varying',
  'native_uuid',
  'collation',
];

const constants = new Set<Value['kind']>(['none', 'bool', 'int', 'float', 'str']);

/** The first argument that decides the type and is no constant. */
function openArgument(call: CallValue): Value | null {
  const given = [...call.positional, ...tellingKeywords.map((keyword) => call.keywords.get(keyword))];
  return given.find((value) => value !== undefined && !constants.has(value.kind)) ?? null;
}

function collationOf(call: CallValue | null): string | null {
  const collation = call === null ? null : textFact(argument(call, 'collation', 1), null);
  return typeof collation === 'string' ? collation : null;
}

function readArray(call: CallValue | null, context: ReadContext): SqlType {
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
