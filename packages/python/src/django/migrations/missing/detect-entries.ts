import type { ModelKey } from '../../model-state';
import { isAtLeast } from '../../version';
import { modelDependencies } from './dependency';
import { keptModels } from './detect-fields';
import { type Detection, nameOfKey } from './detection';
import type { At } from './migration-operation';
import type { EntryFacts, ModelFacts } from './model-facts';
import { textRepr } from './python-repr';
import { identityOf, keywordIdentities, type Term } from './term';

/** An index by another name: one that had a name, or one that `index_together` made. */
interface RenamedEntry {
  readonly entry: EntryFacts;
  readonly old: EntryFacts | null;
  readonly oldFields: readonly string[] | null;
}

/** What becomes of the indexes or constraints of a model. */
export interface AlteredEntries {
  readonly key: ModelKey;
  readonly added: readonly EntryFacts[];
  readonly removed: readonly EntryFacts[];
  /** Indexes that got another name. */
  readonly renamed: readonly RenamedEntry[];
  /** Constraints whose words alone differ. */
  readonly altered: readonly EntryFacts[];
}

/** Compares the indexes of all models. Source: `create_altered_indexes`. */
export function alteredIndexes(detection: Detection): readonly AlteredEntries[] {
  return keptModels(detection).flatMap((key) => {
    if (!detection.isKnown(key, 'indexes')) return [];
    const { added, removed } = differing('indexes', key, detection);
    const renamed = added.flatMap((entry) =>
      removed
        .filter((old) => old.name !== entry.name && nameless(old) === nameless(entry))
        .map((old): RenamedEntry => ({ old, entry, oldFields: null })),
    );
    renamed.push(...fromTogether(added, detection.model(key), detection.before(key)));
    return [
      {
        key,
        added: added.filter((each) => !renamed.some(({ entry }) => entry === each)),
        removed: removed.filter((each) => !renamed.some(({ old }) => old === each)),
        renamed,
        altered: [],
      },
    ];
  });
}

/** Indexes over fields alone that `index_together` made before. */
function fromTogether(added: readonly EntryFacts[], model: ModelFacts, before: ModelFacts): readonly RenamedEntry[] {
  const isKept = (group: readonly string[]): boolean =>
    (model.indexTogether ?? []).some((each) => each.join() === group.join());
  return (before.indexTogether ?? [])
    .filter((group) => !isKept(group))
    .flatMap((oldFields) => {
      const same = added.filter(({ term }) => isOver(term, oldFields));
      const [entry] = same;
      return entry === undefined || same.length > 1 ? [] : [{ entry, old: null, oldFields }];
    });
}

function isOver(term: EntryFacts['term'], names: readonly string[]): boolean {
  const fields = term.keywords.get('fields');
  if (fields?.kind !== 'list' || term.keywords.size !== 2 || term.positional.length > 0) return false;
  return fields.items.map(identityOf).join() === names.map(textRepr).join();
}

/** Compares the constraints of all models. Source: `create_altered_constraints`. */
export function alteredConstraints(detection: Detection): readonly AlteredEntries[] {
  return keptModels(detection).flatMap((key) => {
    if (!detection.isKnown(key, 'constraints')) return [];
    const { added, removed } = differing('constraints', key, detection);
    const isAltered = (entry: EntryFacts, others: readonly EntryFacts[]): boolean =>
      isAtLeast(detection.sides.version, 5, 2) &&
      others.some((other) => other.name === entry.name && shapeOf(other) === shapeOf(entry));
    return [
      {
        key,
        added: added.filter((each) => !isAltered(each, removed)),
        removed: removed.filter((each) => !isAltered(each, added)),
        renamed: [],
        altered: added.filter((each) => isAltered(each, removed)),
      },
    ];
  });
}

function differing(
  option: 'indexes' | 'constraints',
  key: ModelKey,
  detection: Detection,
): { readonly added: readonly EntryFacts[]; readonly removed: readonly EntryFacts[] } {
  const [mine, theirs] = [detection.model(key)[option], detection.before(key)[option]];
  const isIn = (entries: readonly EntryFacts[], { identity }: EntryFacts): boolean =>
    entries.some((other) => other.identity === identity);
  return { added: mine.filter((entry) => !isIn(theirs, entry)), removed: theirs.filter((entry) => !isIn(mine, entry)) };
}

/** Everything but the name. */
function nameless({ term }: EntryFacts): string {
  return without(term.keywords, ['name'], term);
}

/** Arguments that only a person sees. Source: `BaseConstraint.non_db_attrs`. */
const words = ['violation_error_code', 'violation_error_message'];

/** Everything that shapes the database. */
function shapeOf({ term }: EntryFacts): string {
  return without(term.keywords, words, term);
}

function without(
  keywords: ReadonlyMap<string, Term>,
  names: readonly string[],
  { path, positional }: EntryFacts['term'],
): string {
  const kept = new Map([...keywords].filter(([name]) => !names.includes(name)));
  return [path, ...positional.map(identityOf), ...keywordIdentities(kept)].join(', ');
}

type Wanted = 'AddIndex' | 'RemoveIndex' | 'RenameIndex' | 'AddConstraint' | 'RemoveConstraint' | 'AlterConstraint';

/** Adds the operations of one kind for what became of the entries. */
export function detectEntries(kind: Wanted, altered: readonly AlteredEntries[], detection: Detection): void {
  for (const each of altered) {
    const [model, before] = [detection.model(each.key), detection.before(each.key)];
    addEntries(kind, each, model, before, detection);
  }
}

function addEntries(
  kind: Wanted,
  { key, added, removed, renamed, altered }: AlteredEntries,
  model: ModelFacts,
  before: ModelFacts,
  detection: Detection,
): void {
  const name = nameOfKey(key);
  const migratedPlace = before.place;
  const at = ({ place }: EntryFacts): At => ({ place, migratedPlace });
  const common = { model: name };
  switch (kind) {
    case 'RemoveIndex':
    case 'RemoveConstraint':
      for (const entry of removed) {
        detection.add(model.app, { kind, ...common, name: entry.name, at: { place: model.place, migratedPlace } });
      }
      return;
    case 'RenameIndex':
      for (const { old, oldFields, entry } of renamed) {
        const operation = { kind, ...common, name: entry.name, oldName: old?.name ?? null, oldFields, at: at(entry) };
        detection.add(model.app, operation);
      }
      return;
    case 'AddIndex':
    case 'AddConstraint':
    case 'AlterConstraint':
      for (const entry of kind === 'AlterConstraint' ? altered : added) {
        const operation = { kind, ...common, name: entry.name, entry, at: at(entry) };
        detection.add(model.app, operation, modelDependencies(model));
      }
  }
}
