import { type Change, isFileFault, type Schema } from '@canonical-schema/schema';
import type { SqlWriter } from '@canonical-schema/sql/write';
import type { ChangeOfSchema } from './plan-request';
import type { PlannedState } from './planned-state';

/** What an entry of the version log tells. */
export interface LoggedChange {
  readonly changes: readonly Change[];
  /** The schema before them. */
  readonly before: Schema;
  /** Paths of the migrations that came with them. */
  readonly migrations: readonly string[];
}

/** The state with the change told in the canonical file's version log. */
export function withLogEntry(
  state: PlannedState,
  { changes, before, migrations }: LoggedChange,
  { schema: { canonical }, today, lint }: ChangeOfSchema,
  { appendLogEntry, bulletsOf }: SqlWriter,
): PlannedState {
  const file = state.tree.read(canonical);
  if (isFileFault(file)) throw new Error(`"${canonical}" was edited and cannot be read: ${file.why}`);
  const order = lint?.versionLog === undefined ? {} : { order: lint.versionLog };
  const edits = appendLogEntry({ file, bullets: bulletsOf(changes, before), migrations, today, ...order });
  return edits.length === 0 ? state : state.with([{ kind: 'edit', path: canonical, edits }]);
}
