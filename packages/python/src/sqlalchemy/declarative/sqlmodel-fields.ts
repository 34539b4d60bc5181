import { type Fact, type Place, unreadable } from '@canonical-schema/schema';
import type { Binding, CallValue, Value } from '../../syntax/value';
import { blankColumn } from '../columns/mapped-column';
import { readColumn, type UnnamedColumn } from '../columns/read-column';
import type { ColumnForeignKey, SqlType } from '../description';
import { booleanFact, entriesOf, integerOf, itemsOf, whyNot } from '../facts-of-values';
import { callOf, dottedPath } from '../framework-name';
import type { ReadContext } from '../read-context';
import { readForeignKey } from '../tables/read-constraint';
import { includesNone, typeOfPython, withoutNone } from '../types/read-annotation';
import { isEnumClass, readEnumCall } from '../types/read-enum';
import { readType } from '../types/read-type';
import { unreadType } from '../types/sql-types';
import { typeCall } from '../types/type-call';
import type { ClassAttribute } from './class-attribute';

/** A field of a `table=True` SQLModel class. Source: `get_column_from_field` in SQLModel's `main.py`. */
export function readSqlModelField(binding: Binding, context: ReadContext): ClassAttribute {
  const { annotation, value, place } = binding;
  if (annotation === null || !isField(annotation, binding)) return { kind: 'nothing' };
  const field = fieldCall(binding);
  const given = field?.keywords.get('sa_column');
  const column = callOf(given, 'Column');
  if (column !== null) return columns({ ...readColumn(column, context), place });
  if (given !== undefined && given.kind !== 'none')
    return { kind: 'unread', why: `its sa_column ${whyNot(given, 'a Column')}`, place };
  if (value.kind === 'unknown' && binding.assigned) return { kind: 'unread', why: value.why, place };
  return columns(fieldColumn(annotation, field, binding, context));
}

function columns(column: UnnamedColumn): ClassAttribute {
  return { kind: 'columns', columns: [column], isComposite: false };
}

function isField(annotation: Value, binding: Binding): boolean {
  const named = annotation.kind === 'subscript' ? annotation.of : annotation;
  const name = dottedPath(named)?.split('.').pop();
  if (name === 'ClassVar' || name === 'PrivateAttr' || binding.name.startsWith('_')) return false;
  return callOf(binding.value, 'Relationship') === null && binding.name !== 'model_config';
}

/** `= Field(...)`, or the one within `Annotated[..., Field(...)]`. */
function fieldCall({ value, annotation }: Binding): CallValue | null {
  const isFieldCall = (candidate: Value): candidate is CallValue =>
    candidate.kind === 'call' && /^(sqlmodel|pydantic)\b.*\.Field$/.test(dottedPath(candidate.callee) ?? '');
  if (isFieldCall(value)) return value;
  const extras = annotation?.kind === 'subscript' ? annotation.index.slice(1) : [];
  return extras.find(isFieldCall) ?? null;
}

function fieldColumn(
  annotation: Value,
  field: CallValue | null,
  binding: Binding,
  context: ReadContext,
): UnnamedColumn {
  const keyword = (name: string): Value | null => field?.keywords.get(name) ?? null;
  const extra = entriesOf(keyword('sa_column_kwargs'));
  const primaryKey = booleanFact(extra.get('primary_key') ?? keyword('primary_key'), false);
  const written = extraColumn(keyword, extra, binding.place, context);
  const foreignKey = foreignKeyOf(keyword, binding.place, context);
  const nullable = booleanFact(extra.get('nullable') ?? keyword('nullable'), null);
  return {
    ...written,
    type: fieldType(annotation, field, context),
    nullable: nullable ?? (primaryKey !== true && includesNone(annotation)),
    primaryKey,
    unique: booleanFact(extra.get('unique') ?? keyword('unique'), false),
    index: booleanFact(extra.get('index') ?? keyword('index'), false),
    pythonDefault: written.pythonDefault ?? defaultOf(binding, field),
    foreignKeys: foreignKey === null ? written.foreignKeys : [foreignKey, ...written.foreignKeys],
    place: binding.place,
  };
}

