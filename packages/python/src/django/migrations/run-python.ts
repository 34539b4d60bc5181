import type { CallValue, FunctionValue, Value } from '../../syntax/value';
import { externalValue } from '../../syntax/values';
import { describe, dottedName } from '../constants';
import { editorUse, schemaEditorName } from './editor-use';
import { type Operation, OperationError } from './operation';
import type { DatabaseStep } from './operation-kind';
import { isNoop, partOf } from './sql-parts';

/**
 * Python that only moves data has no effect on the schema. Where it runs SQL of its own, by the schema editor or by a
 * cursor, that SQL is read as `RunSQL` would be.
 */
export function runPython(step: DatabaseStep, operation: Operation): void {
  const code = operation.arguments.get('code');
  if (code === undefined || isNoop(code)) return;
  const { program } = step.replay.loaded.fields;
  const note = (why: string): void => step.replay.note('fact', `its Python code ${why}`, operation, null);
  const use = editorUse(code, 1, program);
  if (code.kind !== 'function') {
    if (use !== null) note(use);
    return;
  }
  const calls = program.callsHeard(code, [externalValue('the state of the apps', code.place), editor(code)]);
  if ('kind' in calls) {
    if (use !== null) note(use);
    return;
  }
  const executed = calls.flatMap(({ value, condition }) => {
    const isRelevant = value.kind === 'call' && (isRename(value) || (isExecute(value) && !onlyMovesData(value)));
    return isRelevant ? [{ call: value, condition }] : [];
  });
  const unread = executed.map(whyUnread).find((why) => why !== null);
  const others = editorUse(code, 1, program, isExecuting);
  if (unread !== undefined || others !== null) {
    note(unread ?? others ?? '');
    return;
  }
  for (const { call } of executed) {
    const names = renamedTable(call);
    if (names !== null) {
      step.editor.renameTable(...names);
      continue;
    }
    const { text, place } = partOf(sqlWithParameters(call), step.editor.backend.literals);
    step.replay.runSql(text, place, operation);
  }
}

interface HeardCall {
  readonly call: CallValue;
  readonly condition: string | null;
}

const editor = ({ place }: FunctionValue): Value => externalValue(schemaEditorName, place);

/** What a schema editor is asked for where SQL is run by it, or a table renamed. */
const isExecuting = (use: string): boolean => /^(execute|alter_db_table|connection\.cursor)$/.test(use);

const isRename = ({ callee }: CallValue): boolean =>
  callee.kind === 'external' && callee.name === `${schemaEditorName}.alter_db_table`;

/** The names in `schema_editor.alter_db_table(Model, 'before', 'after')`; null where it is no such call, or they are not known. */
function renamedTable(call: CallValue): readonly [string, string] | null {
  const [, before, after] = call.positional;
  return isRename(call) && before?.kind === 'str' && after?.kind === 'str' ? [before.value, after.value] : null;
}

/** `schema_editor.execute(…)`, or `execute` of a cursor that a connection gave. */
function isExecute({ callee }: CallValue): boolean {
  if (callee.kind === 'external') return callee.name === `${schemaEditorName}.execute`;
  if (callee.kind !== 'attribute' || callee.name !== 'execute' || callee.of.kind !== 'call') return false;
  const maker = dottedName(callee.of.callee) ?? '';
  return /(^|\.)connections?(\[[^\]]*\])?\.cursor$/.test(maker);
}

/** Rows are none of a schema's business, whatever the parameters are. */
function onlyMovesData({ positional: [sql] }: CallValue): boolean {
  return sql?.kind === 'str' && /^\s*(select|insert|update|delete)\b[^;]*;?\s*$/i.test(sql.value);
}

/** Why the SQL of a call is not known; null where it is. */
function whyUnread({ call, condition }: HeardCall): string | null {
  const [sql] = call.positional;
  if (condition !== null) return `runs SQL that depends on the condition ${condition}`;
  if (isRename(call)) return renamedTable(call) === null ? 'renames a table that is not known' : null;
  if (!call.complete || sql === undefined) return 'runs SQL that is not known';
  return sql.kind === 'str' ? null : `runs SQL that ${describe(sql)}`;
}

/** The call's SQL with its parameters. Without any the schema editor gives none, and percent signs stand doubled. */
function sqlWithParameters({ callee, positional, keywords, place }: CallValue): Value {
  const [sql, given] = positional;
  if (sql === undefined) throw new OperationError('it has no SQL');
  const parameters = given ?? keywords.get('params');
  if (parameters === undefined && callee.kind === 'attribute') return sql;
  return { kind: 'tuple', items: [sql, parameters ?? { kind: 'tuple', items: [], place }], place };
}
