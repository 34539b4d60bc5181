import { isAtLeast } from '../../version';
import { alterableOptions } from '../model-operations';
import { on, relationDependencies } from './dependency';
import { keptModels } from './detect-fields';
import { keptOfAllKinds } from './detect-models';
import { type Detection, inBoth, nameOfKey } from './detection';
import { managersIdentity } from './managers';
import type { At } from './migration-operation';
import type { ModelFacts } from './model-facts';
import { identityOf, noneTerm, type Term } from './term';

const identityOr = (term: Term | undefined): string => identityOf(term ?? noneTerm);

function at(model: ModelFacts, before: ModelFacts, option: string): At {
  return { place: model.optionPlaces.get(option) ?? model.place, migratedPlace: before.place };
}

/** Options that shape no table. Source: `generate_altered_options`. */
export function detectAlteredOptions(detection: Detection): void {
  const { old, new: now } = detection;
  const keys = new Set([
    ...keptOfAllKinds(detection),
    ...inBoth(old.unmanaged, now.models),
    ...inBoth(old.models, now.unmanaged),
  ]);
  for (const key of [...keys].sort()) {
    const [model, before] = [detection.model(key), detection.before(key)];
    const [mine, theirs] = [alterable(model), alterable(before)];
    const differing = alterableOptions.find((name) => identityIn(mine, name) !== identityIn(theirs, name));
    if (!detection.isKnown(key, 'options') || differing === undefined) continue;
    const operation = {
      kind: 'AlterModelOptions',
      name: nameOfKey(key),
      options: mine,
      at: at(model, before, differing),
    } as const;
    detection.add(model.app, operation);
  }
}

function alterable({ options }: ModelFacts): ReadonlyMap<string, Term> {
  return new Map([...options].filter(([name]) => alterableOptions.includes(name)));
}

function identityIn(options: ReadonlyMap<string, Term>, name: string): string | null {
  const term = options.get(name);
  return term === undefined ? null : identityOf(term);
}

/** Source: `generate_altered_managers`. */
export function detectAlteredManagers(detection: Detection): void {
  for (const key of keptModels(detection)) {
    const [model, before] = [detection.model(key), detection.before(key)];
    if (!detection.isKnown(key, 'managers')) continue;
    if (managersIdentity(model.managers) === managersIdentity(before.managers)) continue;
    const place = { place: model.place, migratedPlace: before.place };
    const operation = {
      kind: 'AlterModelManagers',
      name: nameOfKey(key),
      managers: model.managers,
      at: place,
    } as const;
    detection.add(model.app, operation);
  }
}

/** Source: `generate_altered_db_table_comment`. */
export function detectAlteredComments(detection: Detection): void {
  for (const key of keptOfAllKinds(detection)) {
    const [model, before] = [detection.model(key), detection.before(key)];
    const comment = model.options.get('db_table_comment');
    if (identityOr(comment) === identityOr(before.options.get('db_table_comment'))) continue;
    if (!detection.isKnown(key, 'options')) continue;
    const operation = {
      kind: 'AlterModelTableComment',
      name: nameOfKey(key),
      comment: comment ?? noneTerm,
      at: at(model, before, 'db_table_comment'),
    } as const;
    detection.add(model.app, operation);
  }
}

/** Source: `generate_altered_db_table`. */
export function detectAlteredTables(detection: Detection): void {
  for (const key of keptOfAllKinds(detection)) {
    const [model, before] = [detection.model(key), detection.before(key)];
    const table = model.options.get('db_table');
    if (identityOr(table) === identityOr(before.options.get('db_table'))) continue;
    if (!detection.isKnown(key, 'options')) continue;
    const operation = {
      kind: 'AlterModelTable',
      name: nameOfKey(key),
      table: table ?? noneTerm,
      at: at(model, before, 'db_table'),
    } as const;
    detection.add(model.app, operation);
  }
}

