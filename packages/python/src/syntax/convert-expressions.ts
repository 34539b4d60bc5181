import type { Argument, Comprehension, ComprehensionClause, Expression } from './ast';
import { type Conversion, fieldOf, fieldsOf, lastOf, nameOf, opaque, spanOf, textOf } from './conversion';
import { parametersOf } from './convert-parameters';
import { stringLiteral } from './convert-strings';
import type { SyntaxNode } from './parser';

/** Deeper nesting than this is no code that a person wrote, and would overflow the stack. */
const DEEPEST = 400;

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

const firstChild: Convert = (node, c) => expressionOf(node.children[0], c);

const display =
  (kind: 'list' | 'tuple' | 'set'): Convert =>
  (node, c) => ({ kind, items: node.children.map((child) => expressionOf(child, c)), ...spanOf(node, c) });

/** `(a, b) = …` and `(a,) = …`; the grammar takes `(a) = …`, which is `a` in brackets, for one of them. */
const tuplePattern: Convert = (node, c) => {
  const [only] = node.children;
  const isBracketed = node.children.length === 1 && only !== undefined && !hasCommaBehind(only, node, c);
  return isBracketed ? expressionOf(only, c) : display('tuple')(node, c);
};

function hasCommaBehind(child: SyntaxNode, node: SyntaxNode, c: Conversion): boolean {
  const { end } = spanOf(node, c);
  const behind = c.text.slice(spanOf(child, c).end, end);
  return behind.replace(/#[^\n]*/g, '').includes(',');
}

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
  string: (node, c) => stringLiteral([node], node, c, expressionOf),
  concatenated_string: (node, c) => stringLiteral(node.children, node, c, expressionOf),
  list: display('list'),
  tuple: display('tuple'),
  set: display('set'),
  expression_list: display('tuple'),
  pattern_list: display('tuple'),
  tuple_pattern: tuplePattern,
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
    parameters: parametersOf(fieldOf(node, 'parameters'), c, expressionOf),
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
