import { isUnreadable } from '@canonical-schema/schema';
import { isKeyed } from '../emit/field-columns';
import { automaticThroughModels } from '../emit/many-to-many';
import { isSet } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import type { ModelState } from '../model-state';
import type { Model } from './schema-editor';

/** A foreign key that points to a field. */
export interface RelatedField extends Model {
  readonly field: FieldState;
}

/**
 * The foreign keys that point to a field, join tables' included, and those that point to these where they are keys
 * themselves. Source: `_related_non_m2m_objects`.
 */
export function relatedTo(target: RelatedField): readonly RelatedField[] {
  const found: RelatedField[] = [];
  const pending: RelatedField[] = [target];
  const seen = new Set<FieldState>();
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (seen.has(next.field)) continue;
    seen.add(next.field);
    const direct = keysTo(next);
    found.push(...direct);
    pending.push(...direct.filter(({ field }) => isSet(field, 'primary_key') || isSet(field, 'unique')));
  }
  return found;
}

/** The foreign keys that point to a field itself, join tables' included. */
export function keysTo({ field, context }: RelatedField): readonly RelatedField[] {
  const { registry } = context;
  const pointsHere = (candidate: FieldState): boolean => {
    if (!isKeyed(candidate)) return false;
    const target = registry.target(candidate);
    return !isUnreadable(target) && target.field === field;
  };
  return registry
    .all()
    .flatMap((state) =>
      withThroughModels(state, context).flatMap((each) =>
        registry.fields(each).flatMap((own) => (pointsHere(own) ? [{ state: each, field: own, context }] : [])),
      ),
    );
}

function withThroughModels(state: ModelState, context: Model['context']): readonly ModelState[] {
  return [state, ...automaticThroughModels(state, context).map((through) => through.state)];
}
