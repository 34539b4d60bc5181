/** A constant of normalised SQL: its kind as written, and its text without quotes. */
export interface SqlConstant {
  readonly kind: 'text' | 'number' | 'boolean';
  readonly value: string;
}

/** The constant that a normalised default is, a cast behind it left out; null where it is no constant. */
export function sqlConstant(sql: string): SqlConstant | null {
  if (sql === 'true' || sql === 'false') return { kind: 'boolean', value: sql };
  if (/^-?\d+(\.\d+)?$/.test(sql)) return { kind: 'number', value: sql };
  const match = /^'((?:[^']|'')*)'(::[\w ."()[\],]+)?$/.exec(sql);
  return match === null ? null : { kind: 'text', value: (match[1] ?? '').replaceAll("''", "'") };
}

/** The items of a one-dimensional array literal `{a,"b c",NULL}`, null for NULL; null for any other text. */
export function arrayItems(text: string): readonly (string | null)[] | null {
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  const body = text.slice(1, -1);
  if (body.trim() === '') return [];
  const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|([^",{}\\]+))\s*(,|$)/y;
  const items: (string | null)[] = [];
  for (let at = 0; at < body.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const match = pattern.exec(body);
    if (match === null) return null;
    const [, quoted, bare = ''] = match;
    if (quoted !== undefined) items.push(quoted.replace(/\\(.)/g, '$1'));
    else items.push(bare.trim().toUpperCase() === 'NULL' ? null : bare.trim());
    if (match[3] === ',' && pattern.lastIndex === body.length) return null;
  }
  return items;
}
