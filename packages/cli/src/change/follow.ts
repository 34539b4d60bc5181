import {
  type Change,
  emptySchema,
  type Finding,
  type Reading,
  type Refused,
  tableLabel,
  type Written,
} from '@canonical-schema/schema';
import type { PythonSource } from '../host/sources';
import { lossesBetween, lossesIn } from './losses';
import { ownerOf } from './owners';
import type { PlanRequest } from './plan-request';
import type { PlannedState } from './planned-state';
import type { Question } from './question';
import { lossQuestion, ownerQuestion } from './questions';
import { type Rename, renamesNamed } from './renames';
import type { Writers } from './writers';

/** What sources are to follow. */
export interface Following {
  readonly request: PlanRequest;
  readonly writers: Writers;
  /** Which findings of a state are to be mended. */
  wanted(findings: readonly Finding[]): readonly Finding[];
  /** Renames that the canonical file itself made. */
  readonly renames: readonly Rename[];
  /** What a person gave up already: `stocks.symbol`, `stocks`. */
  readonly givenUp: ReadonlySet<string>;
}

/** How far the sources could follow. */
export interface Followed {
  readonly state: PlannedState;
  readonly refused: readonly Refused[];
  readonly questions: readonly Question[];
  /** New migrations in the order in which they apply. */
  readonly migrations: readonly string[];
}

/** One repair can uncover another, as a new table can what is wrong with it; this often is more than any has. */
const mostRounds = 6;

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
    const changes = await repairsIn(state, source, following);
    const questions = await questionsAbout(changes, state, source, following);
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

/** What makes a source's models agree, in the source's own names. */
async function repairsIn(state: PlannedState, source: PythonSource, following: Following): Promise<readonly Change[]> {
  const { repairsOf } = await import('@canonical-schema/drift');
  const kind = source.orm === 'django' ? 'django-models' : 'sqlalchemy';
  return repairsOf(await wantedOf(state, source.root, following), kind);
}

/** The findings of one description that are to be mended: those that it has by itself and in the whole verdict. */
async function wantedOf(state: PlannedState, name: string, following: Following): Promise<readonly Finding[]> {
  const { findings, sources } = await state.verdict();
  const wanted = new Set(following.wanted(findings).map(keyOf));
  const own = sources.filter((source) => source.name === name).flatMap(({ verdict }) => verdict.findings);
  return own.filter((finding) => wanted.has(keyOf(finding)));
}

function keyOf({ code, departs, subject, message }: Finding): string {
  return JSON.stringify([code, departs, subject, message]);
}

async function questionsAbout(
  changes: readonly Change[],
  state: PlannedState,
  source: PythonSource,
  following: Following,
): Promise<readonly Question[]> {
  const { models } = await state.python(source);
  const { answers = {} } = following.request;
  const owners = changes.flatMap((change) => {
    if (change.kind !== 'add-table') return [];
    const owner = ownerOf(change.table, source, models.reading, answers);
    return owner.kind === 'known' ? [] : [ownerQuestion(source.orm, tableLabel(change.table), owner.candidates)];
  });
  return [...owners, ...losses(lossesIn(changes), following)];
}

function losses(labels: readonly string[], { request, givenUp }: Following): readonly Question[] {
  const { acceptDataLoss, drop = [] } = request.answers ?? {};
  if (acceptDataLoss === true) return [];
  return labels.filter((label) => !givenUp.has(label) && !drop.includes(label)).map(lossQuestion);
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
  return writers.models({ source, changes: now, canonical, owner: first }, state.host);
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
  const renames = allRenames(before.models.reading, following);
  const { edits, refused, paths } = await writers.migrations({ source, now: request.now, renames }, state.host);
  if (refused.length > 0) return { ...nothingMore(state), refused };
  const next = state.with(edits);
  const after = (await next.python(source)).migrations?.reading.schema ?? emptySchema;
  const questions = losses(lossesBetween(before.migrations.reading.schema, after, renames), following);
  return { state: next, refused, questions, migrations: paths };
}

/** The renames that the canonical file made, and those that a person told of. */
function allRenames({ schema }: Reading, { request, renames }: Following): readonly Rename[] {
  return [...renames, ...renamesNamed(request.answers?.rename ?? [], schema)];
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
