import { type Change, isFileFault, type Written } from '@canonical-schema/schema';
import type { SqlWriter } from '@canonical-schema/sql/write';
import type { HostAt } from '../host/host';
import { Refusal } from '../host/refusal';
import { sqlWriterOf } from '../host/sql-writer';
import { assumedVersion } from '../options/server-options';
import type { ChangePlan } from './change-plan';
import { commentsIn } from './comments';
import { completedPlan, newFindingsIn, type Planning } from './completed-plan';
import { followed } from './follow';
import type { Following } from './following';
import { withLogEntry } from './log-entry';
import { lossesIn } from './losses';
import type { ChangeOfSchema } from './plan-request';
import { PlannedState } from './planned-state';
import { pythonWriters } from './python-writers';
import { renamesIn } from './renames';
import { requestedChanges } from './requested-changes';
import type { Writers } from './writers';

/** PostgreSQL allows more; Django does not. */
const longestDjangoName = 30;

/**
 * What making a change in the canonical file and in all that describe the same database comes to. What does not parse or
 * does not fit the schema is refused. Writes nothing.
 */
export async function planChange(
  request: ChangeOfSchema,
  host: HostAt,
  writers: Writers = pythonWriters,
): Promise<ChangePlan> {
  const start = PlannedState.of(request, host);
  const { schema: before } = await start.canonical();
  const hasDjango = request.schema.sources.some(({ orm }) => orm === 'django');
  const options = hasDjango ? { indexNameLength: longestDjangoName } : {};
  const writer = await sqlWriterOf(request.schema);
  const { changes, refused } = await requestedChanges(request.change, before, writer, {
    ...options,
    ...assumedVersion(request.schema),
  });
  const planning: Planning = {
    ...{ canonical: request.schema.canonical, start, end: start, renames: renamesIn(changes) },
    ...{ hazards: refused.length > 0 ? [] : writer.hazardsOf(changes, before), refused, questions: [] },
  };
  if (refused.length > 0) return completedPlan(planning);
  const written = writtenCanonical(start, changes, request, writer);
  if (written.refused.length > 0) return completedPlan({ ...planning, refused: written.refused });
  const first = await start.verdict();
  const following: Following = {
    request,
    writers,
    wanted: (findings) => newFindingsIn(first.findings, findings, planning.renames),
    renames: planning.renames,
    // Whoever asks for a table or column to be dropped knows of its data; the hazards say it once more.
    givenUp: new Set(lossesIn(changes)),
    comments: commentsIn(changes, before),
  };
  const done = await followed(start.with(written.edits), following);
  const end = withLogEntry(done.state, { changes, before, migrations: done.migrations }, request, writer);
  return completedPlan({ ...planning, end, refused: done.refused, questions: done.questions });
}

function writtenCanonical(
  state: PlannedState,
  changes: readonly Change[],
  { schema, placement = 'append' }: ChangeOfSchema,
  { editCanonical }: SqlWriter,
): Written {
  const file = state.tree.read(schema.canonical);
  if (isFileFault(file)) throw new Refusal(`The canonical SQL file could not be read: ${file.why}`);
  return editCanonical({ file, changes, placement, options: assumedVersion(schema) });
}
