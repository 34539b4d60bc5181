import type { Change, FileEdit, ForeignKey, Place, Refused, Schema, TableRef } from '@canonical-schema/schema';
import type { TableDescription } from '../description';
import type { ModelFile } from './model-file';
import type { Holder } from './placed-item';
import { ArgumentsDraft, type TableArguments, tableArguments } from './table-arguments';
import { isRefusal, type Refusal, type TableTarget, type Targets } from './table-target';

/** Changes that are made together to the files as they stand: what they want, and what of it is refused. */
export class Batch {
  readonly refused: Refused[] = [];
  /** Enums that have got their labels. */
  readonly relabelled = new Set<string>();
  private readonly shrunk: { readonly file: ModelFile; readonly holder: Extract<Holder, { kind: 'tuple' }> }[] = [];
  private readonly drafts = new Map<TableTarget, ArgumentsDraft | Refusal>();

  constructor(
    readonly targets: Targets,
    readonly canonical: Schema,
    readonly newTableModule: string | null,
  ) {}

  /** Refuses a change. */
  refuse(change: Change, { why, remedy, place }: Refusal): void {
    this.refused.push({ change, why, remedy, place });
  }

  /** Refuses a change of a table that cannot be written there. */
  refuseAt(change: Change, why: string, remedy: string, place: Place | null): void {
    this.refuse(change, { why, remedy, place });
  }

  /** The text of a change's table; null where the change is refused for it. */
  target(change: Change, ref: TableRef): TableTarget | null {
    const target = this.targets.table(ref);
    if (!isRefusal(target)) return target;
    this.refuse(change, target);
    return null;
  }

  /** The arguments of a table; null where the change is refused for them. */
  argumentsOf(change: Change, target: TableTarget): TableArguments | null {
    const found = tableArguments(target);
    if (!isRefusal(found)) return found;
    this.refuse(change, found);
    return null;
  }

  /** What is to be added to a table's arguments; null where the change is refused for them. */
  argumentsDraft(change: Change, target: TableTarget): ArgumentsDraft | null {
    const draft = this.drafts.get(target) ?? this.newDraft(target);
    this.drafts.set(target, draft);
    if (!isRefusal(draft)) return draft;
    this.refuse(change, draft);
    return null;
  }

  private newDraft(target: TableTarget): ArgumentsDraft | Refusal {
    const found = tableArguments(target);
    return isRefusal(found) ? found : new ArgumentsDraft(target, found);
  }

  /** Notes a tuple that lost an item: empty, it goes with its statement. */
  noteShrunk(file: ModelFile, holder: Extract<Holder, { kind: 'tuple' }>): void {
    this.shrunk.push({ file, holder });
  }

  /** The table that a foreign key leads to; null where the models have none of that name. */
  referenced({ references }: ForeignKey): TableDescription | null {
    return this.targets.description({ schema: references.schema, name: references.table });
  }

  /** The edits of all files. */
  edits(): readonly FileEdit[] {
    for (const draft of this.drafts.values()) if (!isRefusal(draft)) draft.write();
    this.drafts.clear();
    for (const { file, holder } of this.shrunk.splice(0))
      if (file.draft.list(holder.list)?.size === 0) file.draft.body(holder.owner).remove(holder.statement);
    return this.targets.files.edits();
  }
}
