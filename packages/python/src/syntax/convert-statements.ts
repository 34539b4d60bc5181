import type { Expression, FunctionDefinition, Handler, ModuleSyntax, Statement } from './ast';
import { type Conversion, fieldOf, fieldsOf, nameOf, spanOf, textOf } from './conversion';
import { expressionStatement } from './convert-assignments';
import { argumentsOf, expressionOf } from './convert-expressions';
import { importedNames, importFrom } from './convert-imports';
import { parametersOf } from './convert-parameters';
import { errorRegions, holdsError } from './error-regions';
import { parsePython, type SyntaxNode } from './parser';

/** The statements of a module's text, and the regions of it that did not parse. */
export function moduleSyntax(text: string): ModuleSyntax {
  const tree = parsePython(text);
  const c: Conversion = { text, base: 0, errors: [], hasError: tree.hasError, depth: 0 };
  const body = statementsOf(tree.root, c);
  const errors = tree.hasError ? errorRegions(tree.root) : [];
  return { body, errors };
}

/** An expression written inside a string, as annotations are; null where the text is none. */
export function expressionInString(text: string, whole: string, base: number): Expression | null {
  const tree = parsePython(`(${text.trim()})`);
  const statement = tree.root.children[0];
  if (tree.hasError || tree.root.children.length !== 1 || statement?.type !== 'expression_statement') return null;
  const c: Conversion = { text: `(${text.trim()})`, base: 0, errors: [], hasError: tree.hasError, depth: 0 };
  return shifted(expressionOf(statement.children[0], c), base, Math.min(base + text.length, whole.length));
}

/** The parts of a string annotation all stand where the string stands. */
function shifted(expression: Expression, start: number, end: number): Expression {
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    const moved = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, move(member)]));
    return 'kind' in moved ? { ...moved, start, end } : moved;
  };
  return move(expression) as Expression;
}

/** The statements among a block's or module's children. */
function statementsOf(block: SyntaxNode | null, c: Conversion): Statement[] {
  return (block?.children ?? []).flatMap((node) => statementOf(node, c));
}

type Convert = (node: SyntaxNode, c: Conversion) => Statement | readonly Statement[];

function statementOf(node: SyntaxNode, c: Conversion): Statement | readonly Statement[] {
  if (node.type === 'ERROR' || node.isMissing) {
    c.errors.push(spanOf(node, c));
    return { kind: 'broken', why: 'does not parse', ...spanOf(node, c) };
  }
  const convert = STATEMENTS[node.type];
  if (convert === undefined) return [];
  if (c.depth >= 100) return { kind: 'broken', why: 'nests too deep', ...spanOf(node, c) };
  c.depth++;
  const converted = convert(node, c);
  c.depth--;
  const isSimple = node.type === 'expression_statement' || node.type.startsWith('import');
  return isSimple && c.hasError && holdsError(node) ? distrusted(converted as Statement) : converted;
}

/** A statement of which a part did not parse binds its names to nothing known. */
function distrusted(statement: Statement): Statement {
  const why = 'does not parse';
  const { start, end } = statement;
  const lost: Expression = { kind: 'opaque', why, start, end };
  if (statement.kind === 'assign') return { ...statement, value: lost };
  if (statement.kind === 'annotated') return { ...statement, annotation: lost, value: lost };
  return { kind: 'broken', why, start, end };
}

