import { type Fact, isUnreadable, mapFact, unreadable } from '@canonical-schema/schema';
import { number } from '../fields/arguments';
import type { TypesOfFields } from '../fields/field-kind';
import type { FieldState } from '../fields/field-state';
import { ofOutput, ofTarget } from '../fields/field-types';

/** Types by the name of Django's field class. */
export type TypeTable = Readonly<Record<string, string | TypeRule>>;

type TypeRule = (field: FieldState, types: TypesOfFields) => Fact<string>;

/** Fields that take their type from another field, on every server. */
export const followingTypes: TypeTable = { ForeignKey: ofTarget, OneToOneField: ofTarget, GeneratedField: ofOutput };

/** `varchar(max_length)`; bare, where the server allows that, without one. */
export function sized(name: string, bare: string | null): TypeRule {
  return (field) => {
    const length = number(field, 'max_length');
    if (isUnreadable(length)) return length;
    if (length === null) return bare ?? unreadable('it has no max_length');
    return `${name}(${length})`;
  };
}

/** `decimal(max_digits,decimal_places)`. */
export function decimal(field: FieldState): Fact<string> {
  const digits = number(field, 'max_digits');
  if (isUnreadable(digits)) return digits;
  return mapFact(number(field, 'decimal_places'), (places) => `decimal(${digits ?? 10},${places ?? 0})`);
}

/** The type that a table has for a field. */
export function typeIn(table: TypeTable, field: FieldState, types: TypesOfFields, server: string): Fact<string> {
  const { name } = field.kind;
  const row = Object.hasOwn(table, name) ? table[name] : undefined;
  if (row === undefined) return unreadable(`what ${name} is in ${server} is not known`);
  return typeof row === 'string' ? row : row(field, types);
}
