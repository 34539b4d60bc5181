import type { CallValue, Value } from '../../syntax/value';
import { dottedName } from '../constants';
import { namedArguments, required, textArgument } from './call-arguments';
import { concatenated } from './concatenation';
import { writtenFunction } from './custom-function';
import type { ExpressionRenderer } from './expression';
import { type DatabaseFunction, digests, extracts, phrases, truncations } from './functions';
import { columnOf } from './lookup-path';
import { outputType } from './output-field';
import { queryOf, renderedQuery } from './query';
import { bracketed, computed, condition, NotRendered, notRendered, type Rendered } from './rendered';
import { searchVector } from './search-vector';
import { cutMoment, extracted, functionCall, jsonKey, jsonTextOf, zoneFor } from './transforms';
import { groupOf } from './type-group';

type Special = (call: CallValue, renderer: ExpressionRenderer, name: string) => Rendered;

/** A function of the table: its name and arguments. */
export function calledFunction(
  call: CallValue,
  name: string,
  known: DatabaseFunction,
  renderer: ExpressionRenderer,
): Rendered {
  const args = known.parameters === undefined ? call.positional : parametersOf(call, known, known.parameters);
  if (!call.complete) throw new NotRendered('it has arguments that are not known');
  const rendered = args.map((arg) => (typeof arg === 'string' ? computed(arg, undefined) : renderer.argument(arg)));
  const written = outputType(call.keywords.get('output_field'));
  const { vendor } = renderer.model;
  const sql = functionCall(
    name,
    known.function,
    rendered.map((arg) => arg.sql),
    vendor,
  );
  const type = written ?? known.type ?? rendered.find((arg) => !arg.isConstant)?.type ?? rendered[0]?.type;
  const isSettled =
    known.followsFirst === true ||
    (written ?? known.type) !== undefined ||
    rendered.every((arg) => isAlike(arg, rendered[0]));
  return computed(isSettled ? vendor.computed(sql, type) : sql, type);
}

/** Django takes the output of a function from arguments of one type only. */
function isAlike(one: Rendered, other: Rendered | undefined): boolean {
  const [a, b] = [one, other].map((each) => each?.type?.replace(/\(.*\)/, ''));
  return a === undefined || a === b;
}

function parametersOf(call: CallValue, known: DatabaseFunction, names: readonly string[]): readonly (Value | string)[] {
  const found = namedArguments(call, names);
  const args: (Value | string)[] = [];
  for (const name of names) {
    const value = found.get(name);
    const given = value === undefined || value.kind === 'none' ? known.defaults?.[name] : value;
    if (given !== undefined) args.push(given);
    else if (name !== 'length') throw new NotRendered(`it has no ${name}`);
  }
  return args;
}

