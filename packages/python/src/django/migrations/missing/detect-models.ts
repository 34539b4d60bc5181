import type { ModelKey } from '../../model-state';
import { isAtLeast } from '../../version';
import { type Dependency, on, relationDependencies } from './dependency';
import { type Detection, inBoth, nameOfKey, onlyIn } from './detection';
import type { At } from './migration-operation';
import type { EntryFacts, FieldFacts, ModelFacts } from './model-facts';
import { relationsTo } from './relations';
import { identityOf, type Term } from './term';

/** A renamed model has the fields of one that is gone, whatever these relate to and are called. */
export function detectRenamedModels(detection: Detection): void {
  const { old, questioner } = detection;
  for (const key of onlyIn(detection.new.models, old.models)) {
    const model = detection.model(key);
    const definition = agnosticFields(model);
    for (const gone of onlyIn(old.models, detection.new.models)) {
      const before = detection.sides.from.get(gone);
      if (before === undefined || before.app !== model.app || agnosticFields(before) !== definition) continue;
      if (before.doubts.length > 0 || model.doubts.length > 0 || !questioner.isRenamedModel(before, model)) continue;
      const incoming = relationsTo(key, detection.sides.relationsTo);
      const dependencies = [
        ...[...model.fields.values()].flatMap(relationDependencies),
        ...incoming.map(({ model: from }) => on(from, 'create')),
      ];
      const at = { place: model.place, migratedPlace: before.place };
      detection.add(model.app, { kind: 'RenameModel', name: before.name, newName: model.name, at }, dependencies);
      detection.renamedModels.set(key, gone);
      old.models.delete(gone);
      old.models.add(key);
      break;
    }
  }
}

function agnosticFields({ fields }: ModelFacts): string {
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, field]) => identityWithout(field, 'to')).join('\n');
}

function identityWithout({ term }: FieldFacts, keyword: string): string {
  const keywords = new Map<string, Term>([...term.keywords].filter(([name]) => name !== keyword));
  return identityOf({ ...term, keywords });
}

/** Models that are new: first without what may wait for others, then that. */
export function detectCreatedModels(detection: Detection): void {
  const known = new Set([...detection.old.models, ...detection.old.unmanaged]);
  for (const keys of [detection.new.models, detection.new.unmanaged]) {
    const added = [...keys].filter((key) => !known.has(key));
    const sorted = added
      .map((key) => ({ key, rank: swappableFirst(key, detection) }))
      .sort((a, b) => (a.rank < b.rank ? 1 : -1));
    for (const { key } of sorted) createModel(detection.model(key), detection);
  }
}

/** Models that may be swapped come first; the list is read backwards. */
function swappableFirst(key: ModelKey, detection: Detection): string {
  const model = detection.model(key);
  const isBase = model.bases.some((base) => base.kind === 'class' && /^Abstract(Base)?User$/.test(base.name));
  const isUser = detection.sides.named.get('AUTH_USER_MODEL') === key;
  const isFirst = model.isSwappable || isBase || isUser;
  const [app, name] = [model.app, nameOfKey(key)];
  return isFirst ? `___${app}\u0000___${name}` : `${app}\u0000${name}`;
}

function createModel(model: ModelFacts, detection: Detection): void {
  const { app, key, options } = model;
  for (const { field, why, place } of model.doubts) detection.note(key, field, why, place);
  const related = [...model.fields.values()].filter(isRelated);
  const at = atOf(model);
  const keyRelation = [...model.fields.values()].findLast(
    ({ remote, term }) => remote !== null && !remote.manyToMany && term.keywords.has('primary_key'),
  );
  const dependencies = [
    on(key, 'remove'),
    ...baseDependencies(model, detection),
    ...(keyRelation?.remote == null ? [] : [on(keyRelation.remote.to, 'create')]),
  ];
  const created = new Map([...options].filter(([name]) => name !== 'order_with_respect_to'));
  detection.addFirst(
    app,
    {
      kind: 'CreateModel',
      name: model.name,
      fields: [...model.fields.values()].filter((field) => !related.includes(field)),
      options: created,
      proxy: false,
      bases: model.bases,
      managers: model.managers,
      at,
    },
    dependencies,
  );
  if (!model.managed) return;
  addRelated(model, related, detection);
}

/** A relation that is no key: it is added once the model is there. */
function isRelated({ remote, term }: FieldFacts): boolean {
  if (remote === null) return false;
  if (remote.through !== null) return true;
  return !term.keywords.has('primary_key') && !remote.parentLink;
}

