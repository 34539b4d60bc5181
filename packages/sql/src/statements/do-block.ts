import { CatalogError } from '@canonical-schema/schema';
import { type Context, StatementError } from '../fold/fold';
import { kindOf, stringOf } from '../fold/tree';
import {
  type DoStmt,
  type Node,
  parseExpressionText,
  parsePlpgsql,
  parseStatements,
  SqlSyntaxError,
} from '../parser/postgres';

/**
 * A DO block whose effect is plain: statements that change the schema, guarded by `IF [NOT] EXISTS (SELECT … FROM
 * pg_…)` or by `EXCEPTION WHEN duplicate_…`. It does what its statements do, except where what they make exists already.
 * A block that changes no schema is passed over, any other one cannot be read.
 */
export function doBlock(statement: DoStmt, context: Context): void {
  const language = optionText(statement, 'language');
  if (language !== '' && language !== 'plpgsql') throw new StatementError(`is a DO block in ${language}`);
  const steps = plainSteps(context.text.sql);
  if (steps === null) throw new StatementError('is a DO block whose effect depends on what it finds when it runs');
  for (const step of steps) runStep(step, context);
}

function optionText({ args }: DoStmt, name: string): string {
  const option = args?.find((arg) => 'DefElem' in arg && arg.DefElem.defname === name);
  return option !== undefined && 'DefElem' in option ? stringOf(option.DefElem.arg) : '';
}

/** One SQL statement of a block, and whether the block says what happens where it cannot be carried out. */
interface Step {
  readonly node: Node;
  readonly isGuarded: boolean;
}

function runStep({ node, isGuarded }: Step, context: Context): void {
  if (!isGuarded) {
    context.readStatement(node, context);
    return;
  }
  const unreadBefore = context.fold.unread.length;
  try {
    context.readStatement(node, { ...context, isGuarded: true });
  } catch (error) {
    if (!(error instanceof CatalogError || error instanceof StatementError)) throw error;
  }
  // What ALTER TABLE notes action by action is guarded too.
  context.fold.unread.length = unreadBefore;
}

/** A PL/pgSQL node as libpg_query prints it: one member, named by its kind. */
type Plpgsql = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The steps of a plain block; null where the block is not plain and may change the schema. */
function plainSteps(sql: string): readonly Step[] | null {
  const tree = parsed(sql);
  if (tree === null) return null;
  const steps = stepsOf(bodyOf(tree), false);
  return steps ?? (mayChangeSchema(tree) ? null : []);
}

function parsed(sql: string): unknown {
  try {
    return parsePlpgsql(sql);
  } catch (error) {
    if (error instanceof SqlSyntaxError) return null;
    throw error;
  }
}

function bodyOf(tree: unknown): readonly Plpgsql[] {
  const [entry] = (tree as { plpgsql_funcs: { PLpgSQL_function: { action: Plpgsql } }[] }).plpgsql_funcs;
  return entry === undefined ? [] : [entry.PLpgSQL_function.action];
}

/** How each kind of PL/pgSQL statement is plain; a kind that is absent is not. */
const plain: Readonly<Record<string, (content: Plpgsql[string], isGuarded: boolean) => readonly Step[] | null>> = {
  PLpgSQL_stmt_block: blockSteps,
  PLpgSQL_stmt_if: ifSteps,
  PLpgSQL_stmt_execsql: ({ sqlstmt }, isGuarded) => sqlSteps(queryOf(sqlstmt), isGuarded),
  PLpgSQL_stmt_dynexecute: ({ query }, isGuarded) => literalSteps(queryOf(query), isGuarded),
  PLpgSQL_stmt_raise: () => [],
  PLpgSQL_stmt_return: () => [],
};

function stepsOf(statements: readonly Plpgsql[], isGuarded: boolean): readonly Step[] | null {
  const steps: Step[] = [];
  for (const statement of statements) {
    const [kind = '', content = {}] = Object.entries(statement)[0] ?? [];
    const found = plain[kind]?.(content, isGuarded) ?? null;
    if (found === null) return null;
    steps.push(...found);
  }
  return steps;
}

