/**
 * The items of a one-dimensional array in PostgreSQL's text form (`{a,"b c",NULL}`), null for an item NULL; null for a
 * text that is not such an array.
 */
export function arrayItems(text: string): readonly (string | null)[] | null {
  const body = text.trim();
  if (!body.startsWith('{') || !body.endsWith('}')) return null;
  const inner = body.slice(1, -1);
  if (inner.trim() === '') return [];
  const items: (string | null)[] = [];
  const token = /\s*(?:"((?:[^"\\]|\\.)*)"|([^",{}\\]*[^",{}\\\s]))\s*(,|$)/y;
  for (;;) {
    const match = token.exec(inner);
    if (match === null) return null;
    const [, quoted, bare = '', separator] = match;
    items.push(quoted !== undefined ? quoted.replace(/\\(.)/g, '$1') : bare.toLowerCase() === 'null' ? null : bare);
    if (separator === '') return items;
  }
}

/** The text form of an array of these items. Inverse of `arrayItems`. */
export function arrayText(items: readonly (string | null)[]): string {
  return `{${items.map((item) => (item === null ? 'NULL' : itemText(item))).join(',')}}`;
}

function itemText(item: string): string {
  const plain = item !== '' && item.toLowerCase() !== 'null' && !/[{}",\\\s]/.test(item);
  return plain ? item : `"${item.replace(/["\\]/g, '\\$&')}"`;
}
