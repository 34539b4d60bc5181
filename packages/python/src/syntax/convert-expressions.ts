import type { Argument, Comprehension, ComprehensionClause, Expression, Parameter, StringPart } from './ast';
import { decodedString, stringOpeningAt } from './literals';
import type { SyntaxNode } from './parser';

/** What converting one parsed text needs to know. */
export interface Conversion {
  /** The whole file. */
  readonly text: string;
  /** The offset in the file at which the parsed text starts. */
  readonly base: number;
  /** Regions that did not parse are added here. */
  readonly errors: { start: number; end: number }[];
  /** False where the whole text parsed. */
  readonly hasError: boolean;
  depth: number;
}

/** Deeper nesting than this is no code that a person wrote, and would overflow the stack. */
const DEEPEST = 400;

/** The source text of a node. */
export function textOf(node: SyntaxNode, c: Conversion): string {
  return c.text.slice(node.start + c.base, node.end + c.base);
}

/** The child in a role, or null. */
export function fieldOf(node: SyntaxNode, field: string): SyntaxNode | null {
  for (const child of node.children) if (child.field === field) return child;
  return null;
}

/** All children in a role. */
export function fieldsOf(node: SyntaxNode, field: string): SyntaxNode[] {
  return node.children.filter((child) => child.field === field);
}

type Convert = (node: SyntaxNode, c: Conversion) => Expression;

/** The expression that a node stands for. */
export function expressionOf(node: SyntaxNode | null | undefined, c: Conversion): Expression {
  if (node === null || node === undefined) return { kind: 'opaque', why: 'does not parse', start: c.base, end: c.base };
  if (node.type === 'ERROR' || node.isMissing) {
    c.errors.push(spanOf(node, c));
    return opaque(node, 'does not parse', c);
  }
  const convert = EXPRESSIONS[node.type];
  if (convert === undefined) return opaque(node, `is a ${node.type.replaceAll('_', ' ')}`, c);
  if (c.depth >= DEEPEST) return opaque(node, 'nests too deep', c);
  c.depth++;
  const converted = convert(node, c);
  c.depth--;
  return converted;
}

/** The span of a node in the file. */
export function spanOf(node: SyntaxNode, c: Conversion): { start: number; end: number } {
  return { start: node.start + c.base, end: node.end + c.base };
}

function opaque(node: SyntaxNode, why: string, c: Conversion): Expression {
  return { kind: 'opaque', why, ...spanOf(node, c) };
}

const firstChild: Convert = (node, c) => expressionOf(node.children[0], c);

const display =
  (kind: 'list' | 'tuple' | 'set'): Convert =>
  (node, c) => ({ kind, items: node.children.map((child) => expressionOf(child, c)), ...spanOf(node, c) });

const constant =
  (kind: 'none' | 'true' | 'false' | 'ellipsis'): Convert =>
  (node, c) => ({ kind, ...spanOf(node, c) });

const starred: Convert = (node, c) => ({
  kind: 'starred',
  value: expressionOf(lastOf(node), c),
  ...spanOf(node, c),
});

const binary: Convert = (node, c) => {
  const [left, right] = [fieldOf(node, 'left') ?? node.children[0], fieldOf(node, 'right') ?? lastOf(node)];
  const operator = fieldOf(node, 'operator');
  return {
    kind: 'binary',
    operator: operator === null ? '|' : textOf(operator, c),
    left: expressionOf(left, c),
    right: expressionOf(right, c),
    ...spanOf(node, c),
  };
};

