import { type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { ExpressionTerm } from '@canonical-schema/sql';
import { type Code, callCode } from '../../../edits/code';
import { pythonString } from '../../../edits/python-text';
import { modelsModule } from '../fields/type-fields';
import type { ExpressionHome } from './expression-home';
import { called, type ExpressionWriting, expressionText, fieldName } from './expression-text';
import { literalText } from './literal-text';
import { NotExpressible } from './not-expressible';

const lookupsModule = 'django.db.models.lookups';

/** A condition on its way to Python: lookups that one `Q` can hold together, or finished text. */
type Condition =
  | { readonly kind: 'lookups'; readonly lookups: readonly (readonly [key: string, value: string])[] }
  /** `level` says how tightly its outermost operator binds: `|` 1, `&` 2, `~` 3, a call 4. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly level: number;
      readonly isQuery: boolean;
      /** What its outermost operator combines. */
      readonly parts?: { readonly operands: readonly string[]; readonly operator: string };
    };

/** A condition's SQL as a `Q`; unreadable with the reason where Django's classes do not say it. */
export function conditionCode(sql: string, home: ExpressionHome, before: string): Fact<Code> {
  return written(sql, home, (term) => {
    const condition = conditionOf(term, writingFor(home));
    if (condition.kind === 'lookups') return queryCode(condition.lookups, home, before);
    if (condition.parts !== undefined) return { kind: 'chain', before, ...condition.parts };
    const text = condition.isQuery ? condition.text : called(modelsModule, 'Q', [condition.text], home);
    return before + text;
  });
}

/** An expression's SQL as Django writes it for an index; unreadable with the reason. */
export function keyText(sql: string, home: ExpressionHome): Fact<string> {
  return written(sql, home, (term) => expressionText(term, writingFor(home)));
}

function written<T>(sql: string, home: ExpressionHome, write: (term: ExpressionTerm) => T): Fact<T> {
  const term = home.backend.sql.expressionTermOfText(sql, {
    columnType: (name) => home.typeOf(name),
    check: home.use === 'check',
  });
  if (isUnreadable(term)) return term;
  try {
    return write(term);
  } catch (error) {
    if (error instanceof NotExpressible) return unreadable(error.message);
    throw error;
  }
}

function writingFor(home: ExpressionHome): ExpressionWriting {
  const writing: ExpressionWriting = {
    home,
    condition: (term) => textOf(conditionOf(term, writing), 0, home),
  };
  return writing;
}

function queryCode(lookups: readonly (readonly [string, string])[], home: ExpressionHome, before: string): Code {
  const name = home.file.spelling.spell(modelsModule, 'Q', home.file.hidden);
  return callCode(
    before + name,
    lookups.map(([key, value]) => `${key}=${value}`),
  );
}

/** The text of a condition, in parentheses where it binds less tightly than `level`. */
function textOf(condition: Condition, level: number, home: ExpressionHome): string {
  if (condition.kind === 'lookups') {
    return called(
      modelsModule,
      'Q',
      condition.lookups.map(([key, value]) => `${key}=${value}`),
      home,
    );
  }
  return condition.level < level ? `(${condition.text})` : condition.text;
}

function lookup(key: string, value: string): Condition {
  return { kind: 'lookups', lookups: [[key, value]] };
}

function conditionOf(term: ExpressionTerm, writing: ExpressionWriting): Condition {
  const { home } = writing;
  switch (term.kind) {
    case 'column':
      return lookup(fieldName(term.name, home), 'True');
    case 'not':
      return term.of.kind === 'column'
        ? lookup(fieldName(term.of.name, home), 'False')
        : negated(conditionOf(term.of, writing), home);
    case 'and':
      return both(
        term.operands.map((each) => conditionOf(each, writing)),
        home,
      );
    case 'or':
      return either(
        term.operands.map((each) => conditionOf(each, writing)),
        home,
      );
    case 'test':
      return tested(term, home);
    case 'membership':
      return contained(term, writing);
    case 'comparison':
      return compared(term, writing);
    default:
      throw new NotExpressible('is not made of comparisons that Django has lookups for');
  }
}

function negated(condition: Condition, home: ExpressionHome): Condition {
  return {
    kind: 'text',
    text: `~${textOf(condition, 4, home)}`,
    level: 3,
    isQuery: condition.kind === 'lookups' || condition.isQuery,
  };
}

/** Lookups with different keywords fit into one `Q`. */
function both(conditions: readonly Condition[], home: ExpressionHome): Condition {
  const lookups = conditions.flatMap((each) => (each.kind === 'lookups' ? each.lookups : []));
  const isFlat = conditions.every(({ kind }) => kind === 'lookups');
  if (isFlat && new Set(lookups.map(([key]) => key)).size === lookups.length) return { kind: 'lookups', lookups };
  return joined(conditions, '&', 2, home);
}

function either(conditions: readonly Condition[], home: ExpressionHome): Condition {
  return joined(conditions, '|', 1, home);
}

function joined(conditions: readonly Condition[], operator: string, level: number, home: ExpressionHome): Condition {
  const operands = conditions.map((each) => textOf(asQuery(each, home), level + 1, home));
  return { kind: 'text', text: operands.join(` ${operator} `), level, isQuery: true, parts: { operands, operator } };
}

function asQuery(condition: Condition, home: ExpressionHome): Condition {
  if (condition.kind === 'lookups' || condition.isQuery) return condition;
  return { kind: 'text', text: called(modelsModule, 'Q', [condition.text], home), level: 4, isQuery: true };
}

function tested(term: Extract<ExpressionTerm, { kind: 'test' }>, home: ExpressionHome): Condition {
  const isNull = { NULL: 'True', 'NOT NULL': 'False' }[term.test as string];
  if (term.of.kind !== 'column' || isNull === undefined) throw new NotExpressible(`asks for IS ${term.test}`);
  return lookup(`${fieldName(term.of.name, home)}__isnull`, isNull);
}