const STATEMENTS: Readonly<Record<string, Convert>> = {
  expression_statement: expressionStatement,
  import_statement: (node, c) => ({ kind: 'import', names: importedNames(node, c), ...spanOf(node, c) }),
  import_from_statement: importFrom,
  future_import_statement: () => [],
  if_statement: ifStatement,
  for_statement: (node, c) => ({
    kind: 'for',
    target: expressionOf(fieldOf(node, 'left'), c),
    iterable: expressionOf(fieldOf(node, 'right'), c),
    body: statementsOf(fieldOf(node, 'body'), c),
    orElse: statementsOf(clauseBody(fieldOf(node, 'alternative')), c),
    ...spanOf(node, c),
  }),
  while_statement: (node, c) => ({
    kind: 'while',
    test: expressionOf(fieldOf(node, 'condition'), c),
    body: statementsOf(fieldOf(node, 'body'), c),
    orElse: statementsOf(clauseBody(fieldOf(node, 'alternative')), c),
    ...spanOf(node, c),
  }),
  try_statement: tryStatement,
  with_statement: withStatement,
  match_statement: matchStatement,
  function_definition: (node, c) => functionDefinition(node, [], node, c),
  class_definition: (node, c) => classDefinition(node, [], node, c),
  decorated_definition: (node, c) => {
    const decorators = node.children
      .filter((child) => child.type === 'decorator')
      .map((child) => expressionOf(child.children[0], c));
    const definition = fieldOf(node, 'definition');
    if (definition?.type === 'class_definition') return classDefinition(definition, decorators, node, c);
    return definition === null ? [] : functionDefinition(definition, decorators, node, c);
  },
  return_statement: (node, c) => {
    const value = node.children.find((child) => child.type !== 'return');
    return { kind: 'return', value: value === undefined ? null : expressionOf(value, c), ...spanOf(node, c) };
  },
  delete_statement: (node, c) => {
    const target = node.children.find((child) => child.type !== 'del');
    const list = target === undefined ? [] : target.type === 'expression_list' ? target.children : [target];
    return { kind: 'delete', targets: list.map((each) => expressionOf(each, c)), ...spanOf(node, c) };
  },
  global_statement: (node, c) => ({ kind: 'scope', form: 'global', names: identifiersIn(node, c), ...spanOf(node, c) }),
  nonlocal_statement: (node, c) => ({
    kind: 'scope',
    form: 'nonlocal',
    names: identifiersIn(node, c),
    ...spanOf(node, c),
  }),
  pass_statement: (node, c) => ({ kind: 'jump', form: 'pass', ...spanOf(node, c) }),
  assert_statement: (node, c) => ({ kind: 'jump', form: 'pass', ...spanOf(node, c) }),
  break_statement: (node, c) => ({ kind: 'jump', form: 'break', ...spanOf(node, c) }),
  continue_statement: (node, c) => ({ kind: 'jump', form: 'continue', ...spanOf(node, c) }),
  raise_statement: (node, c) => ({ kind: 'jump', form: 'raise', ...spanOf(node, c) }),
  type_alias_statement: (node, c) => {
    const left = expressionOf(fieldOf(node, 'left') ?? node.children.find((child) => child.type === 'type'), c);
    const target = left.kind === 'subscript' ? left.of : left;
    const value = expressionOf(fieldOf(node, 'right') ?? node.children[node.children.length - 1], c);
    return { kind: 'type-alias', name: target.kind === 'name' ? target.name : '', value, ...spanOf(node, c) };
  },
  print_statement: (node, c) => ({ kind: 'broken', why: 'is Python 2', ...spanOf(node, c) }),
  exec_statement: (node, c) => ({ kind: 'broken', why: 'is Python 2', ...spanOf(node, c) }),
};

function identifiersIn(node: SyntaxNode, c: Conversion): readonly string[] {
  return node.children.filter((child) => child.type === 'identifier').map((child) => textOf(child, c));
}

function clauseBody(clause: SyntaxNode | null): SyntaxNode | null {
  return clause === null ? null : (fieldOf(clause, 'body') ?? clause);
}

/** Each `elif` nests in the one before. */
const MOST_BRANCHES = 200;

function ifStatement(node: SyntaxNode, c: Conversion): Statement {
  const alternatives = fieldsOf(node, 'alternative');
  if (alternatives.length > MOST_BRANCHES) return { kind: 'broken', why: 'has too many branches', ...spanOf(node, c) };
  const orElse = alternatives.reduceRight<readonly Statement[]>((rest, clause) => {
    if (clause.type === 'else_clause') return statementsOf(clauseBody(clause), c);
    return [branch(clause, rest, c)];
  }, []);
  return branch(node, orElse, c);
}

function branch(node: SyntaxNode, orElse: readonly Statement[], c: Conversion): Statement {
  return {
    kind: 'if',
    test: expressionOf(fieldOf(node, 'condition'), c),
    body: statementsOf(fieldOf(node, 'consequence'), c),
    orElse,
    ...spanOf(node, c),
  };
}

function blockIn(node: SyntaxNode): SyntaxNode | null {
  return node.children.find((child) => child.type === 'block') ?? null;
}

function tryStatement(node: SyntaxNode, c: Conversion): Statement {
  const clause = (type: string) => node.children.find((child) => child.type === type) ?? null;
  const handlers = node.children
    .filter((child) => child.type === 'except_clause' || child.type === 'except_group_clause')
    .map((child) => handlerOf(child, c));
  const [otherwise, last] = [clause('else_clause'), clause('finally_clause')];
  return {
    kind: 'try',
    body: statementsOf(fieldOf(node, 'body'), c),
    handlers,
    orElse: statementsOf(clauseBody(otherwise), c),
    finally: last === null ? [] : statementsOf(blockIn(last), c),
    ...spanOf(node, c),
  };
}

