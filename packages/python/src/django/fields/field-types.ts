import { type Fact, formatType, isUnreadable, mapFact, unreadable } from '@canonical-schema/schema';
import { flag, number, text } from './arguments';
import type { FieldKind, TypesOfFields } from './field-kind';
import type { FieldState } from './field-state';

type TypeRule = FieldKind['type'];

/** The same type whatever the arguments. */
export function always(type: string): TypeRule {
  return () => type;
}

/** `varchar(max_length)`, or `varchar` without one. */
export function varchar(field: FieldState): Fact<string> {
  return mapFact(number(field, 'max_length'), (length) => formatType('varchar', length === null ? [] : [length]));
}

/** `numeric(max_digits, decimal_places)`. */
export function numeric(field: FieldState): Fact<string> {
  const digits = number(field, 'max_digits');
  const places = number(field, 'decimal_places');
  if (isUnreadable(digits)) return digits;
  if (isUnreadable(places)) return places;
  return formatType('numeric', digits === null || places === null ? [] : [digits, places]);
}

/** The target's type. */
export function ofTarget(field: FieldState, types: TypesOfFields): Fact<string> {
  return types.typeOfTarget(field);
}

/** The element's type with `[]`; PostgreSQL keeps neither size nor number of dimensions. */
export function arrayOf(field: FieldState, types: TypesOfFields): Fact<string> {
  return mapFact(types.typeOfNested(field, 'base_field'), (element) =>
    element.endsWith('[]') ? element : `${element}[]`,
  );
}

/** The type of `output_field`. */
export function ofOutput(field: FieldState, types: TypesOfFields): Fact<string> {
  return types.typeOfNested(field, 'output_field');
}

/** A PostGIS type: `geometry(Point,4326)`, `geography(PointZ,4326)`. */
export function spatial(shape: string): TypeRule {
  return (field) => {
    const srid = number(field, 'srid');
    const dimensions = number(field, 'dim');
    const geography = flag(field, 'geography');
    if (isUnreadable(srid)) return srid;
    if (isUnreadable(dimensions)) return dimensions;
    if (isUnreadable(geography)) return geography;
    const form = dimensions === 3 ? `${shape}Z` : shape;
    return `${geography ? 'geography' : 'geometry'}(${form},${srid ?? 4326})`;
  };
}

/** A key's own type, where a field has no column of its own to have one. */
export function noType(field: FieldState): Fact<string> {
  return unreadable(`${field.kind.name} has no column`);
}

/** The type of a field of a collation-free text extension. */
export const citext: TypeRule = (field) => mapFact(text(field, 'db_collation'), () => 'citext');
