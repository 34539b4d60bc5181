import type { ModelKey } from '../../model-state';
import { isAtLeast } from '../../version';
import { differenceOf } from './compared-field';
import { type Dependency, on, relationDependencies } from './dependency';
import { type Detection, inBoth, nameOfKey, onlyIn } from './detection';
import {
  hasDatabaseDefault,
  hasDefault,
  isNullable,
  keepsDefault,
  withDatabaseColumn,
  withDefault,
} from './field-questions';
import type { FieldFacts, ModelFacts } from './model-facts';
import { textRepr } from './python-repr';
import { identityOf, isNone, literal, type Term } from './term';

/** Lists the fields of both sides; what may be there, or is not known, is on neither. */
export function listFields(detection: Detection): void {
  for (const key of inBoth(detection.old.models, detection.new.models)) {
    const [model, before] = [detection.model(key), detection.before(key)];
    const doubts = [...model.doubts, ...before.doubts].filter(({ part }) => part === 'fields');
    for (const { field, why, place } of doubts) {
      detection.note(key, field, why, place, field !== null && isOnOneSide(field, model, before));
    }
    const isAny = doubts.some(({ field }) => field === null);
    const names = new Set(doubts.map(({ field }) => field));
    const [mine, theirs] = [[...model.fields.keys()], [...before.fields.keys()]];
    const isKnown = (name: string, others: readonly string[]): boolean =>
      !names.has(name) && (!isAny || others.includes(name));
    detection.newFields.set(key, new Set(mine.filter((name) => isKnown(name, theirs))));
    detection.oldFields.set(key, new Set(theirs.filter((name) => isKnown(name, mine))));
  }
}

/** Is there a field of that name on one side, and certainly none on the other? */
function isOnOneSide(name: string, model: ModelFacts, before: ModelFacts): boolean {
  const [mine, theirs] = [model, before].map(({ fieldNames }) => fieldNames.has(name));
  const mayBe = [model, before].some(({ mayHaveMore }) => mayHaveMore);
  return mine !== theirs && !mayBe;
}

/** A field that was renamed, and how. */
interface RenamedField {
  readonly key: ModelKey;
  readonly old: FieldFacts;
  readonly field: FieldFacts;
}

/** Finds fields that differ from one that is gone by their name alone. Source: `create_renamed_fields`. */
export function findRenamedFields(detection: Detection): readonly RenamedField[] {
  const found: RenamedField[] = [];
  for (const key of keptModels(detection)) {
    const model = detection.model(key);
    const [mine, theirs] = [fieldSet(detection.newFields, key), new Set(fieldSet(detection.oldFields, key))];
    for (const name of onlyIn(mine, theirs)) {
      const field = demandField(model, name);
      const gone = onlyIn(theirs, mine).map((each) => demandField(detection.before(key), each));
      const old = gone.find(
        (each) => isRename(each, field, detection) && detection.questioner.isRenamedField(model, each, field),
      );
      if (old === undefined) continue;
      found.push({ key, old, field });
      theirs.delete(old.name);
      theirs.add(name);
      detection.renamedFields.set(`${key}.${name}`, old.name);
    }
  }
  return found;
}

function isRename(old: FieldFacts, field: FieldFacts, detection: Detection): boolean {
  const before = repointed(old, detection);
  if (before.identity === field.identity) return true;
  const kept = withDatabaseColumn(before, columnOf(old));
  return identityOf(kept.term) === field.identity;
}

/** A relation to a renamed model, as it is to be compared: by the new name. */
function repointed(old: FieldFacts, detection: Detection): FieldFacts {
  const { remote } = old;
  const renamed = [...detection.renamedModels].find(([, before]) => before === remote?.to)?.[0];
  if (remote === null || renamed === undefined) return old;
  const term = { ...old.term, keywords: new Map([...old.term.keywords, ['to', literal(textRepr(renamed))]] as const) };
  return { ...old, term, identity: identityOf(term) };
}

