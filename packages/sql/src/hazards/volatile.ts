import { type NodeKind, type NodeOf, qualified, stringsOf } from '../fold/tree';
import { parseExpressionText, SqlSyntaxError } from '../parser/postgres';

/** Functions that give one value for all rows of a statement: `pg_proc` where `provolatile` is immutable or stable. */
const steady: ReadonlySet<string> = new Set(
  [
    'now transaction_timestamp statement_timestamp current_setting current_schema current_database version timezone',
    'lower upper initcap btrim ltrim rtrim trim substring substr left right replace concat concat_ws format length md5',
    'sha256 encode decode repeat lpad rpad reverse translate split_part regexp_replace to_char to_date to_timestamp',
    'to_number date_trunc date_part extract age make_date make_time make_timestamp make_timestamptz make_interval',
    'abs ceil ceiling floor round trunc mod power sqrt exp ln log sign greatest least coalesce nullif',
    'jsonb_build_object jsonb_build_array json_build_object json_build_array to_json to_jsonb jsonb_object json_object',
    'array_append array_cat array_fill array_length cardinality string_to_array array_to_string int4range int8range',
    'numrange tsrange tstzrange daterange to_tsvector to_tsquery plainto_tsquery setweight chr ascii bit_length inet',
    'host network masklen family point box circle polygon uuid_nil uuid_ns_dns uuid_ns_url localtimestamp user',
    'st_geomfromtext st_makepoint st_setsrid hstore',
  ].flatMap((line) => line.split(' ')),
);

/** The first function of an expression that gives each row another value, or that nothing is known of; null for none. */
export function volatileFunction(expression: string): string | null {
  const names: string[] = [];
  try {
    collect(parseExpressionText(expression), names);
  } catch (error) {
    if (!(error instanceof SqlSyntaxError)) throw error;
  }
  return names.find((name) => !steady.has(name)) ?? null;
}

type FunctionCall = NodeOf<Extract<NodeKind, 'FuncCall'>>;

function collect(node: object, names: string[]): void {
  const waiting: object[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('FuncCall' in next) {
      const call = (next as { FuncCall: FunctionCall }).FuncCall;
      names.push(qualified(stringsOf(call.funcname)).name);
    }
    for (const child of Object.values(next)) if (typeof child === 'object' && child !== null) waiting.push(child);
  }
}