const EXPRESSIONS: Readonly<Record<string, Convert>> = {
  identifier: (node, c) => ({ kind: 'name', name: textOf(node, c), ...spanOf(node, c) }),
  keyword_identifier: (node, c) => ({ kind: 'name', name: textOf(node, c), ...spanOf(node, c) }),
  none: constant('none'),
  true: constant('true'),
  false: constant('false'),
  ellipsis: constant('ellipsis'),
  integer: (node, c) => ({ kind: 'number', text: textOf(node, c), ...spanOf(node, c) }),
  float: (node, c) => ({ kind: 'number', text: textOf(node, c), ...spanOf(node, c) }),
  string: (node, c) => stringLiteral([node], node, c),
  concatenated_string: (node, c) => stringLiteral(node.children, node, c),
  list: display('list'),
  tuple: display('tuple'),
  set: display('set'),
  expression_list: display('tuple'),
  pattern_list: display('tuple'),
  tuple_pattern: display('tuple'),
  list_pattern: display('list'),
  dictionary: dictDisplay,
  parenthesized_expression: firstChild,
  type: firstChild,
  constrained_type: firstChild,
  attribute: (node, c) => ({
    kind: 'attribute',
    of: expressionOf(fieldOf(node, 'object'), c),
    name: nameOf(fieldOf(node, 'attribute'), c),
    ...spanOf(node, c),
  }),
  member_type: (node, c) => ({
    kind: 'attribute',
    of: expressionOf(node.children[0], c),
    name: nameOf(lastOf(node), c),
    ...spanOf(node, c),
  }),
  subscript: (node, c) => ({
    kind: 'subscript',
    of: expressionOf(fieldOf(node, 'value'), c),
    index: fieldsOf(node, 'subscript').map((index) => expressionOf(index, c)),
    ...spanOf(node, c),
  }),
  generic_type: (node, c) => ({
    kind: 'subscript',
    of: expressionOf(node.children[0], c),
    index: (lastOf(node)?.children ?? []).map((index) => expressionOf(index, c)),
    ...spanOf(node, c),
  }),
  slice,
  call,
  unary_operator: (node, c) => ({
    kind: 'unary',
    operator: textOf(fieldOf(node, 'operator') ?? node, c),
    operand: expressionOf(fieldOf(node, 'argument'), c),
    ...spanOf(node, c),
  }),
  not_operator: (node, c) => ({
    kind: 'unary',
    operator: 'not',
    operand: expressionOf(fieldOf(node, 'argument'), c),
    ...spanOf(node, c),
  }),
  binary_operator: binary,
  union_type: binary,
  boolean_operator: (node, c) => ({
    kind: 'boolean',
    operator: fieldOf(node, 'operator')?.type === 'and' ? 'and' : 'or',
    left: expressionOf(fieldOf(node, 'left'), c),
    right: expressionOf(fieldOf(node, 'right'), c),
    ...spanOf(node, c),
  }),
  comparison_operator: comparison,
  conditional_expression: (node, c) => {
    const [body, test, orElse] = node.children.filter((child) => child.type !== 'if' && child.type !== 'else');
    return {
      kind: 'conditional',
      test: expressionOf(test, c),
      body: expressionOf(body, c),
      orElse: expressionOf(orElse, c),
      ...spanOf(node, c),
    };
  },
  lambda: (node, c) => ({
    kind: 'lambda',
    parameters: parametersOf(fieldOf(node, 'parameters'), c),
    body: expressionOf(fieldOf(node, 'body'), c),
    ...spanOf(node, c),
  }),
  list_comprehension: comprehension('list'),
  set_comprehension: comprehension('set'),
  dictionary_comprehension: comprehension('dict'),
  generator_expression: comprehension('generator'),
  list_splat: starred,
  list_splat_pattern: starred,
  splat_type: starred,
  named_expression: (node, c) => ({
    kind: 'walrus',
    name: nameOf(fieldOf(node, 'name'), c),
    value: expressionOf(fieldOf(node, 'value'), c),
    ...spanOf(node, c),
  }),
  yield: (node, c) => opaque(node, 'yields', c),
  await: (node, c) => opaque(node, 'awaits', c),
};

/** The text of an identifier node; empty where the parser found none. */
export function nameOf(node: SyntaxNode | null | undefined, c: Conversion): string {
  return node === null || node === undefined ? '' : textOf(node, c);
}

function lastOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.children[node.children.length - 1];
}

function dictDisplay(node: SyntaxNode, c: Conversion): Expression {
  const entries = node.children.map((child) =>
    child.type === 'pair'
      ? { key: expressionOf(fieldOf(child, 'key'), c), value: expressionOf(fieldOf(child, 'value'), c) }
      : { key: null, value: expressionOf(child.type === 'dictionary_splat' ? lastOf(child) : child, c) },
  );
  return { kind: 'dict', entries, ...spanOf(node, c) };
}

