import type { FieldState } from '../../fields/field-state';
import type { ModelState } from '../../model-state';

/**
 * Fields in the order in which Django lists them: those that it makes first, then as they were made when the classes
 * ran, abstract bases before the class; many-to-many fields behind all others. Source: `Options.add_field`.
 */
export function inCreationOrder(fields: readonly FieldState[], state: ModelState): readonly FieldState[] {
  const ranked = state.class === undefined ? fields : inClassOrder(fields, state);
  const isMany = ({ kind }: FieldState): boolean => kind.form === 'many-to-many';
  return [...ranked.filter((field) => !isMany(field)), ...ranked.filter(isMany)];
}

function inClassOrder(fields: readonly FieldState[], state: ModelState): readonly FieldState[] {
  // Each field that Django makes gets a lower number than the one before.
  const made = fields.filter(({ autoCreated }) => autoCreated).reverse();
  const written = fields.filter(({ autoCreated }) => !autoCreated);
  const own = state.place?.path;
  const paths = [...new Set(written.map(({ place }) => place?.path))].filter((path) => path !== own);
  const rankOf = ({ place }: FieldState): number => (place?.path === own ? paths.length : paths.indexOf(place?.path));
  return [
    ...made,
    ...[...written].sort((a, b) => rankOf(a) - rankOf(b) || (a.place?.span.start ?? 0) - (b.place?.span.start ?? 0)),
  ];
}
