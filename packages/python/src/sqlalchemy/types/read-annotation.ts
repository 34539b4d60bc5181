import type { CallValue, Value } from '../../syntax/value';
import type { SqlType } from '../description';
import { callOf, dottedPath, frameworkName } from '../framework-name';
import { linearise } from '../linearise';
import type { ReadContext } from '../read-context';
import { enumOfClass, enumOfLiterals, isEnumClass, isEnumType } from './read-enum';
import { readType } from './read-type';
import { unreadType } from './sql-types';
import { typeCall } from './type-call';

/** What an annotation says of a column. */
export interface AnnotatedColumn {
  readonly nullable: boolean;
  /** The Python type, without None, `Annotated` still around it. */
  readonly pythonType: Value;
  /** The first `mapped_column()` within `Annotated`. */
  readonly carrier: CallValue | null;
}

/** `type_annotation_map=`: SQL types by the Python type as `typeKey` writes it. */
export type TypeMap = ReadonlyMap<string, Value>;

/** Containers whose attribute is a column. */
const columnContainers = new Set(['Mapped', 'Unmapped', 'MappedColumn']);

/** The `X` of `Mapped[X]`; null where the annotation is none of SQLAlchemy's, or maps a relation only. */
export function mappedArgument(annotation: Value | null): Value | null {
  if (annotation?.kind !== 'subscript') return null;
  const name = frameworkName(annotation.of);
  return name !== null && columnContainers.has(name) ? (annotation.index[0] ?? null) : null;
}

/** Takes the inside of `Mapped[...]` apart. */
export function annotatedColumn(argument: Value): AnnotatedColumn {
  const pythonType = withoutNone(argument);
  const inner = annotatedParts(pythonType)?.[0] ?? pythonType;
  return {
    nullable: includesNone(argument),
    pythonType: pythonType === inner ? pythonType : rewrapped(pythonType, withoutNone(inner)),
    carrier: carrierOf(pythonType),
  };
}

function rewrapped(annotated: Value, inner: Value): Value {
  if (annotated.kind !== 'subscript' || annotated.index[0] === inner) return annotated;
  return { ...annotated, index: [inner, ...annotated.index.slice(1)] };
}

function carrierOf(pythonType: Value): CallValue | null {
  for (const extra of annotatedParts(pythonType)?.slice(1) ?? []) {
    const carrier = callOf(extra, 'mapped_column');
    if (carrier !== null) return carrier;
  }
  return null;
}

/** The typing construct that a subscript applies: `Optional`, `Union`, `Annotated`, `Literal`; null for others. */
function typingName(value: Value): string | null {
  const path = dottedPath(value);
  const named = path === null ? null : /^(?:typing|typing_extensions)\.(\w+)$/.exec(path);
  return named?.[1] ?? null;
}

/** The arguments of `Annotated[...]`, the type first; null for other types. */
function annotatedParts(value: Value): readonly Value[] | null {
  return value.kind === 'subscript' && typingName(value.of) === 'Annotated' ? value.index : null;
}

/** The members of a union in any spelling; one member for any other type. */
function unionMembers(value: Value): readonly Value[] {
  if (value.kind === 'operation' && value.operator === '|') return value.operands.flatMap(unionMembers);
  if (value.kind !== 'subscript') return [value];
  const name = typingName(value.of);
  if (name === 'Union') return value.index.flatMap(unionMembers);
  if (name === 'Optional') return [...value.index.flatMap(unionMembers), { kind: 'none', place: value.place }];
  return [value];
}

function isNone(value: Value): boolean {
  return value.kind === 'none' || dottedPath(value) === 'types.NoneType';
}

/** Does the type admit None, also inside `Annotated`? As SQLAlchemy's `includes_none`. */
export function includesNone(value: Value): boolean {
  const members = unionMembers(value);
  return members.some((member) => {
    const annotated = annotatedParts(member)?.[0];
    return isNone(member) || (annotated !== undefined && includesNone(annotated));
  });
}

/** The type without its None; a union of several others stays what it is. */
export function withoutNone(value: Value): Value {
  const members = unionMembers(value);
  const rest = members.filter((member) => !isNone(member));
  if (rest.length === members.length) return value;
  const [first, ...others] = rest;
  if (first === undefined) return value;
  return others.length === 0 ? first : { kind: 'operation', operator: '|', operands: rest, place: value.place };
}