function handlerOf(node: SyntaxNode, c: Conversion): Handler {
  const caught = fieldOf(node, 'value') ?? node.children.find((child) => child.type === 'as_pattern');
  const pattern = caught?.type === 'as_pattern' ? caught : null;
  const type = pattern === null ? caught : pattern.children[0];
  // `except A, B:` of Python 3.14 parses with B as an alias, but without an `as`.
  const isNamed = node.children.some((child) => child.type === 'as');
  const name = pattern === null ? (isNamed ? fieldOf(node, 'alias') : null) : fieldOf(pattern, 'alias');
  return {
    type: type === null || type === undefined ? null : expressionOf(type, c),
    name: name === null ? null : textOf(name, c),
    body: statementsOf(blockIn(node), c),
    ...spanOf(node, c),
  };
}

function withStatement(node: SyntaxNode, c: Conversion): Statement {
  const clause = node.children.find((child) => child.type === 'with_clause');
  const items = (clause?.children ?? [])
    .filter((child) => child.type === 'with_item')
    .map((item) => {
      const value = fieldOf(item, 'value') ?? item.children[0];
      if (value?.type !== 'as_pattern') return { value: expressionOf(value, c), target: null };
      const target = fieldOf(value, 'alias')?.children[0];
      return { value: expressionOf(value.children[0], c), target: target ? expressionOf(target, c) : null };
    });
  return { kind: 'with', items, body: statementsOf(fieldOf(node, 'body'), c), ...spanOf(node, c) };
}

function matchStatement(node: SyntaxNode, c: Conversion): Statement {
  const cases = (fieldOf(node, 'body')?.children ?? [])
    .filter((child) => child.type === 'case_clause')
    .map((child) => {
      const patterns = child.children.filter((part) => part.type === 'case_pattern');
      return {
        names: patterns.flatMap((pattern) => capturesIn(pattern, c)),
        pattern: patterns.map((pattern) => textOf(pattern, c)).join(', '),
        body: statementsOf(fieldOf(child, 'consequence'), c),
        ...spanOf(child, c),
      };
    });
  return { kind: 'match', cases, ...spanOf(node, c) };
}

function capturesIn(node: SyntaxNode, c: Conversion): string[] {
  if (node.type === 'identifier') return [textOf(node, c)];
  if (node.type === 'dotted_name') return node.children.length === 1 ? [textOf(node, c)] : [];
  return node.children.flatMap((child) => capturesIn(child, c));
}

function functionDefinition(
  node: SyntaxNode,
  decorators: readonly Expression[],
  whole: SyntaxNode,
  c: Conversion,
): FunctionDefinition {
  const returns = fieldOf(node, 'return_type');
  return {
    kind: 'function',
    name: nameOf(fieldOf(node, 'name'), c),
    parameters: parametersOf(fieldOf(node, 'parameters'), c, expressionOf),
    returns: returns === null ? null : expressionOf(returns, c),
    decorators,
    isAsync: node.children[0]?.type === 'async',
    code: spanOf(node, c),
    ...spanOf(whole, c),
  };
}

const bodies = new WeakMap<FunctionDefinition, readonly Statement[]>();

/** The body of a function in the text of its module, parsed once. */
export function functionBody(definition: FunctionDefinition, text: string): readonly Statement[] {
  const known = bodies.get(definition);
  if (known !== undefined) return known;
  const body = parsedBody(text, definition.code);
  bodies.set(definition, body);
  return body;
}

/** Parses one function's text by itself. Its lines keep their indentation, which is deeper than the `def` at column 0. */
function parsedBody(text: string, span: FunctionDefinition['code']): readonly Statement[] {
  const tree = parsePython(text.slice(span.start, span.end), 'first');
  const definition = tree.root.children.find((child) => child.type === 'function_definition');
  if (definition === undefined) return [{ kind: 'broken', why: 'does not parse', ...span }];
  return statementsOf(fieldOf(definition, 'body'), {
    text,
    base: span.start,
    errors: [],
    hasError: tree.hasError,
    depth: 0,
  });
}

function classDefinition(
  node: SyntaxNode,
  decorators: readonly Expression[],
  whole: SyntaxNode,
  c: Conversion,
): Statement {
  return {
    kind: 'class',
    name: nameOf(fieldOf(node, 'name'), c),
    args: argumentsOf(fieldOf(node, 'superclasses'), c),
    decorators,
    body: statementsOf(fieldOf(node, 'body'), c),
    ...spanOf(whole, c),
  };
}
