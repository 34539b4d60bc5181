import { CatalogError } from './catalog-error';

/** An enum's labels with one more. Throws `CatalogError` where the label it goes next to is missing. */
export function withLabel(
  labels: readonly string[],
  label: string,
  position: { readonly side: 'before' | 'after'; readonly label: string } | null,
): readonly string[] {
  if (position === null) return [...labels, label];
  const neighbour = labels.indexOf(position.label);
  if (neighbour < 0) throw new CatalogError(`"${position.label}" is not an existing label`);
  return labels.toSpliced(position.side === 'before' ? neighbour : neighbour + 1, 0, label);
}