/** The column of a field as Django names it. */
function columnOf({ name, term, remote }: FieldFacts): Term {
  const written = term.keywords.get('db_column');
  if (written !== undefined) return written;
  return literal(textRepr(remote === null || remote.manyToMany ? name : `${name}_id`));
}

/** Source: `generate_renamed_fields`. */
export function detectRenamedFields(renamed: readonly RenamedField[], detection: Detection): void {
  for (const { key, old, field } of renamed) {
    const [model, { app }] = [nameOfKey(key), detection.model(key)];
    const at = { place: field.place, migratedPlace: old.place };
    const [before, after] = [old, field].map(({ term }) => term.keywords.get('db_column'));
    const isMoved =
      (before === undefined ? null : identityOf(before)) !== (after === undefined ? null : identityOf(after));
    if (isMoved) {
      const altered = { ...field, name: old.name };
      detection.add(app, { kind: 'AlterField', model, name: old.name, field: altered, preserveDefault: true, at });
    }
    detection.add(app, { kind: 'RenameField', model, name: old.name, newName: field.name, at });
    const fields = detection.oldFields.get(key);
    fields?.delete(old.name);
    fields?.add(field.name);
  }
}

/** Fields that are gone. */
export function detectRemovedFields(detection: Detection): void {
  for (const key of keptModels(detection)) {
    const gone = onlyIn(fieldSet(detection.oldFields, key), fieldSet(detection.newFields, key));
    for (const name of gone) removeField(key, name, detection);
  }
}

function removeField(key: ModelKey, name: string, detection: Detection): void {
  const { app, place } = detection.model(key);
  const migratedPlace = detection.before(key).fields.get(name)?.place ?? null;
  const dependencies = [on(key, 'remove-order', name), on(key, 'alter-together', name)];
  if (isAtLeast(detection.sides.version, 6, 0)) {
    dependencies.push(on(key, 'remove-entry', name), ...generatedFrom(detection.before(key), name));
  }
  const at = { place, migratedPlace };
  detection.add(app, { kind: 'RemoveField', model: nameOfKey(key), name, at }, dependencies);
}

/** Generated fields whose expression names a field go before it. */
function generatedFrom(model: ModelFacts, name: string): readonly Dependency[] {
  const generated = [...model.fields.values()].filter(({ term }) => namesIn(term.keywords.get('expression')).has(name));
  return generated.map((field) => on(model.key, 'remove', field.name));
}

/** Fields that are new. */
export function detectAddedFields(detection: Detection): void {
  for (const key of keptModels(detection)) {
    const added = onlyIn(fieldSet(detection.newFields, key), fieldSet(detection.oldFields, key));
    for (const name of added) addField(key, name, detection);
  }
}

function addField(key: ModelKey, name: string, detection: Detection): void {
  const model = detection.model(key);
  const field = demandField(model, name);
  const dependencies = [
    on(key, 'remove', name),
    ...relationDependencies(field),
    ...generatedDependencies(field, detection),
  ];
  const preserveDefault = keepsDefault(field, detection.sides.version);
  const added = preserveDefault ? field : withDefault(field, detection.questioner.valueOfAdded(model, field));
  const at = { place: field.place, migratedPlace: detection.before(key).place };
  const operation = { kind: 'AddField', model: nameOfKey(key), name, field: added, preserveDefault, at } as const;
  detection.add(model.app, operation, dependencies);
}

/** A generated field waits for the new fields that it is made of, and for all new relations. */
function generatedDependencies(field: FieldFacts, detection: Detection): readonly Dependency[] {
  const expression = field.term.keywords.get('expression');
  if (expression === undefined) return [];
  const names = namesIn(expression);
  return keptModels(detection).flatMap((key) => {
    const added = onlyIn(fieldSet(detection.newFields, key), fieldSet(detection.oldFields, key));
    const waited = added.filter((name) => names.has(name) || demandField(detection.model(key), name).remote !== null);
    return waited.map((name) => on(key, 'create', name));
  });
}

