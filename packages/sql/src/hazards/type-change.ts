import { isUnreadable, parseColumnType, type Schema } from '@canonical-schema/schema';
import { typeText } from '../fold/sql-text';

/** What changing a column from one type to another does to the rows that are there. */
export interface TypeChange {
  /** Is every row written anew? */
  readonly rewrites: boolean;
  /** Can a value be one that the new type refuses? */
  readonly canFail: boolean;
  /** What of a value the new type does not hold, as a phrase: `digits behind the point`; null for nothing. */
  readonly loses: string | null;
}

/** A type taken apart: modifiers are numbers, null where there are none, which is no limit. */
interface Parts {
  readonly base: string;
  readonly modifiers: readonly number[];
  readonly array: boolean;
}

/**
 * What ALTER COLUMN TYPE does, as PostgreSQL's `ATColumnChangeRequiresRewrite` and the casts in `pg_cast` decide it. The
 * types are printed as `format_type` does; domains count as the type under them.
 */
export function typeChange(from: string, to: string, schema: Schema): TypeChange {
  const [before, after] = [partsOf(baseTypeOf(from, schema)), partsOf(baseTypeOf(to, schema))];
  const isGuarded = schema.domains.some((domain) => typeText(domain) === to && isConstrained(domain));
  const fits = !isGuarded && isWidening(before, after);
  const isFree = !isGuarded && keepsBytes(before, after);
  return {
    rewrites: !isFree,
    canFail: !fits,
    loses: lossOf(before, after),
  };
}

type Domain = Schema['domains'][number];

function isConstrained({ notNull, checks }: Domain): boolean {
  return notNull || checks.length > 0;
}

function baseTypeOf(type: string, schema: Schema): string {
  const domain = schema.domains.find((candidate) => typeText(candidate) === type);
  return domain === undefined ? type : baseTypeOf(domain.type, schema);
}

function partsOf(type: string): Parts {
  const precision = /^(time|timestamp)\((\d+)\)( with(?:out)? time zone)$/.exec(type.replace(/\[\]$/, ''));
  const { base, modifiers, array } = parseColumnType(type);
  if (precision !== null) return { base: `${precision[1]}${precision[3]}`, modifiers: [Number(precision[2])], array };
  return { base, modifiers: modifiers.map(Number), array };
}

/** Pairs of types whose values are stored alike: `pg_cast` where `castmethod` is binary. */
const sameBytes: ReadonlySet<string> = new Set([
  ...['character varying>text', 'text>character varying', 'citext>text', 'text>citext', 'cidr>inet', 'xml>text'],
  ...['citext>character varying', 'character varying>citext', 'xml>character varying', 'integer>oid', 'oid>integer'],
  ...['bit>bit varying', 'bit varying>bit'],
]);

/** Is what is stored valid for the new type as it stands? */
function keepsBytes(from: Parts, to: Parts): boolean {
  if (from.array || to.array) {
    return from.array === to.array && from.base === to.base && to.modifiers.length === 0;
  }
  if (from.base !== to.base) return sameBytes.has(`${from.base}>${to.base}`) && to.modifiers.length === 0;
  if (from.base === 'numeric') return numericGrows(from, to);
  const isPadded = from.base === 'character' || from.base === 'bit';
  return isPadded ? from.modifiers[0] === to.modifiers[0] : grows(from, to);
}

/** Every modifier at least what it was; none is the largest. */
function grows(from: Parts, to: Parts): boolean {
  if (to.modifiers.length === 0) return true;
  if (from.modifiers.length !== to.modifiers.length) return false;
  return to.modifiers.every((modifier, at) => modifier >= (from.modifiers[at] ?? Number.POSITIVE_INFINITY));
}

/** Without modifiers anything fits; otherwise the scale must stay. */
function numericGrows(from: Parts, to: Parts): boolean {
  const [precision, scale] = to.modifiers;
  if (precision === undefined) return true;
  return from.modifiers.length > 0 && precision >= (from.modifiers[0] ?? 0) && scale === from.modifiers[1];
}

