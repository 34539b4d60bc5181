import type { Fact } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import { argument, integerOf, isTrue } from '../facts-of-values';

/** What the versions of SQLAlchemy and of the server decide. */
export interface Versions {
  /** Is the project's SQLAlchemy of this version or newer? */
  isAtLeast(major: number, minor: number): boolean;
  /** Is the server that the tables are made in of this version or newer? */
  isServerAtLeast(major: number, minor: number): boolean;
}

/**
 * A type that is settled by its name and constructor arguments, as a dialect's type compiler prints it; `call` is null
 * where the class itself was given. Unreadable where the compiler, or the server behind it, refuses.
 */
export type TypeRule = (call: CallValue | null, versions: Versions) => Fact<string>;

/** Types by the name of their class in SQLAlchemy. */
export type TypeRules = Readonly<Record<string, TypeRule>>;

/** An argument of a type's constructor; null where it was not given. */
export function typeArgument(call: CallValue | null, keyword: string, position?: number): Value | null {
  return call === null ? null : argument(call, keyword, position);
}

/** A whole number among a type's arguments; null for none. */
export function typeNumber(call: CallValue | null, keyword: string, position?: number): number | null {
  return integerOf(typeArgument(call, keyword, position));
}

/** A switch among a type's arguments: is it on? */
export function typeFlag(call: CallValue | null, keyword: string, position?: number): boolean {
  return isTrue(typeArgument(call, keyword, position));
}

/** A type without arguments. */
export const fixedType =
  (text: string): TypeRule =>
  () =>
    text;

/** `NAME`, or `NAME(length)` where a length is given. */
export const sizedType =
  (name: string): TypeRule =>
  (call) => {
    const length = typeNumber(call, 'length', 0);
    return length === null || length === 0 ? name : `${name}(${length})`;
  };

/** `NAME`, `NAME(precision)` or `NAME(precision, scale)`. */
export const scaledType =
  (name: string): TypeRule =>
  (call) => {
    const precision = typeNumber(call, 'precision', 0);
    const scale = typeNumber(call, 'scale', 1);
    if (precision === null) return name;
    return scale === null ? `${name}(${precision})` : `${name}(${precision}, ${scale})`;
  };