/** The fields that an expression names. */
function namesIn(term: Term | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const pending: (Term | undefined)[] = [term];
  while (pending.length > 0) {
    const next = pending.pop();
    if (next?.kind === 'literal' && /^'[A-Za-z_]\w*'$/.test(next.text))
      found.add(next.text.slice(1, -1).split('__')[0] ?? '');
    if (next?.kind === 'made') pending.push(...next.positional, ...next.keywords.values());
    if (next !== undefined && 'items' in next) pending.push(...next.items);
  }
  return found;
}

/** Fields that are on both sides and differ. Source: `generate_altered_fields`. */
export function detectAlteredFields(detection: Detection): void {
  for (const key of keptModels(detection)) {
    for (const name of inBoth(fieldSet(detection.oldFields, key), fieldSet(detection.newFields, key))) {
      alterField(key, name, detection);
    }
  }
}

function alterField(key: ModelKey, name: string, detection: Detection): void {
  const model = detection.model(key);
  const oldName = detection.renamedFields.get(`${key}.${name}`);
  const old = demandField(detection.before(key), oldName ?? name);
  const field = withOldTargets(demandField(model, name), old, detection);
  if (old.identity === field.identity || oldName !== undefined) return;
  const difference = differenceOf(field, old);
  if (difference === 'same') return;
  if (difference !== 'different') {
    detection.note(key, name, difference.doubt, field.place);
    return;
  }
  const [isMany, wasMany] = [field, old].map(({ kind }) => kind.form === 'many-to-many');
  if (isMany !== wasMany) {
    removeField(key, name, detection);
    addField(key, name, detection);
    return;
  }
  const losesNull =
    isNullable(old) && !isNullable(field) && !hasDefault(field) && !hasDatabaseDefault(field) && !isMany;
  const value = losesNull ? detection.questioner.valueOfNulls(model, field) : null;
  const at = { place: field.place, migratedPlace: old.place };
  detection.add(
    model.app,
    {
      kind: 'AlterField',
      model: nameOfKey(key),
      name,
      field: value === null ? field : withDefault(field, value),
      preserveDefault: value === null,
      at,
    },
    relationDependencies(field),
  );
}

/** What a relation is to, where renaming that is what makes it differ. */
function withOldTargets(field: FieldFacts, old: FieldFacts, detection: Detection): FieldFacts {
  const { remote } = field;
  if (remote === null || old.remote === null) return field;
  const isRenamed = detection.renamedModels.has(remote.to);
  const oldField = remote.toField === null ? undefined : detection.renamedFields.get(`${remote.to}.${remote.toField}`);
  const isThrough = remote.through !== null && detection.renamedModels.has(remote.through);
  const keywords = new Map(field.term.keywords);
  if (isRenamed || oldField !== undefined) setFrom(keywords, old, 'to');
  if (oldField !== undefined) setFrom(keywords, old, 'to_field');
  if (isThrough) setFrom(keywords, old, 'through');
  const term = { ...field.term, keywords };
  const to = isRenamed || oldField !== undefined ? old.remote.to : remote.to;
  const through = isThrough ? old.remote.through : remote.through;
  return { ...field, term, identity: identityOf(term), remote: { ...remote, to, through } };
}

function setFrom(keywords: Map<string, Term>, { term }: FieldFacts, name: string): void {
  const value = term.keywords.get(name);
  if (value === undefined || isNone(value)) keywords.delete(name);
  else keywords.set(name, value);
}

/** The models whose fields are compared. */
export function keptModels(detection: Detection): readonly ModelKey[] {
  return [...detection.newFields.keys()].sort();
}

function fieldSet(fields: ReadonlyMap<ModelKey, Set<string>>, key: ModelKey): Set<string> {
  return fields.get(key) ?? new Set();
}

function demandField(model: ModelFacts, name: string): FieldFacts {
  const field = model.fields.get(name);
  if (field === undefined) throw new Error(`There is no field ${model.key}.${name}.`);
  return field;
}
