import type { Value } from './value';

/** The JSON of a Python constant, as `json.dumps` writes it; null for a value that is no constant or no JSON. */
export function jsonText(value: Value): string | null {
  switch (value.kind) {
    case 'none':
      return 'null';
    case 'bool':
    case 'int':
      return String(value.value);
    case 'float':
      return Number.isFinite(value.value) ? value.text : null;
    case 'str':
      return JSON.stringify(value.value);
    case 'list':
    case 'tuple':
      return jsonArray(value.items);
    case 'dict':
      return jsonObject(value.entries);
    default:
      return null;
  }
}

function jsonArray(items: readonly Value[]): string | null {
  const parts = items.map(jsonText);
  return parts.includes(null) ? null : `[${parts.join(', ')}]`;
}

function jsonObject(entries: readonly (readonly [Value, Value])[]): string | null {
  const parts: string[] = [];
  for (const [key, value] of entries) {
    const name = jsonKey(key);
    const json = jsonText(value);
    if (name === null || json === null) return null;
    parts.push(`${name}: ${json}`);
  }
  return `{${parts.join(', ')}}`;
}

/** A key that is no text becomes one: `{1: "a"}` is `{"1": "a"}`. */
function jsonKey(key: Value): string | null {
  if (key.kind === 'str') return JSON.stringify(key.value);
  const isScalar = key.kind === 'none' || key.kind === 'bool' || key.kind === 'int' || key.kind === 'float';
  const json = isScalar ? jsonText(key) : null;
  return json === null ? null : JSON.stringify(json);
}
