import { type Exclusion, type Fact, type IndexKey, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { dottedName, itemsFact, whyNot } from '../constants';
import type { DeclaredConstraint, ModelState } from '../model-state';
import { nowhere } from '../nowhere';
import type { EmitContext } from './context';
import { ModelExpressions } from './expression-model';
import { expressionKey } from './index-keys';
import { conditionOf } from './meta-indexes';

/** Members of `RangeOperators`, and the operators that they stand for. */
export const rangeOperators: Readonly<Record<string, string>> = {
  EQUAL: '=',
  NOT_EQUAL: '<>',
  CONTAINS: '@>',
  CONTAINED_BY: '<@',
  OVERLAPS: '&&',
  FULLY_LT: '<<',
  FULLY_GT: '>>',
  NOT_LT: '&>',
  NOT_GT: '&<',
  ADJACENT_TO: '-|-',
};

/** The constraint that an `ExclusionConstraint` makes. */
export function exclusionOf(
  declared: DeclaredConstraint,
  name: string,
  state: ModelState,
  context: EmitContext,
): Exclusion {
  const model = new ModelExpressions(state, context.registry);
  const definition = definitionOf(declared, model, state, context);
  return {
    name: context.backend.names.stored(name),
    nameGiven: true,
    definition,
    columns: model.columns(),
    place: declared.place,
  };
}

function definitionOf(
  declared: DeclaredConstraint,
  model: ModelExpressions,
  state: ModelState,
  context: EmitContext,
): Fact<string> {
  const elements = elementsOf(declared, model);
  if (isUnreadable(elements)) return elements;
  const condition = conditionOf(declared.arguments, state, context);
  if (isUnreadable(condition)) return condition;
  const where = condition === null ? '' : ` WHERE (${condition})`;
  return `USING ${methodOf(declared)} (${elements.join(', ')})${where}`;
}

function methodOf(declared: DeclaredConstraint): string {
  const method = declared.arguments.get('index_type');
  return method?.kind === 'str' ? method.value.toLowerCase() : 'gist';
}

function elementsOf(declared: DeclaredConstraint, model: ModelExpressions): Fact<readonly string[]> {
  const items = itemsFact(declared.arguments.get('expressions') ?? missing);
  if (isUnreadable(items)) return items;
  const elements: string[] = [];
  for (const item of items) {
    const element = elementOf(item, model);
    if (isUnreadable(element)) return element;
    elements.push(element);
  }
  return elements;
}

function elementOf(pair: Value, model: ModelExpressions): Fact<string> {
  const [expression, operator] = pair.kind === 'tuple' || pair.kind === 'list' ? pair.items : [];
  if (expression === undefined || operator === undefined) return unreadable(whyNot(pair, 'an expression and operator'));
  const symbol = operatorOf(operator);
  if (symbol === null) return unreadable(whyNot(operator, 'a known operator'));
  const key = keyText(expressionKey(expression, model));
  return isUnreadable(key) ? key : `${key} WITH ${symbol}`;
}

function operatorOf(value: Value): string | null {
  if (value.kind === 'str') return value.value;
  const name = dottedName(value)?.split('.').at(-1) ?? '';
  return rangeOperators[name] ?? null;
}

function keyText(key: IndexKey): Fact<string> {
  const term = key.of.kind === 'column' ? quotedName(key.of.column) : key.of.expression;
  if (isUnreadable(term)) return term;
  const bare = key.of.kind === 'column' ? term : `(${term})`;
  return bare + (key.opclass === null ? '' : ` ${key.opclass}`);
}

function quotedName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

const missing: Value = { kind: 'unknown', why: 'it is not given', place: nowhere };