/** Source: `generate_created_models`, from "Generate operations for each related field" on. */
function addRelated(model: ModelFacts, unsorted: readonly FieldFacts[], detection: Detection): void {
  const { app, key } = model;
  const name = nameOfKey(key);
  const at = atOf(model);
  const related = [...unsorted].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const field of related) {
    const dependencies = [...relationDependencies(field), on(key, 'create')];
    const own = { place: field.place, migratedPlace: null };
    const operation = {
      kind: 'AddField',
      model: name,
      name: field.name,
      field,
      preserveDefault: true,
      at: own,
    } as const;
    detection.add(app, operation, dependencies);
  }
  if (model.orderWithRespectTo !== null) {
    const field = model.orderWithRespectTo;
    detection.add(app, { kind: 'AlterOrderWithRespectTo', name, field, at }, [
      on(key, 'create', field),
      on(key, 'create'),
    ]);
  }
  const all = [...related.map((field) => on(key, 'create', field.name)), on(key, 'create')];
  const entryAt = ({ place }: EntryFacts): At => ({ place, migratedPlace: null });
  for (const entry of model.indexes) {
    detection.add(app, { kind: 'AddIndex', model: name, name: entry.name, entry, at: entryAt(entry) }, all);
  }
  for (const entry of model.constraints) {
    detection.add(app, { kind: 'AddConstraint', model: name, name: entry.name, entry, at: entryAt(entry) }, all);
  }
  if (model.uniqueTogether !== null && model.uniqueTogether.length > 0) {
    detection.add(app, { kind: 'AlterUniqueTogether', name, groups: model.uniqueTogether, at }, all);
  }
  if (!isAtLeast(detection.sides.version, 5, 1) && model.indexTogether !== null && model.indexTogether.length > 0) {
    detection.add(app, { kind: 'AlterIndexTogether', name, groups: model.indexTogether, at }, all);
  }
  if (detection.old.proxies.has(key)) alterRelationsToProxy(key, detection);
}

/** Relations to a proxy that became a model of its own point to a table of its own. */
function alterRelationsToProxy(key: ModelKey, detection: Detection): void {
  for (const { model: from, field: name } of relationsTo(key, detection.sides.relationsTo)) {
    const model = detection.sides.to.get(from);
    const field = model?.fields.get(name);
    if (model === undefined || field === undefined) continue;
    const at = { place: field.place, migratedPlace: null };
    detection.add(model.app, { kind: 'AlterField', model: model.name, name, field, preserveDefault: true, at }, [
      on(key, 'create'),
    ]);
  }
}

function baseDependencies({ bases, fields }: ModelFacts, detection: Detection): readonly Dependency[] {
  return bases.flatMap((base) => {
    if (base.kind !== 'model') return [];
    const [old, now] = [detection.sides.from.get(base.key), detection.sides.to.get(base.key)];
    const removed =
      old === undefined || now === undefined
        ? []
        : [...old.fields.keys()].filter((name) => !now.fields.has(name) && fields.has(name));
    return [on(base.key, 'create'), ...removed.map((name) => on(base.key, 'remove', name))];
  });
}

/** Proxies that are new. */
export function detectCreatedProxies(detection: Detection): void {
  for (const key of onlyIn(detection.new.proxies, detection.old.proxies)) {
    const model = detection.model(key);
    for (const { field, why, place } of model.doubts) detection.note(key, field, why, place);
    const parents = model.bases.flatMap((base) => (base.kind === 'model' ? [on(base.key, 'create')] : []));
    const listed: readonly (readonly [string, readonly EntryFacts[]])[] = [
      ['indexes', model.indexes],
      ['constraints', model.constraints],
    ];
    const options = new Map([
      ...model.options,
      ...listed.map(([name, entries]): [string, Term] => [
        name,
        { kind: 'list', items: entries.map(({ term }) => term) },
      ]),
    ]);
    const { name, bases, managers } = model;
    const operation = {
      kind: 'CreateModel',
      name,
      fields: [],
      options,
      proxy: true,
      bases,
      managers,
      at: atOf(model),
    } as const;
    detection.add(model.app, operation, [on(key, 'remove'), ...parents]);
  }
}

/** The keys of models that are on both sides, proxies and models that Django does not manage among them. */
export function keptOfAllKinds(detection: Detection): readonly ModelKey[] {
  const { old, new: now } = detection;
  const kept = [
    ...inBoth(old.models, now.models),
    ...inBoth(old.proxies, now.proxies),
    ...inBoth(old.unmanaged, now.unmanaged),
  ];
  return [...new Set(kept)].sort();
}

function atOf({ place }: ModelFacts): At {
  return { place, migratedPlace: null };
}
