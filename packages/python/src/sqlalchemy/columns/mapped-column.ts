import type { Place } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import { calledName } from '../framework-name';
import type { ReadContext } from '../read-context';
import { annotatedColumn, type TypeMap, typeOfPython } from '../types/read-annotation';
import { noType } from '../types/sql-types';
import { readColumn, type UnnamedColumn } from './read-column';

/**
 * `name: Mapped[argument] = mapped_column(...)`, each half optional. The call's own arguments win over those of a
 * `mapped_column()` within `Annotated`, and these over what the annotation implies. Source: `MappedColumn` and `Column._merge`.
 */
export function readMappedColumn(
  call: CallValue | null,
  argument: Value | null,
  types: TypeMap,
  place: Place,
  context: ReadContext,
): UnnamedColumn {
  const own = call === null ? blankColumn(place, context) : readColumn(call, context);
  if (argument === null) return own;
  const annotated = annotatedColumn(argument);
  const merged = annotated.carrier === null ? own : mergedColumn(own, call, readColumn(annotated.carrier, context));
  const isTyped = merged.type.kind !== 'none' || merged.foreignKeys.length > 0;
  return {
    ...merged,
    nullable: merged.nullable ?? annotated.nullable,
    type: isTyped ? merged.type : typeOfPython(annotated.pythonType, types, context),
    place,
  };
}

/** A column of which nothing was said. */
export function blankColumn(place: Place, context: ReadContext): UnnamedColumn {
  const callee: Value = { kind: 'external', name: 'sqlalchemy.Column', missing: null, place };
  return readColumn({ kind: 'call', callee, positional: [], keywords: new Map(), complete: true, place }, context);
}

function mergedColumn(own: UnnamedColumn, call: CallValue | null, carried: UnnamedColumn): UnnamedColumn {
  const says = (keyword: string): boolean => call?.keywords.has(keyword) ?? false;
  const hasDefault = own.pythonDefault !== null || own.sequence !== null || says('insert_default') || says('default');
  return {
    ...own,
    primaryKey: carried.primaryKey === true ? true : own.primaryKey,
    autoincrement: own.autoincrement === 'auto' ? carried.autoincrement : own.autoincrement,
    type: own.type.kind === 'none' ? carried.type : own.type,
    nullable: own.nullable ?? carried.nullable,
    pythonDefault: hasDefault ? own.pythonDefault : carried.pythonDefault,
    sequence: hasDefault ? own.sequence : carried.sequence,
    serverDefault: own.serverDefault.kind === 'none' ? carried.serverDefault : own.serverDefault,
    index: says('index') ? own.index : carried.index,
    unique: says('unique') ? own.unique : carried.unique,
    comment: own.comment ?? carried.comment,
    checks: [...own.checks, ...carried.checks],
    foreignKeys: [...own.foreignKeys, ...carried.foreignKeys],
    sortOrder: says('sort_order') ? own.sortOrder : carried.sortOrder,
  };
}

/** The columns within `composite(Point, mapped_column("x"), mapped_column("y"))`, typed by the composed class's fields. */
export function compositeColumns(
  call: CallValue,
  argument: Value | null,
  types: TypeMap,
  context: ReadContext,
): readonly UnnamedColumn[] {
  const columns = call.positional.filter((value): value is CallValue => isColumnCall(value));
  const composed = call.positional.find((value) => value.kind === 'class') ?? argument;
  const fields =
    composed?.kind === 'class' ? [...composed.body.bindings.values()].filter((field) => field.annotation !== null) : [];
  return columns.map((column, at) =>
    readMappedColumn(
      column,
      typeless(column, context) ? (fields[at]?.annotation ?? null) : null,
      types,
      column.place,
      context,
    ),
  );
}

function typeless(call: CallValue, context: ReadContext): boolean {
  return calledName(call) === 'mapped_column' && readColumn(call, context).type === noType;
}

function isColumnCall(value: Value): boolean {
  const name = calledName(value);
  return name === 'Column' || name === 'mapped_column';
}
