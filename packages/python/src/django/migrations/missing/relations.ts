import { isUnreadable } from '@canonical-schema/schema';
import type { ModelKey, ModelState } from '../../model-state';

/** The relations that lead to a model, proxies counting as what they stand for. Source: `ProjectState.relations`. */
export function relationsTo(
  key: ModelKey,
  models: ReadonlyMap<ModelKey, ModelState>,
): readonly { readonly model: ModelKey; readonly field: string; readonly manyToMany: boolean }[] {
  const wanted = concreteKey(key, models);
  return [...models].flatMap(([from, state]) =>
    state.options.proxy
      ? []
      : state.fields.flatMap((field) => {
          const { relation, kind } = field;
          const ends = relation === null ? [] : [relation.to, relation.through];
          const isHere = ends.some((end) => end !== null && !isUnreadable(end) && concreteKey(end, models) === wanted);
          return isHere ? [{ model: from, field: field.name, manyToMany: kind.form === 'many-to-many' }] : [];
        }),
  );
}

function concreteKey(key: ModelKey, models: ReadonlyMap<ModelKey, ModelState>): ModelKey {
  let at = key;
  for (let step = 0; step < 20; step += 1) {
    const state = models.get(at);
    const parent = state?.options.proxy === true ? state.parents[0] : undefined;
    if (parent === undefined) return at;
    at = parent;
  }
  return at;
}
