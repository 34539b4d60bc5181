import type { Change } from '@canonical-schema/schema';
import { keywordAt } from '../../edits/python-file';
import type { Call, DictDisplay } from '../../syntax/ast';
import type { Batch } from './batch';
import type { TableArguments } from './table-arguments';
import type { TableTarget } from './table-target';

type SetComment = Extract<Change, { kind: 'set-table-comment' }>;

/** Sets `comment` among a table's options. */
export function setTableComment(change: SetComment, batch: Batch): void {
  const target = batch.target(change, change.table);
  const args = target === null ? null : batch.argumentsOf(change, target);
  if (target === null || args === null) return;
  const { comment } = change;
  const text = comment === null ? null : target.scribe.quoted(comment);
  const isSet = args.kind === 'call' ? setKeyword(args.call, text, target) : setEntry(args, text, target, batch);
  if (!isSet && text !== null) batch.argumentsDraft(change, target)?.say(text);
}

/** False where there is no comment yet. */
function setKeyword(call: Call, text: string | null, { file }: TableTarget): boolean {
  const at = keywordAt(call, 'comment');
  const argument = call.args[at];
  if (argument === undefined) return false;
  if (text === null) file.draft.list(call)?.remove(at);
  else file.draft.replace(argument.value, text);
  return true;
}

function setEntry(
  args: Exclude<TableArguments, { kind: 'call' }>,
  text: string | null,
  { file, node }: TableTarget,
  batch: Batch,
): boolean {
  const options: DictDisplay | null = args.kind === 'none' ? null : args.options;
  const at = options?.entries.findIndex(({ key }) => key?.kind === 'string' && key.parts[0] === 'comment') ?? -1;
  const entry = options?.entries[at];
  if (options === null || entry === undefined) return false;
  if (text !== null) file.draft.replace(entry.value, text);
  else if (options.entries.length > 1 || args.kind === 'none') file.draft.list(options)?.remove(at);
  else if (args.kind === 'dict' && node.kind === 'class') file.draft.body(node.definition).remove(args.statement);
  else if (args.kind === 'tuple' && node.kind === 'class') {
    file.draft.list(args.tuple)?.remove(args.tuple.items.indexOf(options));
    batch.noteShrunk(file, {
      kind: 'tuple',
      list: args.tuple,
      at: 0,
      owner: node.definition,
      statement: args.statement,
    });
  }
  return true;
}