/** Expressions whose SQL is more than a name and arguments. */
export const specialFunctions: Readonly<Record<string, Special>> = {
  Case: caseOf,
  Cast: castOf,
  Collate: (call, renderer) => {
    const found = namedArguments(call, ['expression', 'collation']);
    const of = renderer.argument(required(found, 'expression'));
    return computed(
      `${of.sql} COLLATE ${renderer.model.vendor.literals.name(textArgument(found, 'collation') ?? '')}`,
      of.type,
    );
  },
  Concat: (call, renderer) =>
    concatenated(
      positionalOf(call).map((arg) => renderer.argument(arg)),
      renderer.model.vendor,
    ),
  ExpressionWrapper: (call, renderer) => {
    const found = namedArguments(call, ['expression', 'output_field']);
    const of = renderer.argument(required(found, 'expression'));
    const type = outputType(found.get('output_field')) ?? of.type;
    const isQuery = queryOf(required(found, 'expression')) !== null;
    // A query in a wrapper is a value, which some servers want compared.
    if (isQuery && renderer.model.vendor.comparesBooleans) return computed(bracketed(of.sql), 'boolean');
    return { ...of, sql: renderer.model.vendor.computed(of.sql, type), type };
  },
  Extract: (call, renderer) => {
    const found = namedArguments(call, ['expression', 'lookup_name', 'tzinfo']);
    return extractedBy(found, textArgument(found, 'lookup_name') ?? '', renderer);
  },
  ...namedAfter(extracts, (call, renderer, part) => {
    return extractedBy(namedArguments(call, ['expression', 'tzinfo']), part, renderer);
  }),
  Func: writtenFunction,
  KeyTransform: (call, renderer) => jsonKey(...keyOf(call, renderer), renderer.model.vendor),
  KeyTextTransform: (call, renderer) => {
    const { vendor } = renderer.model;
    return jsonTextOf(jsonKey(...keyOf(call, renderer), vendor), vendor);
  },
  KT: (call, renderer) =>
    jsonTextOf(
      columnOf(textArgument(namedArguments(call, ['lookup']), 'lookup') ?? '', renderer.model),
      renderer.model.vendor,
    ),
  ...Object.fromEntries(
    Object.entries(phrases).map(([name, { sql, type }]): [string, Special] => [
      name,
      (_call, { model }) => computed(sql(model.vendor), type),
    ]),
  ),
  NegatedExpression: (call, renderer) => {
    const inner = renderer.expression(required(namedArguments(call, ['expression']), 'expression'));
    return condition(`NOT (${inner.sql})`);
  },
  RawSQL: rawSql,
  SearchVector: searchVector,
  Trunc: (call, renderer) => {
    const found = namedArguments(call, ['expression', 'kind', 'output_field', 'tzinfo']);
    return truncatedTo(found, textArgument(found, 'kind') ?? '', renderer);
  },
  ...namedAfter(truncations, (call, renderer, unit) => {
    return truncatedTo(namedArguments(call, ['expression', 'output_field', 'tzinfo']), unit, renderer);
  }),
  TruncDate: (call, renderer) => cutBy(call, 'date', renderer),
  TruncTime: (call, renderer) => cutBy(call, 'time', renderer),
  ...Object.fromEntries([...digests].map((name) => [name, digest])),
  Value: (call, renderer) => {
    const found = namedArguments(call, ['value', 'output_field']);
    const value = renderer.model.known?.(required(found, 'value')) ?? required(found, 'value');
    return renderer.prepared(value, outputType(found.get('output_field')));
  },
};

function namedAfter(
  parts: Readonly<Record<string, string>>,
  special: (call: CallValue, renderer: ExpressionRenderer, part: string) => Rendered,
): Record<string, Special> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]): [string, Special] => [
      name,
      (call, renderer) => special(call, renderer, part),
    ]),
  );
}

function positionalOf(call: CallValue): readonly Value[] {
  if (!call.complete) throw new NotRendered('it has arguments that are not known');
  return call.positional;
}

function keyOf(call: CallValue, renderer: ExpressionRenderer): [Rendered, string] {
  const found = namedArguments(call, ['key_name', 'expression']);
  const key = required(found, 'key_name');
  const text = key.kind === 'str' ? key.value : key.kind === 'int' ? String(key.value) : notRendered(key, 'a JSON key');
  return [renderer.argument(required(found, 'expression')), text];
}

function castOf(call: CallValue, renderer: ExpressionRenderer): Rendered {
  const found = namedArguments(call, ['expression', 'output_field']);
  const of = renderer.argument(required(found, 'expression'));
  const field = required(found, 'output_field');
  const type =
    outputType(field) ?? renderer.model.typeOfField?.(field) ?? notRendered(field, 'a field that is understood');
  return computed(renderer.model.vendor.cast(of, type), type);
}

