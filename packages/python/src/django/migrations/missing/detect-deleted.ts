import type { ModelKey } from '../../model-state';
import { isAtLeast } from '../../version';
import { type Dependency, on } from './dependency';
import { type Detection, nameOfKey, onlyIn } from './detection';
import { relationsTo } from './relations';

/** Models that are gone: first what they refer to, then they themselves, once nothing refers to them. */
export function detectDeletedModels(detection: Detection): void {
  const kept = new Set([...detection.new.models, ...detection.new.unmanaged]);
  for (const keys of [detection.old.models, detection.old.unmanaged]) {
    for (const key of onlyIn(keys, kept)) deleteModel(key, detection);
  }
}

function deleteModel(key: ModelKey, detection: Detection): void {
  const model = detection.before(key);
  const { app } = model;
  const name = nameOfKey(key);
  const at = { place: null, migratedPlace: model.place };
  if (model.uniqueTogether !== null && model.uniqueTogether.length > 0) {
    detection.add(app, { kind: 'AlterUniqueTogether', name, groups: null, at });
  }
  const removesEntries = isAtLeast(detection.sides.version, 6, 0);
  if (removesEntries) {
    for (const entry of model.indexes) detection.add(app, { kind: 'RemoveIndex', model: name, name: entry.name, at });
    for (const entry of model.constraints) {
      detection.add(app, { kind: 'RemoveConstraint', model: name, name: entry.name, at });
    }
  }
  const related = [...model.fields.values()]
    .filter(({ remote }) => remote !== null)
    .map((field) => field.name)
    .sort();
  for (const field of related) {
    const dependencies = removesEntries ? [on(key, 'remove-entry', field)] : [];
    detection.add(app, { kind: 'RemoveField', model: name, name: field, at }, dependencies);
  }
  const incoming = relationsTo(key, detection.sides.relationsFrom).flatMap((relation) => [
    on(relation.model, 'remove', relation.field),
    ...(relation.manyToMany ? [] : [on(relation.model, 'alter', relation.field)]),
  ]);
  const dependencies = [
    ...incoming,
    ...related.map((field) => on(key, 'remove', field)),
    ...throughUsers(key, detection),
  ];
  detection.add(app, { kind: 'DeleteModel', name: model.name, at }, dependencies);
}

/** The field that joins through a model goes before the model. */
function throughUsers(key: ModelKey, detection: Detection): readonly Dependency[] {
  const users = [...detection.old.models].sort().flatMap((user) => {
    const model = detection.before(user);
    const fields = [...model.fields.values()].filter(({ remote }) => remote?.through === key);
    return fields.map((field) => on(model.key, 'remove', field.name));
  });
  return users.slice(-1);
}

/** Proxies that are gone. */
export function detectDeletedProxies(detection: Detection): void {
  for (const key of onlyIn(detection.old.proxies, detection.new.proxies)) {
    const model = detection.before(key);
    const at = { place: null, migratedPlace: model.place };
    detection.add(model.app, { kind: 'DeleteModel', name: model.name, at });
  }
}