function slice(node: SyntaxNode, c: Conversion): Expression {
  const parts: (Expression | null)[] = [null, null, null];
  let part = 0;
  for (const child of node.children) {
    if (child.type === ':') part++;
    else parts[part] = expressionOf(child, c);
  }
  const [lower = null, upper = null, step = null] = parts;
  return { kind: 'slice', lower, upper, step, ...spanOf(node, c) };
}

function call(node: SyntaxNode, c: Conversion): Expression {
  const list = fieldOf(node, 'arguments');
  const args: readonly Argument[] =
    list?.type === 'generator_expression'
      ? [{ form: 'positional', name: '', value: expressionOf(list, c) }]
      : argumentsOf(list, c);
  return { kind: 'call', callee: expressionOf(fieldOf(node, 'function'), c), args, ...spanOf(node, c) };
}

/** The arguments of a call, or of a class statement. */
export function argumentsOf(list: SyntaxNode | null, c: Conversion): readonly Argument[] {
  return (list?.children ?? []).map((node): Argument => {
    switch (node.type) {
      case 'keyword_argument':
        return {
          form: 'keyword',
          name: nameOf(fieldOf(node, 'name'), c),
          value: expressionOf(fieldOf(node, 'value'), c),
        };
      case 'list_splat':
        return { form: 'star', name: '', value: expressionOf(lastOf(node), c) };
      case 'dictionary_splat':
        return { form: 'double-star', name: '', value: expressionOf(lastOf(node), c) };
      default:
        return { form: 'positional', name: '', value: expressionOf(node, c) };
    }
  });
}

function comparison(node: SyntaxNode, c: Conversion): Expression {
  const [first, ...others] = node.children;
  const rest: { operator: string; right: Expression }[] = [];
  let operator = '';
  for (const child of others) {
    if (child.field !== 'operators') {
      rest.push({ operator, right: expressionOf(child, c) });
      operator = '';
    } else operator = operator === '' ? wordsOf(child, c) : `${operator} ${wordsOf(child, c)}`;
  }
  return { kind: 'comparison', first: expressionOf(first, c), rest, ...spanOf(node, c) };
}

/** `not  in` is `not in`. */
function wordsOf(node: SyntaxNode, c: Conversion): string {
  return textOf(node, c).split(/\s+/).join(' ');
}

function comprehension(result: Comprehension['result']): Convert {
  return (node, c) => {
    const body = fieldOf(node, 'body') ?? node.children[0];
    const pair = body?.type === 'pair' ? body : null;
    return {
      kind: 'comprehension',
      result,
      element: expressionOf(pair === null ? body : fieldOf(pair, 'key'), c),
      value: pair === null ? null : expressionOf(fieldOf(pair, 'value'), c),
      clauses: node.children.flatMap((child) => clauseOf(child, c)),
      ...spanOf(node, c),
    };
  };
}

function clauseOf(node: SyntaxNode, c: Conversion): ComprehensionClause[] {
  if (node.type === 'if_clause') return [{ kind: 'if', test: expressionOf(lastOf(node), c) }];
  if (node.type !== 'for_in_clause') return [];
  const isAsync = node.children.some((child) => child.type === 'async');
  const iterables = fieldsOf(node, 'right');
  const right = iterables[0];
  const iterable =
    isAsync || iterables.length > 1 || right === undefined
      ? opaque(node, 'iterates asynchronously', c)
      : expressionOf(right, c);
  return [{ kind: 'for', target: expressionOf(fieldOf(node, 'left'), c), iterable }];
}

function stringLiteral(nodes: readonly SyntaxNode[], whole: SyntaxNode, c: Conversion): Expression {
  const strings = nodes.filter((node) => node.type === 'string');
  if (strings.some((node) => namesCharacters(node, c))) return opaque(whole, 'names a character by \\N{…}', c);
  const parts = strings.flatMap((node) => stringParts(node, c));
  const isBytes = strings.some((node) => stringOpeningAt(c.text, node.start + c.base).prefix.includes('b'));
  return { kind: 'string', isBytes, parts, ...spanOf(whole, c) };
}