/** Source: `generate_altered_order_with_respect_to`. */
export function detectAlteredOrder(detection: Detection): void {
  for (const key of keptModels(detection)) {
    const [model, before] = [detection.model(key), detection.before(key)];
    const field = model.orderWithRespectTo;
    if (field === before.orderWithRespectTo || !detection.isKnown(key, 'options')) continue;
    const place = at(model, before, 'order_with_respect_to');
    detection.add(
      model.app,
      { kind: 'AlterOrderWithRespectTo', name: nameOfKey(key), field, at: place },
      field === null ? [] : [on(key, 'create', field)],
    );
  }
}

type Option = 'uniqueTogether' | 'indexTogether';
type Groups = readonly (readonly string[])[];

const operationKinds = { uniqueTogether: 'AlterUniqueTogether', indexTogether: 'AlterIndexTogether' } as const;
const optionNames = { uniqueTogether: 'unique_together', indexTogether: 'index_together' } as const;

/** Before fields go, groups that go with them are taken back. Source: `_generate_removed_altered_foo_together`. */
export function detectRemovedGroups(option: Option, detection: Detection): void {
  for (const { model, before, old: all, next, kept } of alteredGroups(option, detection)) {
    const old = option === 'indexTogether' ? withoutRenamed(all, model, detection) : all;
    if (old.length > 0) addGroups(option, model, before, kept, detection, next);
  }
}

/** Source: `_generate_altered_foo_together`. */
export function detectAddedGroups(option: Option, detection: Detection): void {
  for (const { model, before, next, kept } of alteredGroups(option, detection)) {
    if (next.length !== kept.length) addGroups(option, model, before, next, detection, next);
  }
}

/** Groups that live on as indexes with names are not taken back. */
function withoutRenamed(groups: Groups, { app }: ModelFacts, { operations }: Detection): Groups {
  const renamed = (operations.get(app) ?? []).flatMap((each) =>
    each.kind === 'RenameIndex' && each.oldFields !== null ? [each.oldFields.join()] : [],
  );
  return groups.filter((group) => !renamed.includes(group.join()));
}

function addGroups(
  option: Option,
  model: ModelFacts,
  before: ModelFacts,
  groups: Groups,
  detection: Detection,
  next: Groups,
): void {
  const dependencies = next.flatMap((group) =>
    group.flatMap((name) => {
      const field = model.fields.get(name);
      return field === undefined ? [] : relationDependencies(field);
    }),
  );
  const place = at(model, before, optionNames[option]);
  const operation = { kind: operationKinds[option], name: nameOfKey(model.key), groups, at: place };
  detection.add(model.app, operation, dependencies);
}

interface AlteredGroups {
  readonly model: ModelFacts;
  readonly before: ModelFacts;
  readonly old: Groups;
  readonly next: Groups;
  readonly kept: Groups;
}

function alteredGroups(option: Option, detection: Detection): readonly AlteredGroups[] {
  if (option === 'indexTogether' && isAtLeast(detection.sides.version, 5, 1)) return [];
  return keptModels(detection).flatMap((key) => {
    const [model, before] = [detection.model(key), detection.before(key)];
    const renamed = (name: string): string => newName(key, name, detection);
    const old = (before[option] ?? []).map((group) => group.map(renamed));
    const next = model[option] ?? [];
    const isIn = (groups: Groups, group: readonly string[]): boolean =>
      groups.some((each) => each.join('\u0000') === group.join('\u0000'));
    const kept = next.filter((group) => isIn(old, group));
    const isSame = kept.length === next.length && old.every((group) => isIn(next, group));
    if (isSame || !detection.isKnown(key, 'together')) return [];
    return [{ model, before, old, next, kept }];
  });
}

/** Django looks renames up by the new name, so that a group which names a renamed field is one that went and one that came. */
function newName(key: string, name: string, detection: Detection): string {
  return detection.renamedFields.get(`${key}.${name}`) ?? name;
}
