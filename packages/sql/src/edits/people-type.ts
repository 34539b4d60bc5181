import { parseColumnType } from '@canonical-schema/schema';
import { isOwnType } from '../types/type-name';

/** Which of several usual spellings of types a file uses. */
export interface TypeHabits {
  /** `TIMESTAMPTZ` rather than `TIMESTAMP WITH TIME ZONE`. */
  readonly shortTimes: boolean;
  /** `INT` rather than `INTEGER`. */
  readonly shortIntegers: boolean;
  /** `BOOL` rather than `BOOLEAN`. */
  readonly shortBooleans: boolean;
  /** `DECIMAL` rather than `NUMERIC`. */
  readonly decimals: boolean;
  /** What stands between the numbers of `NUMERIC(12, 4)`. */
  readonly comma: string;
}

const serials: ReadonlySet<string> = new Set(['smallserial', 'serial', 'bigserial']);

/** A type as people write it, upper case: `VARCHAR(50)` for `character varying(50)`. Types that a file makes keep their case. */
export function peopleType(type: string, habits: TypeHabits): string {
  const { base, modifiers, array } = parseColumnType(type);
  if (!isOwnType(base) && !serials.has(base)) return type;
  if (base.startsWith('"')) return type;
  return shortName(base, modifiersOf(base, modifiers, habits.comma), habits) + (array ? '[]' : '');
}

function modifiersOf(base: string, modifiers: readonly string[], comma: string): string {
  const written = base === 'numeric' && modifiers[1] === '0' ? modifiers.slice(0, 1) : modifiers;
  return written.length === 0 ? '' : `(${written.join(comma)})`;
}

function shortName(base: string, modifiers: string, habits: TypeHabits): string {
  switch (base) {
    case 'character varying':
      return `VARCHAR${modifiers}`;
    case 'character':
      return `CHAR${modifiers}`;
    case 'bit varying':
      return `BIT VARYING${modifiers}`;
    case 'integer':
      return habits.shortIntegers ? 'INT' : 'INTEGER';
    case 'boolean':
      return habits.shortBooleans ? 'BOOL' : 'BOOLEAN';
    case 'numeric':
      return (habits.decimals ? 'DECIMAL' : 'NUMERIC') + modifiers;
    case 'timestamp with time zone':
      return habits.shortTimes ? `TIMESTAMPTZ${modifiers}` : `TIMESTAMP${modifiers} WITH TIME ZONE`;
    case 'time with time zone':
      return habits.shortTimes ? `TIMETZ${modifiers}` : `TIME${modifiers} WITH TIME ZONE`;
    case 'timestamp without time zone':
      return `TIMESTAMP${modifiers}`;
    case 'time without time zone':
      return `TIME${modifiers}`;
    default:
      return base.toUpperCase() + modifiers;
  }
}

/** The guide's own spellings. */
export const guideHabits: TypeHabits = {
  ...{ shortTimes: false, shortIntegers: false, shortBooleans: false, decimals: false },
  comma: ', ',
};
