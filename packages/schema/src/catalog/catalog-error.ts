/** A change names an object that the catalog does not hold, or makes one that it holds already. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError';
}