function caseOf(call: CallValue, renderer: ExpressionRenderer): Rendered {
  const branches = positionalOf(call).map((when) => branchOf(when, renderer));
  const otherwise = call.keywords.get('default');
  const last = otherwise === undefined ? computed('NULL', undefined) : renderer.argument(otherwise);
  if (branches.length === 0) return last;
  const whens = branches.map(({ when, result }) => `WHEN ${when.sql} THEN ${result.sql}`).join(' ');
  const sql = `CASE ${whens} ELSE ${last.sql} END`;
  const type = outputType(call.keywords.get('output_field')) ?? branches.find(({ result }) => result.type)?.result.type;
  const { vendor } = renderer.model;
  return computed(vendor.computed(vendor.caseOf(sql, type), type), type);
}

/** `When(status='a', then=…)` or `When(condition, then=…)`; lookups and a condition may stand together. */
function branchOf(when: Value, renderer: ExpressionRenderer): { readonly when: Rendered; readonly result: Rendered } {
  if (when.kind !== 'call') return notRendered(when, 'a When');
  const found = namedArguments(when, ['condition', 'then']);
  const asked = found.get('condition');
  const lookups = [...found].flatMap(([keyword, value]) =>
    keyword === 'condition' || keyword === 'then' ? [] : [{ keyword, value }],
  );
  const given = asked === undefined ? [] : [queryOf(asked) ?? asked];
  return {
    when: renderedQuery({ connector: 'AND', negated: false, children: [...given, ...lookups] }, renderer),
    result: renderer.argument(required(found, 'then')),
  };
}

function extractedBy(found: ReadonlyMap<string, Value>, part: string, renderer: ExpressionRenderer): Rendered {
  const of = renderer.argument(required(found, 'expression'));
  return extracted(of, part, renderer.model, zoneOf(found.get('tzinfo')));
}

function cutBy(call: CallValue, to: 'date' | 'time', renderer: ExpressionRenderer): Rendered {
  const found = namedArguments(call, ['expression', 'output_field', 'tzinfo']);
  return cutMoment(renderer.argument(required(found, 'expression')), to, renderer.model, zoneOf(found.get('tzinfo')));
}

function truncatedTo(found: ReadonlyMap<string, Value>, unit: string, renderer: ExpressionRenderer): Rendered {
  const of = renderer.argument(required(found, 'expression'));
  const type = outputType(found.get('output_field')) ?? of.type;
  const group = groupOf(type);
  if (group !== 'date' && group !== 'moment' && group !== 'time') {
    throw new NotRendered('it cuts something that is not known to be a date or time');
  }
  const { model } = renderer;
  const zone = groupOf(of.type) === 'moment' ? zoneFor(model, zoneOf(found.get('tzinfo'))) : null;
  return computed(model.vendor.truncate(unit, of, group, zone), type);
}

/** The name of a `tzinfo`: `ZoneInfo('…')` or UTC; undefined where none is given. */
function zoneOf(value: Value | undefined): string | undefined {
  if (value === undefined || value.kind === 'none') return undefined;
  if (/(^|\.)(utc|UTC)$/.test(dottedName(value) ?? '')) return 'UTC';
  const name = value.kind === 'call' ? value.positional[0] : undefined;
  return name?.kind === 'str' ? name.value : notRendered(value, 'a known time zone');
}

function digest(call: CallValue, renderer: ExpressionRenderer, name: string): Rendered {
  const of = renderer.argument(required(namedArguments(call, ['expression']), 'expression'));
  return computed(renderer.model.vendor.digest(of.sql, name), of.type);
}

/** `RawSQL('…', [])`: parameters stand in order for `%s`. */
function rawSql(call: CallValue, renderer: ExpressionRenderer): Rendered {
  const found = namedArguments(call, ['sql', 'params', 'output_field']);
  const params = found.get('params');
  const items = params?.kind === 'list' || params?.kind === 'tuple' ? params.items : [];
  const values = items.map((item) => renderer.expression(item).sql);
  const sql = filledIn(textArgument(found, 'sql') ?? '', values);
  return computed(`(${sql})`, outputType(found.get('output_field')));
}

function filledIn(sql: string, values: readonly string[]): string {
  let next = 0;
  return sql.replace(/%(s|%)/g, (mark) => (mark === '%%' ? '%' : (values[next++] ?? mark)));
}
