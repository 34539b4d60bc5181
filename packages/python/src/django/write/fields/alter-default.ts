import { isUnreadable } from '@canonical-schema/schema';
import type { Value } from '../../../syntax/value';
import { isAtLeast } from '../../version';
import type { AlterationQuestion } from './alter-column';
import { databaseArgument, defaultArguments } from './default-arguments';
import type { FieldDraft } from './field-draft';
import type { FieldProblem } from './field-writing';

/**
 * Gives a field the DEFAULT of the SQL: in Python where Python says it so far, or nothing does, and in the database where
 * `db_default` says it. A function of the project's own and `auto_now` stay: what they do is more than a DEFAULT.
 */
export function alterDefault({ draft, before, set, writing }: AlterationQuestion): FieldProblem | null {
  if (set.default === undefined || set.identity) return null;
  if (set.default === null) {
    if (draft.has('db_default')) draft.removeArgument('db_default');
    return null;
  }
  if (isUnreadable(set.default)) return null;
  const { version, backend } = writing.loaded.project;
  const type = set.baseType ?? set.type ?? before.type;
  const question = { sql: set.default, type: isUnreadable(type) ? '' : type, field: draft.className, version, backend };
  const staysInPython = draft.has('auto_now') || isCustom(draft.valueOf('default'));
  const answer = defaultArguments(question);
  if (draft.has('db_default') || staysInPython) {
    const argument = isAtLeast(version, 5, 0) ? databaseArgument(question) : null;
    if (argument === null) return noDefault(draft, set.default);
    draft.setArgument(argument.name, argument.value);
    return null;
  }
  if (answer.kind === 'none') return answer;
  replacePython(draft, answer.argument.name);
  draft.setArgument(answer.argument.name, answer.argument.value);
  return null;
}

/** A field has one of these: Django refuses two. */
function replacePython(draft: FieldDraft, wanted: string): void {
  if (wanted === 'db_default') return;
  for (const name of ['default', 'auto_now_add']) {
    if (name !== wanted && draft.has(name)) draft.removeArgument(name);
  }
}

/** Is the default a function whose value no DEFAULT has? */
function isCustom(value: Value | undefined): boolean {
  return value?.kind === 'function' || value?.kind === 'class';
}

function noDefault(draft: FieldDraft, sql: string): FieldProblem {
  const { name } = draft.site.field;
  return {
    why: `${name} fills in a value of its own, and no db_default says DEFAULT ${sql} beside it.`,
    remedy: `Change the default of ${name} by hand, or drop the DEFAULT from the SQL.`,
  };
}
