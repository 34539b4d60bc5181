import { type Change, type Finding, type Schema, tableLabel } from '@canonical-schema/schema';
import type { PythonSource } from '../host/sources';
import { canonicalAtBase } from './canonical-at-base';
import { type Following, isGivenUp, knownRenames, lossQuestions } from './following';
import { lossesIn } from './losses';
import { ownerOf } from './owners';
import type { PlannedState } from './planned-state';
import type { Question } from './question';
import { ownerQuestion, renameQuestion } from './questions';
import { renameText } from './renames';

/** What makes a source's models agree, in the source's own names, and what a person has to say first. */
export interface Repairs {
  readonly changes: readonly Change[];
  readonly questions: readonly Question[];
}

/** What mends the models of a source next: renames by themselves, for only under the new names is it seen what else differs. */
export async function repairsIn(state: PlannedState, source: PythonSource, following: Following): Promise<Repairs> {
  const { repairsOf, withRenames } = await import('@canonical-schema/drift');
  const kind = source.orm === 'django' ? 'django-models' : 'sqlalchemy';
  const repairs = repairsOf(await wantedOf(state, source.root, following), kind);
  const { schema } = (await state.python(source)).models.reading;
  const changes = withRenames(repairs, knownRenames(schema, following));
  if (changes !== repairs) return { changes, questions: [] };
  const renames = await renameQuestions(changes, schema, state, following);
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

interface AskedRename {
  /** The old name, `stocks.symbol`. */
  readonly about: string;
  readonly question: Question;
}

async function renameQuestions(
  changes: readonly Change[],
  departing: Schema,
  state: PlannedState,
  following: Following,
): Promise<readonly AskedRename[]> {
  if (lossesIn(changes).length === 0) return [];
  const { probableRenames } = await import('@canonical-schema/drift');
  const { schema: canonical } = await state.canonical();
  const base = await canonicalAtBase(following.request, state.host);
  return probableRenames(changes, { departing, canonical, base }).flatMap(({ rename, evidence }) => {
    const [about = ''] = renameText(rename).split('=');
    return isGivenUp(about, following) ? [] : [{ about, question: renameQuestion(rename, evidence) }];
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
