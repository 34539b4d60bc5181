/** The path of keys in a document; whole numbers count elements. Source: `compile_json_path`. */
export function jsonPathOf(keys: readonly string[]): string {
  return `$${keys.map((key) => (/^\s*[-+]?\d+\s*$/.test(key) ? `[${Number(key)}]` : `.${jsonName(key)}`)).join('')}`;
}

/** A key's name in a path, as `json.dumps` writes it. */
export function jsonName(key: string): string {
  return JSON.stringify(key).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
