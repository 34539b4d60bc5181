import { type Change, tableLabel } from '@canonical-schema/schema';
import { nodesWithin } from '../../edits/nodes';
import type { Batch } from './batch';
import { modelFiles } from './mentions';
import type { ModelFile } from './model-file';
import type { TableTarget, Targets } from './table-target';

type DropTable = Extract<Change, { kind: 'drop-table' }>;

/** Takes the class or `Table(...)` of a table away, where nothing else names it. */
export function dropTable(change: DropTable, batch: Batch): void {
  const target = batch.target(change, change.table);
  if (target === null) return;
  const { node, file, table } = target;
  const label = tableLabel(change.table);
  const statement = node.kind === 'class' ? node.definition : (file.callAt(node.call)?.statement ?? null);
  const isOwn = statement !== null && file.file.syntax.body.includes(statement);
  if (!isOwn || (node.kind === 'core' && statement.kind !== 'assign' && statement.kind !== 'expression')) {
    batch.refuseAt(
      change,
      `Table ${label} is made within other code.`,
      `Take it away in ${file.path} by hand.`,
      table.place,
    );
    return;
  }
  const name = node.kind === 'class' ? node.definition.name : table.model;
  const other = userOf(name, target, statement, batch.targets);
  if (other !== null) {
    const why = `${name}, which maps ${label}, is named in ${other.path} line ${other.line}.`;
    batch.refuseAt(change, why, `Take that away first, then ${name}.`, other);
    return;
  }
  file.draft.body(null).remove(statement);
}

/** The first place in the models that names the class, besides itself. */
function userOf(
  name: string,
  { file, table }: TableTarget,
  own: { readonly start: number; readonly end: number },
  targets: Targets,
) {
  const key = table.schema === null ? `${table.name}.` : `${table.schema}.${table.name}.`;
  for (const each of filesThatMayName(file, targets)) {
    for (const node of nodesWithin(each.file.syntax.body)) {
      const isInside = each === file && own.start <= node.start && node.end <= own.end;
      if (isInside) continue;
      const isNamed = node.kind === 'name' && node.name === name;
      const isImported = node.kind === 'import-from' && (node.names ?? []).some((imported) => imported.name === name);
      const [text] = node.kind === 'string' ? node.parts : [];
      const isInString = typeof text === 'string' && (isWord(text, name) || text.startsWith(key));
      if (isNamed || isImported || isInString) return each.file.source.placeOf(node);
    }
  }
  return null;
}

function isWord(text: string, name: string): boolean {
  return new RegExp(`^(\\[)?(\\w+\\.)*${name}(\\.\\w+)*(\\])?$`).test(text);
}

function filesThatMayName(file: ModelFile, targets: Targets): readonly ModelFile[] {
  return [
    ...new Set([
      file,
      ...modelFiles(targets),
      ...targets.loaded.modules.flatMap(({ path }) => targets.files.at(path) ?? []),
    ]),
  ];
}
