import { isUnreadable } from '@canonical-schema/schema';
import type { ModelKey, ModelState } from '../../model-state';

/** What a model has to do with others: plain data. */
export interface ModelRelations {
  /** The model whose table a proxy uses; null for a model that is none. */
  readonly proxyOf: ModelKey | null;
  readonly fields: readonly RelationField[];
}

interface RelationField {
  readonly name: string;
  readonly manyToMany: boolean;
  /** The models that it leads to, and through. */
  readonly ends: readonly ModelKey[];
}

/** A field that leads to a model. */
export interface Incoming {
  readonly model: ModelKey;
  readonly field: string;
  readonly manyToMany: boolean;
}

/** The relations of those models that have any. */
export function relationsOf(models: ReadonlyMap<ModelKey, ModelState>): ReadonlyMap<ModelKey, ModelRelations> {
  const relations = new Map<ModelKey, ModelRelations>();
  for (const [key, { options, parents, fields }] of models) {
    const proxyOf = options.proxy ? (parents[0] ?? null) : null;
    const own = options.proxy ? [] : fields.flatMap(relationIn);
    if (proxyOf !== null || own.length > 0) relations.set(key, { proxyOf, fields: own });
  }
  return relations;
}

function relationIn({ name, kind, relation }: ModelState['fields'][number]): readonly RelationField[] {
  if (relation === null) return [];
  const ends = [relation.to, relation.through].flatMap((end) => (end === null || isUnreadable(end) ? [] : [end]));
  return [{ name, manyToMany: kind.form === 'many-to-many', ends }];
}

/** The relations that lead to a model, proxies counting as what they stand for. Source: `ProjectState.relations`. */
export function relationsTo(key: ModelKey, relations: ReadonlyMap<ModelKey, ModelRelations>): readonly Incoming[] {
  const wanted = concreteKey(key, relations);
  return [...relations].flatMap(([model, { fields }]) =>
    fields
      .filter(({ ends }) => ends.some((end) => concreteKey(end, relations) === wanted))
      .map(({ name, manyToMany }) => ({ model, field: name, manyToMany })),
  );
}

function concreteKey(key: ModelKey, relations: ReadonlyMap<ModelKey, ModelRelations>): ModelKey {
  let at = key;
  for (let step = 0; step < 20; step += 1) {
    const parent = relations.get(at)?.proxyOf ?? null;
    if (parent === null) return at;
    at = parent;
  }
  return at;
}
