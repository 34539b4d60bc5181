import {
  type Change,
  diff,
  emptySchema,
  type Reading,
  type Refused,
  type Schema,
  tableLabel,
  type Written,
} from '@canonical-schema/schema';
import type { PythonSource } from '../host/sources';
import { fillsNamed, withFillQuestions } from './fills';
import { type Following, knownRenames, lossQuestions } from './following';
import { lossesBetween } from './losses';
import { ownerOf } from './owners';
import type { PlannedState } from './planned-state';
import type { Question } from './question';
import { renamesToAsk, repairsIn, wantedOf } from './repairs';

/** How far the sources could follow. */
export interface Followed {
  readonly state: PlannedState;
  readonly refused: readonly Refused[];
  readonly questions: readonly Question[];
  /** New migrations in the order in which they apply. */
  readonly migrations: readonly string[];
}

/** One repair can uncover another, as a new table can what is wrong with it, and each place for tables takes one round. */
const mostRounds = 10;

/** The models of every source, and then the migrations of Django's, made to agree with the canonical file. */
export async function followed(start: PlannedState, following: Following): Promise<Followed> {
  let done: Followed = { state: start, refused: [], questions: [], migrations: [] };
  for (const source of following.request.schema.sources) {
    const models = await modelsFollow(done.state, source, following);
    const isEdited = models.state !== done.state;
    done = joined(done, models);
    if (source.orm !== 'django' || models.refused.length > 0 || models.questions.length > 0) continue;
    done = joined(done, await migrationsFollow(start, done.state, source, following, isEdited));
  }
  return done;
}

async function modelsFollow(start: PlannedState, source: PythonSource, following: Following): Promise<Followed> {
  let state = start;
  let former = '';
  for (let round = 0; round < mostRounds; round += 1) {
    const { changes, questions } = await repairsIn(state, source, following);
    if (questions.length > 0) return { ...nothingMore(start), questions };
    const text = JSON.stringify(changes);
    // What did not help once does not help twice; the verdict says what is left.
    if (changes.length === 0 || text === former) break;
    former = text;
    const { edits, refused } = await writtenModels(changes, state, source, following);
    if (refused.length > 0) return { ...nothingMore(start), refused };
    if (edits.length === 0) break;
    state = state.with(edits);
  }
  return nothingMore(state);
}

/** Tables that go to different places are written one place after the other. */
async function writtenModels(
  changes: readonly Change[],
  state: PlannedState,
  source: PythonSource,
  { request, writers }: Following,
): Promise<Written> {
  const { models } = await state.python(source);
  const { schema: canonical } = await state.canonical();
  const ownerFor = (change: Change): string | undefined => {
    if (change.kind !== 'add-table') return undefined;
    const owner = ownerOf(change.table, source, models.reading, request.answers ?? {});
    return owner.kind === 'known' ? owner.owner : undefined;
  };
  const owners = changes.map(ownerFor);
  const first = owners.find((owner) => owner !== undefined);
  const now = changes.filter((_, at) => owners[at] === undefined || owners[at] === first);
  return writers.models({ source, options: state.readingOptions, changes: now, canonical, owner: first }, state.host);
}

/** The migrations of a project whose models were edited, or whose migrations lagged already. */
async function migrationsFollow(
  start: PlannedState,
  state: PlannedState,
  source: PythonSource,
  following: Following,
  isEdited: boolean,
): Promise<Followed> {
  const before = await start.python(source);
  if (before.migrations === null) return nothingMore(state);
  const lagging = await wantedOf(state, `${source.root} (migrations)`, following);
  if (!isEdited && lagging.length === 0) return nothingMore(state);
  const { writers, request } = following;
  const migrated = before.migrations.reading.schema;
  const models = (await state.python(source)).models.reading;
  const asked = await renamesToAsk(comingAndGoing(migrated, models.schema), migrated, state, following);
  if (asked.length > 0) return { ...nothingMore(state), questions: asked.map(({ question }) => question) };
  const { schema: canonical } = await state.canonical();
  const renames = knownRenames(migrated, following);
  const { edits, refused, paths } = await writers.migrations(
    {
      ...{ source, options: state.readingOptions, now: request.now, canonical, renames },
      fills: fillsNamed(request.answers?.fill ?? [], canonical),
      before: start.host,
      apps: newApps(before.models.reading, models),
    },
    state.host,
  );
  if (refused.length > 0) return { ...nothingMore(state), ...withFillQuestions(refused, canonical) };
  const next = state.with(edits);
  const after = (await next.python(source)).migrations?.reading.schema ?? emptySchema;
  const questions = lossQuestions(lossesBetween(migrated, after, renames), following);
  return { state: next, refused, questions, migrations: paths };
}

/** What the migrations of models take away and bring. */
function comingAndGoing(migrated: Schema, models: Schema): readonly Change[] {
  const own = (schema: Schema) => ({
    ...emptySchema,
    tables: schema.tables.filter(({ orm }) => orm?.external !== true),
  });
  return diff(own(migrated), own(models)).filter(
    ({ kind }) => kind === 'add-table' || kind === 'drop-table' || kind === 'add-column' || kind === 'drop-column',
  );
}

/** The apps of tables that were not there before. */
function newApps(before: Reading, after: Reading): readonly string[] {
  const known = new Set(before.schema.tables.map(tableLabel));
  const added = after.schema.tables.filter((table) => !known.has(tableLabel(table)));
  return [...new Set(added.flatMap(({ orm }) => (orm === undefined || orm.external ? [] : [orm.owner])))];
}

function nothingMore(state: PlannedState): Followed {
  return { state, refused: [], questions: [], migrations: [] };
}

function joined(before: Followed, after: Followed): Followed {
  return {
    state: after.state,
    refused: [...before.refused, ...after.refused],
    questions: withoutTwins([...before.questions, ...after.questions]),
    migrations: [...before.migrations, ...after.migrations],
  };
}

/** Two sources may ask the same. */
function withoutTwins(questions: readonly Question[]): readonly Question[] {
  return [...new Map(questions.map((question) => [question.id, question])).values()];
}
