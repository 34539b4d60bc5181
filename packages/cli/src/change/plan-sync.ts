import { diff, type Finding, type Hazard } from '@canonical-schema/schema';
import type { HostAt } from '../host/host';
import { sqlWriterOf } from '../host/sql-writer';
import type { ChangePlan } from './change-plan';
import { completedPlan } from './completed-plan';
import { type Followed, followed } from './follow';
import type { Following } from './following';
import type { SyncOfSchema } from './plan-request';
import { PlannedState } from './planned-state';
import { pythonWriters } from './python-writers';
import type { Writers } from './writers';

/** What bringing every source to the canonical file comes to. The canonical file stays as it is. Writes nothing. */
export async function planSync(
  request: SyncOfSchema,
  host: HostAt,
  writers: Writers = pythonWriters,
): Promise<ChangePlan> {
  const start = PlannedState.of(request, host);
  const { codes } = request;
  const isWanted = ({ severity, code }: Finding) =>
    severity !== 'tolerated' && (codes === undefined || codes.includes(code));
  const following: Following = {
    request,
    writers,
    wanted: (findings) => findings.filter(isWanted),
    renames: [],
    givenUp: new Set(),
    comments: [],
  };
  const done = await followed(start, following);
  const hazards = await hazardsOfMigrating(start, done, request);
  return completedPlan({
    ...{ canonical: request.schema.canonical, start, end: done.state, renames: [] },
    ...{ hazards, refused: done.refused, questions: done.questions },
  });
}

/** What the new migrations do to a database. */
async function hazardsOfMigrating(
  start: PlannedState,
  { state, migrations }: Followed,
  { schema }: SyncOfSchema,
): Promise<readonly Hazard[]> {
  if (migrations.length === 0) return [];
  const { hazardsOf } = await sqlWriterOf(schema);
  const hazards: Hazard[] = [];
  for (const source of schema.sources.filter(({ orm }) => orm === 'django')) {
    const before = (await start.python(source)).migrations?.reading.schema;
    const after = (await state.python(source)).migrations?.reading.schema;
    if (before === undefined || after === undefined) continue;
    hazards.push(...hazardsOf(diff(before, after), before));
  }
  return hazards;
}
