import type { Reading } from './reading';
import type { Place } from './text/place';

/** The format of `schema.json` and `places.json`. It moves whenever a reader of the older form would misread the newer. */
export const compiledVersion = 1;

/** A reading as two texts: what the schema is, and where it stands. */
export interface CompiledReading {
  /** Sorted, without places, order or formatting: equal for two sources that describe the same schema. */
  readonly schema: string;
  /** Places by JSON pointer into `schema`; for printing only. */
  readonly places: string;
}

/** Members whose array order means nothing. All others (an index's keys, an enum's labels) keep their order. */
const unordered = new Set([
  ...['tables', 'enums', 'domains', 'sequences', 'others', 'unread', 'remarks', 'suppressions'],
  ...['columns', 'uniques', 'foreignKeys', 'checks', 'exclusions', 'indexes'],
]);

type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

/** The reading as texts. Moving, reordering or reformatting what the source says changes `places` alone. */
export function compileReading(reading: Reading): CompiledReading {
  const whole = sorted(jsonOf({ version: compiledVersion, ...reading }));
  const places: Record<string, Json> = {};
  const schema = withoutPlaces(whole, '', places);
  return { schema: print(schema), places: print({ version: compiledVersion, places }) };
}

/** The reading that was compiled; null where the text is not one that this version wrote. */
export function readingOfCompiled(compiled: CompiledReading): Reading | null {
  const schema = parse(compiled.schema);
  const located = parse(compiled.places);
  if (!isCurrent(schema) || !isCurrent(located)) return null;
  const { version: _, ...reading } = withPlaces(schema, '', located.places as PlacesByPointer) as Record<
    string,
    unknown
  >;
  return reading as unknown as Reading;
}

type PlacesByPointer = Readonly<Record<string, Place | readonly Place[] | null>>;

function jsonOf(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

function print(value: Json): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isCurrent(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === compiledVersion;
}

function isPlaceMember(name: string): boolean {
  return name === 'place' || name === 'places';
}

/** Objects sorted by what they say; two that say the same by where they stand, which then decides nothing else. */
function sorted(value: Json, name = ''): Json {
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => sorted(item));
    return unordered.has(name) && items.every(isRecord) ? inOrder(items) : items;
  }
  if (!isRecord(value)) return value;
  const members = Object.entries(value).sort(([a], [b]) => compare(a, b));
  return Object.fromEntries(members.map(([member, inner]) => [member, sorted(inner, member)]));
}

function inOrder(items: readonly Json[]): Json[] {
  return items
    .map((item) => ({ item, key: JSON.stringify(withoutPlaces(nameFirst(item), '', {})), place: JSON.stringify(item) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.place, b.place))
    .map(({ item }) => item);
}

/** Tables and columns stand in the order of their names, which a person reading `schema.json` looks for. */
function nameFirst(item: Json): Json {
  return isRecord(item) ? { '': [item.schema ?? '', item.name ?? ''], ...item } : item;
}

function withoutPlaces(value: Json, pointer: string, places: Record<string, Json>): Json {
  if (Array.isArray(value)) return value.map((item: Json, at) => withoutPlaces(item, `${pointer}/${at}`, places));
  if (!isRecord(value)) return value;
  const kept: Record<string, Json> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (isPlaceMember(name)) places[`${pointer}/${name}`] = inner;
    else kept[name] = withoutPlaces(inner, `${pointer}/${name}`, places);
  }
  return kept;
}

function withPlaces(value: unknown, pointer: string, places: PlacesByPointer): unknown {
  if (Array.isArray(value)) return value.map((item, at) => withPlaces(item, `${pointer}/${at}`, places));
  if (typeof value !== 'object' || value === null) return value;
  const restored: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    restored[name] = withPlaces(inner, `${pointer}/${name}`, places);
  }
  for (const name of ['place', 'places']) {
    const at = places[`${pointer}/${name}`];
    if (at !== undefined) restored[name] = at;
  }
  return restored;
}

function isRecord(value: Json): value is { readonly [member: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
