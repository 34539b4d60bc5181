import { type Context, StatementError } from '../fold/fold';
import { nodesOf, stringOf, stringsOf } from '../fold/tree';
import type { Node, SelectStmt, TransactionStmt, VariableSetStmt } from '../parser/postgres';

/** SET search_path. Other settings do not decide what names mean. */
export function setVariable(statement: VariableSetStmt, { fold }: Context): void {
  if (statement.name !== 'search_path') return;
  if (statement.kind === 'VAR_SET_VALUE') fold.searchPath = searchPathOf((statement.args ?? []).map(constantText));
  else fold.searchPath = ['public'];
}

function constantText(node: Node): string {
  if ('A_Const' in node) return node.A_Const.sval?.sval ?? '';
  return stringOf(node);
}

/** A transaction that is rolled back had no effect, and what it did is not undone here. */
export function transaction({ kind }: TransactionStmt): void {
  if (kind === 'TRANS_STMT_ROLLBACK' || kind === 'TRANS_STMT_ROLLBACK_TO') {
    throw new StatementError('rolls back statements that are read as if they stayed');
  }
}

/** `"$user"` names a schema that nobody here can know; `pg_catalog` holds nothing that is made. */
function searchPathOf(names: readonly string[]): readonly string[] {
  return names.filter((name) => name !== '' && name !== '$user' && name !== 'pg_catalog');
}

/** Functions that a SELECT by itself may call without touching the schema. */
const harmless = new Set([
  ...['setval', 'nextval', 'currval', 'set_config', 'current_setting', 'now', 'version', 'count', 'lo_create'],
  ...['pg_sleep', 'pg_advisory_lock', 'pg_advisory_unlock', 'pg_notify', 'current_database', 'format', 'lo_creat'],
  ...['lowrite', 'lo_open', 'lo_close', 'lo_unlink', 'pg_reload_conf', 'setseed', 'coalesce', 'max', 'min'],
]);

/**
 * A SELECT reads data, but for `set_config('search_path', …)`, which pg_dump writes, SELECT INTO, and calls of
 * functions that may do anything (`SELECT create_hypertable('conditions', 'time')`).
 */
export function select(statement: SelectStmt, context: Context): void {
  if (statement.intoClause !== undefined) {
    throw new StatementError(`makes the table ${statement.intoClause.rel?.relname ?? ''} of a query's result`);
  }
  for (const { val } of nodesOf(statement.targetList, 'ResTarget')) {
    if (val !== undefined && 'FuncCall' in val) calledFunction(val.FuncCall, statement, context);
  }
}

function calledFunction(
  call: { readonly funcname?: Node[]; readonly args?: Node[] },
  statement: SelectStmt,
  { fold, text }: Context,
): void {
  const name = stringsOf(call.funcname).at(-1) ?? '';
  const [setting, value] = (call.args ?? []).map(constantText);
  if (name === 'set_config' && setting === 'search_path') {
    fold.searchPath = searchPathOf((value ?? '').split(',').map((part) => part.trim().replaceAll('"', '')));
    return;
  }
  if (harmless.has(name) || name.startsWith('pg_') || statement.fromClause !== undefined) return;
  const why = `calls ${name}, which may change the schema`;
  fold.unread.push({ extent: 'fact', why, subject: null, table: null, place: text.place });
}
