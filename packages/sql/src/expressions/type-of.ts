import { common, familyOf, promoted } from '../types/type-family';
import type { Term } from './term';

/** What functions return, where it does not depend on their arguments; by their names without `pg_catalog`. */
const resultTypes: Readonly<Record<string, string>> = {
  ...typesOf('text', 'upper lower initcap concat concat_ws btrim ltrim rtrim lpad rpad left right replace substring'),
  ...typesOf('text', 'substr to_char md5 repeat reverse split_part translate regexp_replace format quote_literal'),
  ...typesOf('text', 'jsonb_extract_path_text json_extract_path_text jsonb_typeof json_typeof array_to_string chr'),
  ...typesOf('integer', 'length char_length character_length octet_length bit_length strpos position ascii'),
  ...typesOf(
    'integer',
    'array_length cardinality array_ndims jsonb_array_length json_array_length num_nonnulls num_nulls',
  ),
  ...typesOf('timestamp with time zone', 'now statement_timestamp clock_timestamp to_timestamp'),
  ...typesOf('numeric', 'extract'),
  ...typesOf('double precision', 'date_part random pi'),
  ...typesOf('uuid', 'gen_random_uuid uuid_generate_v4 uuidv4 uuidv7'),
  ...typesOf('tsvector', 'to_tsvector setweight'),
  ...typesOf('jsonb', 'jsonb_build_object jsonb_build_array to_jsonb jsonb_extract_path jsonb_set jsonb_strip_nulls'),
  ...typesOf('boolean', 'isfinite starts_with jsonb_exists jsonb_exists_any jsonb_exists_all isempty regexp_like'),
  ...typesOf('bigint', 'nextval currval'),
};

function typesOf(type: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, type]));
}

/** Functions whose result has the type that their arguments share. */
const polymorphic: ReadonlySet<string> = new Set(['coalesce', 'greatest', 'least', 'abs', 'date_trunc']);

/** The family (see `familyOf`) of a term's type; undefined where it cannot be told. A bare string has none. */
export function typeOf(term: Term): string | undefined {
  switch (term.kind) {
    case 'boolean':
    case 'comparison':
    case 'membership':
    case 'quantified':
    case 'test':
    case 'and':
    case 'or':
    case 'not':
      return 'boolean';
    case 'number':
      return term.type;
    case 'string':
      return term.type === null ? undefined : familyOf(term.type);
    case 'column':
    case 'sql':
      return term.type === undefined ? undefined : familyOf(term.type);
    case 'cast':
      return familyOf(term.type);
    case 'collate':
      return typeOf(term.of);
    case 'array':
      return arrayType(term.type, term.items);
    case 'case':
      return sharedType([...term.branches.map((branch) => branch.result), ...(term.otherwise ? [term.otherwise] : [])]);
    case 'call':
      return callType(term.name, term.args);
    case 'operation':
      return operationType(term.operator, term.left, term.right);
    default:
      return undefined;
  }
}

function arrayType(type: string | null, items: readonly Term[]): string | undefined {
  if (type !== null) return familyOf(type);
  const item = sharedType(items);
  if (item === undefined) return items.every((each) => each.kind === 'string') ? 'text[]' : undefined;
  return `${item}[]`;
}

/** The type that the branches of a CASE, the arguments of COALESCE or the items of an array are brought to. */
export function sharedType(terms: readonly Term[]): string | undefined {
  const types = terms.filter((term) => term.kind !== 'null').map(typeOf);
  const known = types.filter((type) => type !== undefined);
  if (known.length === 0 && terms.length > 0 && terms.every((term) => term.kind === 'string')) return 'text';
  return known.reduce<string | undefined>((shared, type) => common(shared, type) ?? shared, known[0]);
}

function callType(name: string, args: readonly Term[]): string | undefined {
  const last = args.at(-1);
  if (name === 'date_trunc') return args[1] === undefined ? undefined : typeOf(args[1]);
  if (name === 'timezone' && last !== undefined) return zoned[typeOf(last) ?? ''];
  if (name === 'nullif')
    return args.every(isText) ? 'text' : args.map(typeOf).reduce((a, b) => promoted(a, b) ?? a ?? b);
  if (rounding.has(name)) return roundedType(args);
  return polymorphic.has(name) ? sharedType(args) : resultTypes[name];
}

const rounding: ReadonlySet<string> = new Set([
  'round',
  'ceil',
  'floor',
  'trunc',
  'sign',
  'power',
  'sqrt',
  'exp',
  'ln',
]);

/** These functions exist for `numeric` and for `double precision`; the former where a number of digits is given. */
function roundedType(args: readonly Term[]): string | undefined {
  const types = args.map(typeOf);
  if (types.includes('numeric')) return types.includes('double precision') ? 'double precision' : 'numeric';
  return types.includes(undefined) ? undefined : 'double precision';
}

/** AT TIME ZONE takes the zone away where there is one, and gives it where there is none. */
const zoned: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamp without time zone',
  'timestamp without time zone': 'timestamp with time zone',
};

function operationType(operator: string, left: Term | null, right: Term): string | undefined {
  if (operator === '->>' || operator === '#>>') return 'text';
  if (left === null) return typeOf(right);
  if (operator === '->' || operator === '#>') return typeOf(left);
  if (operator === '||') return isText(left) && isText(right) ? 'text' : concatenated(typeOf(left), typeOf(right));
  return (
    promoted(typeOf(left), typeOf(right)) ?? (operator === '-' || operator === '+' ? temporal(left, right) : undefined)
  );
}

function isText(term: Term): boolean {
  return term.kind === 'string' && term.type === null;
}

function concatenated(left: string | undefined, right: string | undefined): string | undefined {
  if (left === right) return left;
  if (left?.endsWith('[]') || right?.endsWith('[]')) return undefined;
  return left === 'text' || right === 'text' ? 'text' : undefined;
}

/** A date or time moved by an interval keeps its type, but a date becomes a timestamp. */
function temporal(left: Term, right: Term): string | undefined {
  const type = typeOf(left);
  if (type === undefined || typeOf(right) !== 'interval') return undefined;
  return type === 'date' ? 'timestamp without time zone' : type;
}
