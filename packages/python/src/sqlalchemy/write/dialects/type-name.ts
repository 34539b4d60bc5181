import type { ColumnType } from '@canonical-schema/schema';
import { type ImportedName, pythonName } from '../imported-name';

/** An argument of a type's constructor: a number or constant as it stands, or a string that is yet to be quoted. */
export interface TypeArgument {
  readonly keyword: string | null;
  readonly value: string;
  readonly isString: boolean;
}

/** How SQLAlchemy calls one of a dialect's types. */
export interface TypeName {
  /** Names that make the type with those arguments, the preferred one first; a file that uses another one goes on so. */
  readonly names: readonly ImportedName[];
  /** The constructor's arguments; null where these modifiers cannot be said. */
  readonly arguments: (type: ColumnType) => readonly TypeArgument[] | null;
  /** The Python type of its values: one of `builtins`, or one that is imported. */
  readonly python: ImportedName;
}

/** A type of Python itself. */
export const builtin = (name: string): ImportedName => pythonName('builtins', name);

export const integer = builtin('int');
export const string = builtin('str');
export const bytes = builtin('bytes');
export const float = builtin('float');
export const decimal = pythonName('decimal', 'Decimal');
export const date = pythonName('datetime', 'date');
export const datetime = pythonName('datetime', 'datetime');
export const time = pythonName('datetime', 'time');

export const number = (value: string): TypeArgument => ({ keyword: null, value, isString: false });
export const option = (keyword: string, value: string): TypeArgument => ({ keyword, value, isString: false });
export const text = (keyword: string | null, value: string): TypeArgument => ({ keyword, value, isString: true });

export const none = ({ modifiers }: ColumnType): readonly TypeArgument[] | null => (modifiers.length === 0 ? [] : null);
export const positional = ({ modifiers }: ColumnType): readonly TypeArgument[] => modifiers.map(number);

export const fixed = (python: ImportedName, ...names: readonly ImportedName[]): TypeName => ({
  names,
  arguments: none,
  python,
});

export const sized = (python: ImportedName, ...names: readonly ImportedName[]): TypeName => ({
  names,
  arguments: positional,
  python,
});
