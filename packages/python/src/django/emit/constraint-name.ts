import { type Fact, mapFact } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { stringOrNoneFact } from '../constants';
import type { ModelState } from '../model-state';

/**
 * The name written for an index or constraint, with `%(app_label)s` and `%(class)s` filled in; null where none is.
 * Source: `Options._format_names`.
 */
export function constraintName(declared: ReadonlyMap<string, Value>, state: ModelState): Fact<string | null> {
  const value = declared.get('name');
  if (value === undefined) return null;
  return mapFact(stringOrNoneFact(value), (name) => (name === null || name === '' ? null : formatted(name, state)));
}

function formatted(name: string, state: ModelState): string {
  return name
    .replaceAll('%(app_label)s', state.app.toLowerCase())
    .replaceAll('%(class)s', state.name.toLowerCase())
    .replaceAll('%%', '%');
}