/** `\\N{EM DASH}`: Unicode's names are not known here. */
function namesCharacters(node: SyntaxNode, c: Conversion): boolean {
  const text = textOf(node, c);
  return text.includes('\\N{') && !/[rb]/.test(stringOpeningAt(text, 0).prefix);
}

function stringParts(node: SyntaxNode, c: Conversion): StringPart[] {
  const { prefix, quote } = stringOpeningAt(c.text, node.start + c.base);
  const start = node.start + c.base + prefix.length + quote.length;
  const end = Math.max(start, node.end + c.base - quote.length);
  if (!/[ft]/.test(prefix)) return [decodedString(c.text.slice(start, end), prefix)];
  const parts: StringPart[] = [];
  let at = start;
  const literal = (upTo: number) => {
    if (upTo <= at) return;
    parts.push(decodedString(c.text.slice(at, upTo).replaceAll('{{', '{').replaceAll('}}', '}'), prefix));
  };
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    literal(child.start + c.base);
    parts.push(...interpolationParts(child, c));
    at = child.end + c.base;
  }
  literal(end);
  return parts;
}

function interpolationParts(node: SyntaxNode, c: Conversion): StringPart[] {
  const expression = fieldOf(node, 'expression') ?? node.children[0];
  const conversion = node.children.find((child) => child.type === 'type_conversion');
  const format = node.children.find((child) => child.type === 'format_specifier');
  const part: StringPart = {
    expression: expressionOf(expression, c),
    conversion: conversion === undefined ? null : textOf(conversion, c).slice(1),
    format: format === undefined ? null : textOf(format, c).slice(1),
  };
  const isDebug = node.children.some((child) => child.type === '=') || /=\s*$/.test(debugTail(node, c));
  if (!isDebug || expression === undefined) return [part];
  const named = c.text.slice(node.start + c.base + 1, node.end + c.base - 1).replace(/[!:].*$/, '');
  return [named, part.conversion === null && part.format === null ? { ...part, conversion: 'r' } : part];
}

/** What follows the expression in `{x = }`. */
function debugTail(node: SyntaxNode, c: Conversion): string {
  const expression = fieldOf(node, 'expression') ?? node.children[0];
  const next = node.children.find((child) => child.type === 'type_conversion' || child.type === 'format_specifier');
  const start = expression === undefined ? node.start : expression.end;
  return c.text.slice(start + c.base, (next?.start ?? node.end - 1) + c.base);
}

const SPLATS: Readonly<Record<string, Parameter['form']>> = {
  list_splat_pattern: 'star',
  dictionary_splat_pattern: 'double-star',
};

/** The parameters of a function or lambda, each with the form that `*` and `/` give it. */
export function parametersOf(list: SyntaxNode | null, c: Conversion): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let form: Parameter['form'] = 'normal';
  for (const node of list?.children ?? []) {
    if (node.type === 'positional_separator' || node.type === '/') {
      for (const [index, before] of parameters.entries()) parameters[index] = { ...before, form: 'positional-only' };
      continue;
    }
    if (node.type === 'keyword_separator' || node.type === '*') {
      form = 'keyword-only';
      continue;
    }
    const parameter = parameterOf(node, form, c);
    if (parameter === null) continue;
    parameters.push(parameter);
    if (parameter.form === 'star') form = 'keyword-only';
  }
  return parameters;
}

function parameterOf(node: SyntaxNode, form: Parameter['form'], c: Conversion): Parameter | null {
  const type = fieldOf(node, 'type');
  const value = fieldOf(node, 'value');
  const annotation = type === null ? null : expressionOf(type, c);
  const byDefault = value === null ? null : expressionOf(value, c);
  const named = node.type === 'identifier' || node.type in SPLATS ? node : (fieldOf(node, 'name') ?? node.children[0]);
  if (named === undefined) return null;
  const splat = SPLATS[named.type];
  const name = nameOf(splat === undefined ? named : lastOf(named), c);
  return { form: splat ?? form, name, annotation, default: byDefault, ...spanOf(node, c) };
}