/** The SQL type of a Python type: the base's `type_annotation_map` first, then SQLAlchemy's own. */
export function typeOfPython(pythonType: Value, map: TypeMap, context: ReadContext): SqlType {
  if (pythonType.kind === 'unknown') return unreadType(pythonType.why);
  const exact = map.get(typeKey(pythonType));
  if (exact !== undefined) return mappedType(exact, pythonType, context);
  const annotated = annotatedParts(pythonType)?.[0];
  if (annotated !== undefined) return typeOfPython(annotated, map, context);
  const newType = newTypeBase(pythonType);
  if (newType !== null) return typeOfPython(newType, map, context);
  if (pythonType.kind === 'subscript') return typeOfGeneric(pythonType, map, context);
  if (pythonType.kind === 'class') return typeOfClass(pythonType, map, context);
  const key = typeKey(pythonType);
  const known = context.isAtLeast(2, 1) ? pythonTypes[key] : (before21[key] ?? pythonTypes[key]);
  if (known !== undefined) return readType(typeCall(known, {}, pythonType.place), context);
  return unreadType(`its annotation ${typeKey(pythonType)} has no SQL type in the type map`);
}

/** What the type map holds for a type; an `Enum` there is a pattern that takes the labels of the annotation. */
function mappedType(sqlType: Value, pythonType: Value, context: ReadContext): SqlType {
  const options = sqlType.kind === 'call' && isEnumType(sqlType.callee) ? sqlType : null;
  const isPattern = isEnumType(sqlType) || (options !== null && isEnumPattern(options));
  if (!isPattern) return readType(sqlType, context);
  if (isEnumClass(pythonType)) return enumOfClass(pythonType, options, context);
  return pythonType.kind === 'subscript'
    ? enumOfLiterals(pythonType.index, options, pythonType)
    : readType(sqlType, context);
}

/** `Enum(enum.Enum)`: no labels of its own. */
function isEnumPattern(call: CallValue): boolean {
  const first = call.positional[0];
  return first === undefined || (first.kind === 'external' && first.name === 'enum.Enum');
}

function typeOfGeneric(pythonType: Extract<Value, { kind: 'subscript' }>, map: TypeMap, context: ReadContext): SqlType {
  if (typingName(pythonType.of) !== 'Literal') return typeOfPython(pythonType.of, map, context);
  const pattern = map.get('typing.Literal');
  if (pattern !== undefined) return mappedType(pattern, pythonType, context);
  return enumOfLiterals(pythonType.index, null, pythonType);
}

/** Along the MRO, as the registry searches; only an enumeration takes the type of a base. */
function typeOfClass(pythonType: Extract<Value, { kind: 'class' }>, map: TypeMap, context: ReadContext): SqlType {
  const name = pythonType.name;
  if (!isEnumClass(pythonType)) return unreadType(`its annotation ${name} has no SQL type in the type map`);
  for (const base of linearise(pythonType)) {
    const pattern = map.get(typeKey(base));
    if (pattern !== undefined && (typeKey(base).startsWith('enum.') || base.kind === 'class')) {
      return mappedType(pattern, pythonType, context);
    }
  }
  return enumOfClass(pythonType, null, context);
}

/** `UserId = NewType("UserId", int)` is an int. */
function newTypeBase(value: Value): Value | null {
  if (value.kind !== 'call' || typingName(value.callee) !== 'NewType') return null;
  return value.positional[1] ?? null;
}

/** A Python type as a key: two expressions of the same type have the same one. */
export function typeKey(value: Value): string {
  switch (value.kind) {
    case 'subscript':
      return `${typeKey(value.of)}[${value.index.map(typeKey).join(', ')}]`;
    case 'none':
      return 'None';
    case 'str':
      return JSON.stringify(value.value);
    case 'int':
      return String(value.value);
    case 'bool':
      return String(value.value);
    case 'operation':
      return value.operands.map(typeKey).sort().join(` ${value.operator} `);
    case 'list':
    case 'tuple':
      return `[${value.items.map(typeKey).join(', ')}]`;
    default:
      return (dottedPath(value) ?? `${value.place.path}:${value.place.span.start}`)
        .replace(/^builtins\./, '')
        .replace(/^typing_extensions\./, 'typing.');
  }
}

/** The entries of a `type_annotation_map` dict. */
export function typeMapOf(value: Value | null): TypeMap {
  const map = new Map<string, Value>();
  if (value?.kind !== 'dict') return map;
  for (const [key, type] of value.entries) map.set(typeKey(key), type);
  return map;
}

/** SQLAlchemy's own type map. Source: `_type_map` in `sqltypes.py`. */
const pythonTypes: Readonly<Record<string, string>> = {
  int: 'Integer',
  float: 'Double',
  bool: 'Boolean',
  str: 'String',
  bytes: 'LargeBinary',
  'uuid.UUID': 'Uuid',
  'decimal.Decimal': 'Numeric',
  'datetime.date': 'Date',
  'datetime.datetime': 'DateTime',
  'datetime.time': 'Time',
  'datetime.timedelta': 'Interval',
};

/** Where it was another one. */
const before21: Readonly<Record<string, string>> = { float: 'Float' };
