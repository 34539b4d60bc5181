/** Deeper documents keep the text they were written in. */
const maximumDepth = 200;

/** A JSON document as `jsonb` prints it (keys by length, then bytes; one space after `,` and `:`); null where it is none. */
export function canonicalJson(text: string): string | null {
  if (nestingOf(text) > maximumDepth) return null;
  try {
    const value: unknown = JSON.parse(quotedNumbers(text));
    return printJson(value);
  } catch {
    return null;
  }
}

function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** `jsonb` keeps every digit of a number, JavaScript does not: numbers travel as marked strings. */
const numberMark = '\u0001';

function quotedNumbers(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    token.startsWith('"') ? token : `"\\u0001${token}"`,
  );
}

function printJson(value: unknown): string {
  if (typeof value === 'string') return value.startsWith(numberMark) ? value.slice(1) : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}: ${printJson(member)}`).join(', ')}}`;
}
