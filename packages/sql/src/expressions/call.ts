import type { FuncCall, Node } from '../parser/postgres';
import { isWidening } from '../types/type-family';
import { isWholeNumber } from './number-literal';
import { quoteName } from './quote';
import type { Term } from './term';
import { typeOf } from './type-of';

/** Other names of a function. `CURRENT_TIMESTAMP` becomes `now()` too. */
const aliases: Readonly<Record<string, string>> = {
  transaction_timestamp: 'now',
  char_length: 'length',
  character_length: 'length',
  ceiling: 'ceil',
  pow: 'power',
};

/** Functions that compute in `double precision` and so widen whatever integer they are given. */
const doubleFunctions: ReadonlySet<string> = new Set(
  'power sqrt cbrt exp ln log degrees radians sin cos tan asin acos atan atan2 ceil floor'.split(' '),
);

/** Functions of text, to which PostgreSQL casts a `char(n)`. */
const textFunctions: ReadonlySet<string> = new Set(
  'upper lower initcap btrim ltrim rtrim substr substring replace strpos position left right md5 split_part'.split(' '),
);

/** Functions of moments, to which PostgreSQL casts a date. */
const momentFunctions: ReadonlySet<string> = new Set('date_trunc overlaps timezone to_char age'.split(' '));

/** Types of string constants that a function's own signature gives them. */
const implied: ReadonlySet<string> = new Set(['regconfig', 'regclass', 'unknown', 'jsonpath']);

/** The normal form of a function call; null for aggregates, windows and other shapes not known here. */
export function readCall(call: FuncCall, read: (node: Node) => Term): Term | null {
  if (call.agg_order || call.agg_filter || call.over || call.agg_star || call.agg_distinct || call.agg_within_group) {
    return null;
  }
  const args = call.args ?? [];
  if (args.some((arg) => 'NamedArgExpr' in arg)) return null;
  const name = functionName(call.funcname ?? []);
  const terms = args.map((arg) => argument(name, read(arg)));
  return { kind: 'call', name, args: trimmed(name, terms), variadic: call.func_variadic ?? false };
}

/** Lower-case as the grammar folds it, without `pg_catalog` and `public`; another schema stays, quoted if it must be. */
function functionName(names: readonly Node[]): string {
  const parts = names.map((name) => ('String' in name ? (name.String.sval ?? '') : ''));
  const name = parts.at(-1) ?? '';
  const schema = parts.length > 1 ? parts.at(-2) : undefined;
  if (schema === undefined || schema === 'pg_catalog' || schema === 'public') return aliases[name] ?? name;
  return `${quoteName(schema)}.${quoteName(name)}`;
}

function argument(name: string, term: Term): Term {
  if (term.kind === 'string' && term.type !== null && implied.has(term.type)) return { ...term, type: null };
  if (doubleFunctions.has(name)) return ofDouble(term);
  if (momentFunctions.has(name)) return ofMoment(term);
  const isText = term.kind === 'cast' && term.type === 'text' && typeOf(term.of) === 'character';
  return isText && textFunctions.has(name) ? term.of : term;
}

function ofMoment(term: Term): Term {
  const isMoment = term.kind === 'cast' && term.type === 'timestamp with time zone';
  return isMoment && typeOf(term.of) === 'date' ? term.of : term;
}

function ofDouble(term: Term): Term {
  if (term.kind === 'number' && term.type === 'double precision') {
    return { ...term, type: isWholeNumber(term) ? 'integer' : 'numeric' };
  }
  const widens = term.kind === 'cast' && term.type === 'double precision' && isWidening(typeOf(term.of), term.type);
  return widens && typeOf(term.of) !== 'numeric' ? term.of : term;
}

/** `EXTRACT(YEAR FROM …)` and a plain word in quotes are one; so are zones whatever their case. */
function trimmed(name: string, args: readonly Term[]): readonly Term[] {
  const [first, ...rest] = args;
  if (name !== 'extract' && name !== 'date_part' && name !== 'date_trunc' && name !== 'timezone') return args;
  if (first?.kind !== 'string') return args;
  return [{ ...first, text: first.text.toLowerCase() }, ...rest];
}
