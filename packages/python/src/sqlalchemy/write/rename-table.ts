import { type Change, type TableRef, tableLabel } from '@canonical-schema/schema';
import { nodesWithin } from '../../edits/nodes';
import { keywordAt, memberNamed } from '../../edits/python-file';
import { pythonString } from '../../edits/python-text';
import type { Batch } from './batch';
import { keepNames } from './kept-names';
import { modelFiles } from './mentions';
import { calleeName } from './source-column';
import type { TableTarget } from './table-target';

type RenameTable = Extract<Change, { kind: 'rename-table' }>;

/** Gives a table another name, and says it in every `ForeignKey('old.id')` of the models. The class keeps its name. */
export function renameTable(change: RenameTable, batch: Batch): void {
  const target = batch.target(change, change.table);
  if (target === null) return;
  const refuse = (why: string): void =>
    batch.refuseAt(
      change,
      `Table ${tableLabel(change.table)} cannot be renamed: ${why}.`,
      `Rename it in ${target.file.path} by hand.`,
      target.table.place,
    );
  if (change.to.schema !== change.table.schema) {
    refuse('it would move to another schema');
    return;
  }
  if (!renameOwn(target, change.to)) {
    refuse('its name is computed');
    return;
  }
  const before = target.table.schema === null ? target.table.name : `${target.table.schema}.${target.table.name}`;
  const after = target.table.schema === null ? change.to.name : `${target.table.schema}.${change.to.name}`;
  renameReferences(before, after, batch);
  const { to } = change;
  keepNames({ change, table: { ...target.table, name: to.name }, column: (name) => name }, target, batch);
}

function renameOwn({ node, file, scribe }: TableTarget, to: TableRef): boolean {
  if (node.kind === 'core') {
    const at = Math.max(0, keywordAt(node.call, 'name'));
    const name = node.call.args[at]?.value;
    if (name?.kind !== 'string') return false;
    file.draft.replace(name, scribe.quoted(to.name));
    return true;
  }
  const { definition } = node;
  const member = memberNamed(definition.body, '__tablename__');
  if (member?.value?.kind === 'string') {
    file.draft.replace(member.value, scribe.quoted(to.name));
    return true;
  }
  if (member !== null) return false;
  file.draft.body(definition).insert(null, `__tablename__ = ${scribe.quoted(to.name)}`, 1);
  return true;
}

/** Strings that name a column of the table, or the table itself as a relationship's `secondary`. */
function renameReferences(before: string, after: string, { targets }: Batch): void {
  for (const file of modelFiles(targets)) {
    for (const node of nodesWithin(file.file.syntax.body)) {
      if (node.kind !== 'call') continue;
      const called = calleeName(node);
      const isKey = called === 'ForeignKey' || called === 'ForeignKeyConstraint';
      for (const { name, value } of node.args) {
        if (!isKey && name !== 'secondary' && name !== 'foreign_key') continue;
        for (const string of nodesWithin(value)) {
          const [text] = string.kind === 'string' ? string.parts : [];
          if (string.kind !== 'string' || typeof text !== 'string') continue;
          const renamed =
            text === before ? after : text.startsWith(`${before}.`) ? after + text.slice(before.length) : null;
          if (renamed !== null && string.parts.length === 1)
            file.draft.replace(string, pythonString(renamed, file.file.style));
        }
      }
    }
  }
}
