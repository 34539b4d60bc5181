import type { FileDraft } from '../../../edits/file-draft';
import { innerClass, type Member, membersOf } from '../../../edits/python-file';
import type { ClassDefinition, Expression, Statement } from '../../../syntax/ast';
import { mentionsIn, namingOptions } from './mentions';

/** An option of a Meta whose list may have come out empty. */
export interface OpenOption {
  readonly draft: FileDraft;
  readonly owner: ClassDefinition;
  readonly meta: ClassDefinition;
  readonly statement: Statement;
  readonly value: Expression;
}

/**
 * Takes what names a field out of its class's Meta, as PostgreSQL drops what stands over a column with it. Answers the
 * lists that were touched: one that is empty when all is done goes with its statement.
 */
export function dropMentions(draft: FileDraft, owner: ClassDefinition, field: string): OpenOption[] {
  const meta = innerClass(owner.body, 'Meta');
  if (meta === null) return [];
  const options = membersOf(meta.body).filter(({ name }) => namingOptions.has(name));
  return options.flatMap((option) => dropFrom({ draft, owner, meta }, option, field));
}

type MetaSite = Pick<OpenOption, 'draft' | 'owner' | 'meta'>;

function dropFrom(site: MetaSite, { statement, value }: Member, field: string): OpenOption[] {
  const { draft, meta } = site;
  if (value === null || mentionsIn(value, field, draft.file).length === 0) return [];
  const isDisplay = value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set';
  const isOneGroup = isDisplay && value.items.every(({ kind }) => kind === 'string') && isTogether(statement);
  const list = isDisplay && !isOneGroup ? draft.list(value) : null;
  if (list === null || !isDisplay) {
    draft.body(meta).remove(statement);
    return [{ ...site, statement, value }];
  }
  for (const [at, item] of value.items.entries()) {
    if (mentionsIn(item, field, draft.file).length > 0) list.remove(at);
  }
  return [{ ...site, statement, value }];
}

/** `unique_together = ('a', 'b')` is one group, which goes as a whole. */
function isTogether(statement: Statement): boolean {
  const target = statement.kind === 'assign' ? statement.targets[0] : undefined;
  return target?.kind === 'name' && target.name.endsWith('_together');
}

/** Takes away the statements of lists that nothing is left in. */
export function closeOptions(options: readonly OpenOption[]): void {
  for (const { draft, meta, statement, value } of options) {
    const list = value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set' ? draft.list(value) : null;
    if (list?.size === 0) draft.body(meta).remove(statement);
  }
  for (const { draft, meta, owner } of options) {
    const { removed, inserted } = draft.body(meta);
    const isEmpty = meta.args.length === 0 && inserted.length === 0 && meta.body.every((each) => removed.has(each));
    if (isEmpty) draft.body(owner).remove(meta);
  }
}
