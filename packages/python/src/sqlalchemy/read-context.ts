import type { Place, Unread, Unreadable } from '@canonical-schema/schema';
import type { PythonProgram } from '../syntax/program';
import type { CallValue, ClassValue, Value } from '../syntax/value';
import type { AlchemyDialect } from './dialects';
import type { Versions } from './dialects/type-rule';

/**
 * What every step of reading needs: the program, the dialect and the versions whose rules hold, and where to note what
 * stays unread.
 */
export interface ReadContext extends Versions {
  readonly program: PythonProgram;
  readonly dialect: AlchemyDialect;
  /** The members of a Python enumeration in order, aliases left out. */
  enumMembers(enumClass: ClassValue): readonly EnumMember[] | Unreadable;
  /** The normal form of a type written in SQL; null where it does not parse. */
  typeOfSql(text: string): string | null;
  /** SQLModel's type for a plain `datetime`: with time zone from the version on that stores aware ones. */
  readonly sqlModelDateTime: 'UTCDateTime' | 'DateTime';
  /** The call that reaches the base's constructor through a class's own `__init__`; null where that is not plain. */
  superCall(of: ClassValue, call: CallValue): CallValue | null;
  /** The text at a place; null where its file has none. */
  textAt(place: Place): string | null;
  note(unread: Unread): void;
}

export interface EnumMember {
  readonly name: string;
  readonly value: Value;
}

/** Notes something unread that is one fact beside others. */
export function noteFact(context: ReadContext, subject: string, why: string, place: Place): void {
  context.note({ extent: 'fact', why, subject, table: null, place });
}
