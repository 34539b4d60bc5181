import { type Exclusion, isUnreadable } from '@canonical-schema/schema';
import { normalizeExpression, parseStatements, SqlSyntaxError } from '@canonical-schema/sql';
import { type BracketedCode, type Code, callCode, listCode, tupleCode } from '../../edits/code';
import { pythonString } from '../../edits/python-text';
import { rangeOperators } from '../emit/exclusion';
import { conditionCode, keyText } from './expressions/condition-text';
import { expressionHome, type ObjectHome } from './object-home';
import { isProblem, type Problem } from './problem';

const constraintsModule = 'django.contrib.postgres.constraints';
const fieldsModule = 'django.contrib.postgres.fields';

/** What an element of an exclusion constraint is made of, as SQL. */
interface Element {
  readonly column: string | null;
  readonly expression: string | null;
  readonly opclass: string | null;
  readonly operator: string;
}

interface Definition {
  readonly method: string;
  readonly elements: readonly Element[];
  readonly where: string | null;
}

/** An entry of `Meta.constraints` for an exclusion constraint. */
export function exclusionCode(exclusion: Exclusion, home: ObjectHome): BracketedCode | Problem {
  const definition = isUnreadable(exclusion.definition) ? null : definitionOf(exclusion.definition, home);
  if (definition === null) return inSql(exclusion, home, 'has a form that ExclusionConstraint does not take');
  if (definition.method !== 'gist' && definition.method !== 'spgist') {
    return inSql(
      exclusion,
      home,
      `uses the method ${definition.method}, and ExclusionConstraint takes gist and spgist`,
    );
  }
  const pairs: Code[] = [];
  for (const element of definition.elements) {
    const pair = pairCode(element, exclusion, home);
    if (isProblem(pair)) return pair;
    pairs.push(pair);
  }
  const { file } = home;
  const args: Code[] = [
    `name=${pythonString(exclusion.name ?? `${home.table}_excl`, file.style)}`,
    listCode('expressions=', pairs),
  ];
  if (definition.method === 'spgist') args.push(`index_type=${pythonString('SPGIST', file.style)}`);
  if (definition.where !== null) {
    const condition = conditionCode(definition.where, expressionHome(home, 'predicate'), 'condition=');
    if (isUnreadable(condition))
      return inSql(exclusion, home, `has the condition ${definition.where}, which ${condition.unreadable}`);
    args.push(condition);
  }
  return callCode(file.spelling.spell(constraintsModule, 'ExclusionConstraint', file.hidden), args);
}

function pairCode(element: Element, exclusion: Exclusion, home: ObjectHome): Code | Problem {
  const { file } = home;
  const bare = elementText(element, exclusion, home);
  if (isProblem(bare)) return bare;
  const opclass = element.opclass === null ? null : pythonString(element.opclass, file.style);
  const spelt = (module: string, name: string): string => file.spelling.spell(module, name, file.hidden);
  const text =
    opclass === null ? bare : `${spelt('django.contrib.postgres.indexes', 'OpClass')}(${bare}, name=${opclass})`;
  const member = Object.keys(rangeOperators).find((name) => rangeOperators[name] === element.operator);
  const operator =
    member === undefined
      ? pythonString(element.operator, file.style)
      : `${spelt(fieldsModule, 'RangeOperators')}.${member}`;
  return tupleCode('', [text, operator]);
}

function elementText({ column, expression }: Element, exclusion: Exclusion, home: ObjectHome): string | Problem {
  if (expression !== null) {
    const text = keyText(expression, expressionHome(home, 'key'));
    return isUnreadable(text)
      ? inSql(exclusion, home, `has the element ${expression}, which ${text.unreadable}`)
      : text;
  }
  const name = home.fieldOf(column ?? '');
  return name === null
    ? inSql(exclusion, home, `names the column ${column}, which no field of the model makes`)
    : pythonString(name, home.file.style);
}

function inSql({ name }: Exclusion, { table }: ObjectHome, what: string): Problem {
  return {
    why: `The exclusion constraint ${name ?? 'without a name'} of ${table} ${what}.`,
    remedy: 'Add it to the database by a migration with RunSQL, and allow the finding in the options.',
  };
}

/** The parts of `USING gist (room WITH =) WHERE (…)`; null where they do not fit into Django's class. */
function definitionOf(sql: string, home: ObjectHome): Definition | null {
  const node = constraintNode(sql);
  if (node === null) return null;
  const context = { columnType: (name: string) => home.typeOf(name) };
  const elements: Element[] = [];
  for (const item of node.exclusions ?? []) {
    const [index, operators] = 'List' in item ? (item.List.items ?? []) : [];
    if (index === undefined || !('IndexElem' in index) || operators === undefined || !('List' in operators))
      return null;
    const { name, expr, opclass, collation, ordering } = index.IndexElem;
    if (collation !== undefined || ordering === 'SORTBY_DESC') return null;
    elements.push({
      column: name ?? null,
      expression: expr === undefined ? null : normalizeExpression(expr, context),
      opclass: textsOf(opclass).at(-1) ?? null,
      operator: textsOf(operators.List.items).at(-1) ?? '=',
    });
  }
  const where = node.where_clause === undefined ? null : normalizeExpression(node.where_clause, context);
  return { method: node.access_method ?? 'btree', elements, where };
}

function constraintNode(sql: string) {
  try {
    const [statement] = parseStatements(`ALTER TABLE t ADD EXCLUDE ${sql}`);
    const alter =
      statement?.stmt !== undefined && 'AlterTableStmt' in statement.stmt ? statement.stmt.AlterTableStmt : null;
    const command = alter?.cmds?.[0];
    const added = command !== undefined && 'AlterTableCmd' in command ? command.AlterTableCmd.def : undefined;
    return added !== undefined && 'Constraint' in added ? added.Constraint : null;
  } catch (error) {
    if (error instanceof SqlSyntaxError) return null;
    throw error;
  }
}

function textsOf(nodes: readonly object[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => {
    const text: unknown = 'String' in node ? node.String : null;
    return typeof text === 'object' && text !== null && 'sval' in text && typeof text.sval === 'string'
      ? [text.sval]
      : [];
  });
}