function listOf(value: unknown): readonly Plpgsql[] {
  return Array.isArray(value) ? value : [];
}

function blockSteps({ body, exceptions }: Plpgsql[string], isGuarded: boolean): readonly Step[] | null {
  const handlers = listOf((exceptions as Plpgsql | undefined)?.PLpgSQL_exception_block?.exc_list);
  const handled = handlers.map(({ PLpgSQL_exception }) => stepsOf(listOf(PLpgSQL_exception?.action), true));
  if (handled.some((steps) => steps === null || steps.length > 0)) return null;
  return stepsOf(listOf(body), isGuarded || handlers.length > 0);
}

function ifSteps({ cond, then_body, elsif_list, else_body }: Plpgsql[string]): readonly Step[] | null {
  if (listOf(elsif_list).length > 0 || !asksCatalog(queryOf(cond))) return null;
  const otherwise = stepsOf(listOf(else_body), true);
  if (otherwise === null || otherwise.length > 0) return null;
  return stepsOf(listOf(then_body), true);
}

function queryOf(expression: unknown): string {
  const query = (expression as Plpgsql | undefined)?.PLpgSQL_expr?.query;
  return typeof query === 'string' ? query : '';
}

function sqlSteps(sql: string, isGuarded: boolean): readonly Step[] | null {
  try {
    return parseStatements(sql).flatMap(({ stmt }) => (stmt === undefined ? [] : [{ node: stmt, isGuarded }]));
  } catch (error) {
    if (error instanceof SqlSyntaxError) return null;
    throw error;
  }
}

/** `EXECUTE 'ALTER TABLE …'` with nothing to fill in. */
function literalSteps(query: string, isGuarded: boolean): readonly Step[] | null {
  const node = expressionOf(query);
  const text = node !== null && 'A_Const' in node ? node.A_Const.sval?.sval : undefined;
  return text === undefined ? null : sqlSteps(text, isGuarded);
}

function expressionOf(sql: string): Node | null {
  try {
    return parseExpressionText(sql);
  } catch (error) {
    if (error instanceof SqlSyntaxError) return null;
    throw error;
  }
}

/** Does the condition only ask PostgreSQL's own catalogs whether something exists? */
function asksCatalog(condition: string): boolean {
  const node = expressionOf(condition);
  if (node === null) return false;
  const question = 'BoolExpr' in node && node.BoolExpr.boolop === 'NOT_EXPR' ? node.BoolExpr.args?.[0] : node;
  if (question === undefined || !('SubLink' in question || 'NullTest' in question)) return false;
  return relationsIn(question).every((name) => name.startsWith('pg_') || name.startsWith('information_schema.'));
}

function relationsIn(node: Node): string[] {
  const names: string[] = [];
  JSON.stringify(node, (key: string, value: { schemaname?: string; relname?: string }) => {
    if (key === 'RangeVar')
      names.push(
        value.schemaname === 'information_schema' ? `information_schema.${value.relname}` : (value.relname ?? ''),
      );
    return value;
  });
  return names;
}

/** Statements that a block of another shape may hold without changing the schema. */
const dataStatements = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'SelectStmt', 'GrantStmt', 'CreateRoleStmt']);

function mayChangeSchema(tree: unknown): boolean {
  let may = false;
  JSON.stringify(tree, (key: string, value: unknown) => {
    if (key === 'PLpgSQL_stmt_dynexecute' || key === 'PLpgSQL_stmt_dynfors') may = true;
    if (key === 'PLpgSQL_stmt_perform' || key === 'PLpgSQL_stmt_call') may = true;
    if (key === 'PLpgSQL_stmt_execsql' && !isDataOnly(queryOf((value as Plpgsql[string]).sqlstmt))) may = true;
    return value;
  });
  return may;
}

function isDataOnly(sql: string): boolean {
  const steps = sqlSteps(sql, false);
  return steps?.every(({ node }) => dataStatements.has(kindOf(node))) ?? false;
}