const integerDigits: Readonly<Record<string, number>> = { smallint: 5, integer: 10, bigint: 19 };
const integers = ['smallint', 'integer', 'bigint'];
const floats = ['real', 'double precision'];
const texts = ['character varying', 'text', 'citext'];
const times = ['timestamp with time zone', 'timestamp without time zone'];

/** Does every value of the old type have its like in the new one? */
function isWidening(from: Parts, to: Parts): boolean {
  if (from.array !== to.array) return false;
  if (keepsBytes(from, to)) return true;
  if (texts.includes(to.base) && to.modifiers.length === 0) return true;
  if (to.base === 'character varying' && from.base === 'character') return grows(from, to);
  if (to.base === 'character' && from.base === 'character') return grows(from, to);
  if (integers.includes(from.base) && integers.includes(to.base)) {
    return integers.indexOf(to.base) >= integers.indexOf(from.base);
  }
  if (integers.includes(from.base) && to.base === 'numeric') return wholeDigits(to) >= (integerDigits[from.base] ?? 0);
  if (from.base === 'numeric' && to.base === 'numeric') return holdsRounded(from, to);
  if (from.base === to.base && !roundsToFit(to.base)) return false;
  if (floats.includes(to.base)) return [...integers, ...floats, 'numeric'].includes(from.base) && to.base !== 'real';
  return isWideningOther(from.base, to.base);
}

const widenings: ReadonlySet<string> = new Set([
  ...['date>timestamp without time zone', 'date>timestamp with time zone', 'json>jsonb', 'jsonb>json'],
  ...['timestamp without time zone>timestamp with time zone', 'timestamp with time zone>timestamp without time zone'],
  ...['timestamp with time zone>date', 'timestamp without time zone>date', 'time without time zone>interval'],
]);

function isWideningOther(from: string, to: string): boolean {
  return from === to || widenings.has(`${from}>${to}`);
}

function wholeDigits({ modifiers }: Parts): number {
  const [precision, scale = 0] = modifiers;
  return precision === undefined ? Number.POSITIVE_INFINITY : precision - scale;
}

/** Rounding can carry into one digit more before the point. */
function holdsRounded(from: Parts, to: Parts): boolean {
  if (from.modifiers.length === 0) return false;
  const spare = scaleOf(to) < scaleOf(from) ? 1 : 0;
  return wholeDigits(to) >= wholeDigits(from) + spare;
}

/** Types that round to a smaller precision, and refuse nothing for it. */
function roundsToFit(base: string): boolean {
  return [...times, 'interval', 'time without time zone', 'time with time zone'].includes(base);
}

function lossOf(from: Parts, to: Parts): string | null {
  if (integers.includes(to.base) && [...floats, 'numeric'].includes(from.base) && hasScale(from)) {
    return 'the digits behind the point';
  }
  if (from.base === 'numeric' && to.base === 'numeric' && to.modifiers.length > 0 && scaleOf(from) > scaleOf(to)) {
    return `digits behind the point, of which ${scaleOf(to)} stay`;
  }
  if (floats.includes(to.base) && floats.indexOf(to.base) < floats.indexOf(from.base))
    return 'digits that real does not hold';
  if (floats.includes(to.base) && (from.base === 'numeric' || from.base === 'bigint'))
    return 'digits that a float does not hold';
  if (to.base === 'date' && times.includes(from.base)) return 'the time of day';
  if (to.base.startsWith('time ') && times.includes(from.base)) return 'the date';
  if (from.base === times[0] && to.base === times[1])
    return 'the zone: each moment becomes the local time of the session';
  if (from.base === to.base && times.includes(to.base) && !grows(from, to)) return 'parts of seconds';
  if (from.base === 'json' && to.base === 'jsonb') return 'the order of keys, repeated keys and white space';
  return null;
}

function hasScale(type: Parts): boolean {
  return type.base !== 'numeric' || scaleOf(type) > 0;
}

function scaleOf({ modifiers }: Parts): number {
  const [precision, scale = 0] = modifiers;
  return precision === undefined ? Number.POSITIVE_INFINITY : scale;
}

/** The type of a column where it was read. */
export function readType(type: Schema['tables'][number]['columns'][number]['type']): string | null {
  return isUnreadable(type) ? null : type;
}