/** What `sa_column_args` and `sa_column_kwargs` say, as a Column would take it. */
function extraColumn(
  keyword: (name: string) => Value | null,
  extra: ReadonlyMap<string, Value>,
  place: Place,
  context: ReadContext,
): UnnamedColumn {
  const args = itemsOf(keyword('sa_column_args'));
  if (args.length === 0 && extra.size === 0) return blankColumn(place, context);
  const callee: Value = { kind: 'external', name: 'sqlalchemy.Column', missing: null, place };
  return readColumn({ kind: 'call', callee, positional: args, keywords: extra, complete: true, place }, context);
}

function foreignKeyOf(
  keyword: (name: string) => Value | null,
  place: Place,
  context: ReadContext,
): ColumnForeignKey | null {
  const target = keyword('foreign_key');
  if (target === null || target.kind === 'none') return null;
  const callee: Value = { kind: 'external', name: 'sqlalchemy.ForeignKey', missing: null, place };
  const ondelete = keyword('ondelete');
  const keywords = new Map<string, Value>(ondelete === null ? [] : [['ondelete', ondelete]]);
  return readForeignKey({ kind: 'call', callee, positional: [target], keywords, complete: true, place }, context);
}

/** `default=` or the first argument; a factory counts as a callable that fills the column in. */
function defaultOf(binding: Binding, field: CallValue | null): Value | null {
  if (!binding.assigned) return null;
  const value =
    field === null
      ? binding.value
      : (field.keywords.get('default_factory') ?? field.keywords.get('default') ?? field.positional[0]);
  return value === undefined || value.kind === 'none' || value.kind === 'ellipsis' ? null : value;
}

/** Python types that SQLModel stores as text. */
const textTypes = new Set(['str', 'pathlib.Path', 'pydantic.EmailStr', 'pydantic.networks.EmailStr']);
const addressTypes = /^ipaddress\.IPv[46](Address|Network)$/;

function fieldType(annotation: Value, field: CallValue | null, context: ReadContext): SqlType {
  const given = field?.keywords.get('sa_type');
  if (given !== undefined) return readType(given, context);
  const python = innerType(annotation);
  if (isEnumClass(python)) {
    const callee: Value = { kind: 'external', name: 'sqlalchemy.Enum', missing: null, place: python.place };
    return readEnumCall(
      { kind: 'call', callee, positional: [python], keywords: new Map(), complete: true, place: python.place },
      context,
    );
  }
  const path = dottedPath(python)?.replace(/^builtins\./, '') ?? '';
  if (textTypes.has(path) || addressTypes.test(path)) return textType(field, python, context);
  if (path === 'float') return readType(typeCall('Float', {}, python.place), context);
  if (path === 'decimal.Decimal') return decimalType(field, python, context);
  if (path === 'datetime.datetime') return readType(typeCall(context.sqlModelDateTime, {}, python.place), context);
  if (path.endsWith('.AwareDatetime')) return readType(typeCall('UTCDateTime', {}, python.place), context);
  if (path.endsWith('.NaiveDatetime')) return readType(typeCall('DateTime', {}, python.place), context);
  return typeOfPython(python, new Map(), context);
}

/** Inside Optional and `Annotated`. */
function innerType(annotation: Value): Value {
  const type = withoutNone(annotation);
  const isAnnotated = type.kind === 'subscript' && (dottedPath(type.of) ?? '').endsWith('.Annotated');
  return isAnnotated && type.index[0] !== undefined ? innerType(type.index[0]) : type;
}

function textType(field: CallValue | null, { place }: Value, context: ReadContext): SqlType {
  const length = field?.keywords.get('max_length');
  if (length === undefined || length.kind === 'none') return readType(typeCall('AutoString', {}, place), context);
  const known = integerOf(length);
  return known === null
    ? unreadType(`its max_length ${whyNot(length, 'a constant')}`)
    : readType(typeCall('AutoString', { length: known }, place), context);
}

function decimalType(field: CallValue | null, { place }: Value, context: ReadContext): SqlType {
  const precision = integerOf(field?.keywords.get('max_digits'));
  const scale = integerOf(field?.keywords.get('decimal_places'));
  const scaled = { ...(precision === null ? {} : { precision }), ...(scale === null ? {} : { scale }) };
  return readType(typeCall('Numeric', scaled, place), context);
}

/** Is the class one with `table=True`? */
export function isTableModel(keywords: ReadonlyMap<string, Value>): Fact<boolean> {
  const table = keywords.get('table');
  if (table === undefined) return false;
  return table.kind === 'bool' ? table.value : unreadable(`its table argument ${whyNot(table, 'a constant')}`);
}