function contained(term: Extract<ExpressionTerm, { kind: 'membership' }>, writing: ExpressionWriting): Condition {
  const { home } = writing;
  const { of } = term;
  const type = of.kind === 'column' ? home.typeOf(of.name) : undefined;
  const labels = `[${term.labels.map((label) => constantText(label, type, home)).join(', ')}]`;
  if (of.kind === 'column' && (!term.negated || negatesPlainly([of], home))) {
    const found = lookup(`${fieldName(of.name, home)}__in`, labels);
    return term.negated ? negated(found, home) : found;
  }
  return classCondition('In', expressionText(of, writing), labels, term.negated, home);
}

/**
 * Does `~Q(…)` over these columns say NOT and nothing else? Over nullable ones Django adds IS NOT NULL, which makes no
 * difference to a CHECK.
 */
function negatesPlainly(terms: readonly ExpressionTerm[], home: ExpressionHome): boolean {
  return home.use === 'check' || terms.every((term) => term.kind !== 'column' || !home.isNullable(term.name));
}

/** The names of lookups for operators, and of their classes. */
const comparisons: Readonly<Record<string, readonly [lookup: string, className: string]>> = {
  '=': ['', 'Exact'],
  '<>': ['', 'Exact'],
  '<': ['__lt', 'LessThan'],
  '<=': ['__lte', 'LessThanOrEqual'],
  '>': ['__gt', 'GreaterThan'],
  '>=': ['__gte', 'GreaterThanOrEqual'],
};

const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '<>': '<>' };

function compared(term: Extract<ExpressionTerm, { kind: 'comparison' }>, writing: ExpressionWriting): Condition {
  const { home } = writing;
  const { operator, left, right } = term;
  const matched = matching(term, home);
  if (matched !== null) return matched;
  const flipped = mirrored[operator];
  if (left.kind !== 'column' && right.kind === 'column' && flipped !== undefined) {
    return compared({ kind: 'comparison', operator: flipped, left: right, right: left }, writing);
  }
  const known = comparisons[operator];
  if (known === undefined) throw new NotExpressible(`uses the operator ${operator}, which Django has no lookup for`);
  const isNegated = operator === '<>';
  const type = left.kind === 'column' ? home.typeOf(left.name) : undefined;
  const value = isConstant(right) ? constantText(right, type, home) : expressionText(right, writing);
  if (left.kind === 'column' && (!isNegated || negatesPlainly([left, right], home))) {
    const found = lookup(fieldName(left.name, home) + known[0], value);
    return isNegated ? negated(found, home) : found;
  }
  return classCondition(known[1], expressionText(left, writing), value, isNegated, home);
}

function classCondition(
  name: string,
  left: string,
  right: string,
  isNegated: boolean,
  home: ExpressionHome,
): Condition {
  const text = called(lookupsModule, name, [left, right], home);
  return { kind: 'text', text: isNegated ? `~${text}` : text, level: isNegated ? 3 : 4, isQuery: false };
}

/** LIKE and regular expressions, and what JSON and arrays contain; null for other operators. */
function matching(term: Extract<ExpressionTerm, { kind: 'comparison' }>, home: ExpressionHome): Condition | null {
  const { operator, left, right } = term;
  if (left.kind !== 'column') return null;
  const field = fieldName(left.name, home);
  if (right.kind === 'array' && arrayLookups[operator] !== undefined) {
    const element = home.typeOf(left.name)?.replace(/\[\]$/, '');
    const items = right.items.map((item) => constantText(item, element, home));
    return lookup(`${field}__${arrayLookups[operator]}`, `[${items.join(', ')}]`);
  }
  if (right.kind !== 'string') return null;
  const quoted = (text: string): string => pythonString(text, home.file.style);
  const named = textLookups[operator];
  if (named !== undefined) return lookup(`${field}__${named}`, quoted(right.text));
  if (operator !== '~~' && operator !== '!~~') return null;
  const pattern = patternLookup(right.text);
  if (pattern === null) throw new NotExpressible(`is like '${right.text}', which Django has no lookup for`);
  const found = lookup(`${field}__${pattern.name}`, quoted(pattern.text));
  if (operator === '~~') return found;
  if (!negatesPlainly([left], home)) throw new NotExpressible('is NOT LIKE over a column that may be NULL');
  return negated(found, home);
}

const arrayLookups: Readonly<Record<string, string>> = { '@>': 'contains', '<@': 'contained_by', '&&': 'overlap' };
const textLookups: Readonly<Record<string, string>> = { '~': 'regex', '~*': 'iregex', '?': 'has_key' };

/** `%a%` contains `a`: only patterns with wildcards at their ends. */
function patternLookup(pattern: string): { readonly name: string; readonly text: string } | null {
  const [, start = '', middle = '', end = ''] = /^(%?)((?:[^%_\\]|\\.)*)(%?)$/s.exec(pattern) ?? [];
  if (start + middle + end !== pattern || middle === '' || (start === '' && end === '')) return null;
  const name = start === '' ? 'startswith' : end === '' ? 'endswith' : 'contains';
  return { name, text: middle.replace(/\\(.)/gs, '$1') };
}

function isConstant(term: ExpressionTerm): boolean {
  return term.kind === 'number' || term.kind === 'string' || term.kind === 'boolean' || term.kind === 'null';
}

function constantText(term: ExpressionTerm, type: string | undefined, home: ExpressionHome): string {
  if (term.kind === 'number' || term.kind === 'string' || term.kind === 'boolean') return literalText(term, type, home);
  throw new NotExpressible('compares with something that is no constant');
}
