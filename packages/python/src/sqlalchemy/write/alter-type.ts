import { isUnreadable } from '@canonical-schema/schema';
import type { Altering } from './altering';
import type { CallArguments } from './column-call';
import {
  nullableAnnotation,
  type RenderedType,
  renderType,
  typeOfArguments,
  wantedCollation,
  withoutNone,
} from './render-type';
import type { SourceColumn } from './source-column';

/** Gives a column another type; its annotation goes along where it does not fit. */
export function alterType(altering: Altering): void {
  const { source, target, batch, column, call, refuse } = altering;
  if (isUnreadable(column.type)) {
    refuse('its type could not be read');
    return;
  }
  const isSame =
    column.type === source.emitted.type && wantedCollation(column, source.emitted) === source.emitted.collation;
  if (isSame) return;
  if (isOfClass(source)) {
    refuse('its labels are the members of a class');
    return;
  }
  const type = renderType(column.type, wantedCollation(column, source.emitted), batch.canonical, target.scribe);
  if (type === null) {
    refuse(`SQLAlchemy has no type for ${column.type}`);
    return;
  }
  const expression = typeOfArguments(call.args);
  const isImplied = source.form === 'mapped' && expression === null;
  const isPlain = isImplied && type.plain !== null && target.mapped(type.plain) === column.type;
  if (expression !== null) source.file.draft.replace(expression, type.sql());
  else if (!isPlain && !followsKey(altering)) call.insertItem(positionOfType(call), type.sql());
  if (source.form === 'mapped' && source.annotation !== null) alterAnnotation(altering, type);
}

/** Does the column have the labels of a Python enumeration within its type? */
function isOfClass({ column, emitted, call, annotation }: SourceColumn): boolean {
  if (column.type.kind !== 'enum' || typeof emitted.type !== 'string' || !emitted.type.startsWith('enum('))
    return false;
  const expression = call === null ? null : typeOfArguments(call.args);
  if (expression === null) return annotation !== null;
  const first = expression.kind === 'call' ? expression.args[0] : undefined;
  return first?.form === 'positional' && first.value.kind !== 'string';
}

/** A foreign key's column without a type of its own has that of the column that it references. */
function followsKey({ source, batch, column }: Altering): boolean {
  const [foreignKey] = source.column.foreignKeys;
  if (foreignKey === undefined || source.column.type.kind !== 'none') return false;
  const target = batch.targets.loaded.schema.tables
    .flatMap(({ foreignKeys }) => foreignKeys)
    .find(({ place }) => place?.path === foreignKey.place.path && place.span.start === foreignKey.place.span.start);
  const referenced = batch.canonical.tables
    .find(({ schema, name }) => schema === target?.references.schema && name === target.references.table)
    ?.columns.find(({ name }) => name === target?.references.columns[0]);
  return referenced?.type === column.type;
}

function positionOfType({ args }: CallArguments): number {
  const [first] = args;
  return first?.form === 'positional' && first.value.kind === 'string' ? 1 : 0;
}

/** The annotation under another type (null: the one that it has) or another nullability. */
export function alterAnnotation(altering: Altering, type: RenderedType | null): void {
  const { source, target, change } = altering;
  const { annotation, file } = source;
  if (annotation === null || (source.form !== 'mapped' && source.form !== 'sqlmodel')) return;
  const before = withoutNone(annotation, file);
  const python = type === null || isSamePython(source, type) ? before : type.python();
  const isNullable = saysNullable(altering);
  const wasNullable = file.textOf(annotation) !== before;
  if (python === before && (change.set.nullable === undefined || isNullable === wasNullable)) return;
  const now = change.set.nullable === undefined ? wasNullable : isNullable;
  file.draft.replace(annotation, now ? nullableAnnotation(python, target.scribe) : python);
}

/** Does the annotation fit the new type as it is, as `int` fits both `integer` and `bigint`? */
export function isSamePython({ annotation, file }: SourceColumn, type: RenderedType): boolean {
  if (annotation === null) return false;
  const written = withoutNone(annotation, file).split('.').at(-1);
  return written === type.pythonName();
}

function saysNullable({ column, source }: Altering): boolean {
  return column.nullable !== false && source.column.primaryKey !== true;
}
