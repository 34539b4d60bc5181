import { type Change, type Finding, type Schema, tableLabel } from '@canonical-schema/schema';
import type { PythonSource } from '../host/sources';
import { canonicalAtBase } from './canonical-at-base';
import { commentsToFollow } from './comments';
import { type Following, isGivenUp, knownRenames, lossQuestions } from './following';
import { columnLabel, lossesIn } from './losses';
import { ownerOf } from './owners';
import type { PlannedState } from './planned-state';
import type { Question } from './question';
import { ownerQuestion, renameQuestion } from './questions';
import { type Rename, renameText } from './renames';

/** What makes a source's models agree, in the source's own names, and what a person has to say first. */
export interface Repairs {
  readonly changes: readonly Change[];
  readonly questions: readonly Question[];
}

/** What mends the models of a source next: renames by themselves, for only under the new names is it seen what else differs. */
export async function repairsIn(state: PlannedState, source: PythonSource, following: Following): Promise<Repairs> {
  const { repairsOf, withRenames } = await import('@canonical-schema/drift');
  const kind = source.orm === 'django' ? 'django-models' : 'sqlalchemy';
  const found = repairsOf(await wantedOf(state, source.root, following), kind);
  const { schema } = (await state.python(source)).models.reading;
  const repairs = [...found, ...commentsToFollow(following.comments, schema)];
  const changes = withRenames(repairs, knownRenames(schema, following));
  if (changes !== repairs) return { changes, questions: [] };
  const renames = await renamesToAsk(changes, schema, state, following);
  const asked = new Set(renames.map(({ about }) => about));
  const lost = lossesIn(changes).filter((label) => !asked.has(label));
  const questions = [
    ...renames.map(({ question }) => question),
    ...(await ownerQuestions(changes, state, source, following)),
    ...lossQuestions(lost, following),
  ];
  return { changes, questions };
}

/** The findings of one description that are to be mended: those that it has by itself and in the whole verdict. */
export async function wantedOf(state: PlannedState, name: string, following: Following): Promise<readonly Finding[]> {
  const { findings, sources } = await state.verdict();
  const wanted = new Set(following.wanted(findings).map(keyOf));
  const own = sources.filter((source) => source.name === name).flatMap(({ verdict }) => verdict.findings);
  return own.filter((finding) => wanted.has(keyOf(finding)));
}

function keyOf({ code, departs, subject, message }: Finding): string {
  return JSON.stringify([code, departs, subject, message]);
}

/** Something that may have another name, and the question whether it has. */
export interface AskedRename {
  /** The old name, `stocks.symbol`. */
  readonly about: string;
  readonly question: Question;
}

/** What of these repairs may be renames that nobody told of yet. */
export async function renamesToAsk(
  changes: readonly Change[],
  departing: Schema,
  state: PlannedState,
  following: Following,
): Promise<readonly AskedRename[]> {
  const open = withoutRenamed(changes, knownRenames(departing, following));
  if (lossesIn(open).length === 0) return [];
  const { probableRenames } = await import('@canonical-schema/drift');
  const { schema: canonical } = await state.canonical();
  const base = await canonicalAtBase(following.request, state.host);
  return probableRenames(open, { departing, canonical, base }).flatMap(({ rename, evidence }) => {
    const [about = ''] = renameText(rename).split('=');
    return isGivenUp(about, following) ? [] : [{ about, question: renameQuestion(rename, evidence) }];
  });
}

/** The changes without what goes and comes by renames. */
function withoutRenamed(changes: readonly Change[], renames: readonly Rename[]): readonly Change[] {
  const names = new Set(renames.flatMap((rename) => renameText(rename).split('=')));
  const columns = new Set(
    renames.flatMap((rename) => (rename.kind === 'rename-column' ? [columnLabel(rename.table, rename.to)] : [])),
  );
  return changes.filter((change) => {
    if (change.kind === 'drop-table' || change.kind === 'add-table') return !names.has(tableLabel(change.table));
    if (change.kind === 'drop-column') return !names.has(columnLabel(change.table, change.column));
    return change.kind !== 'add-column' || !columns.has(columnLabel(change.table, change.column.name));
  });
}

async function ownerQuestions(
  changes: readonly Change[],
  state: PlannedState,
  source: PythonSource,
  { request }: Following,
): Promise<readonly Question[]> {
  const { models } = await state.python(source);
  return changes.flatMap((change) => {
    if (change.kind !== 'add-table') return [];
    const owner = ownerOf(change.table, source, models.reading, request.answers ?? {});
    return owner.kind === 'known' ? [] : [ownerQuestion(source.orm, tableLabel(change.table), owner.candidates)];
  });
}
