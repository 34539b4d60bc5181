/** What stands behind DEFAULT, and behind the `ON UPDATE` that MySQL takes there; null where there is none. */
export interface DefaultParts {
  readonly value: string;
  readonly onUpdate: string | null;
}

/** `CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP`, taken apart at its last `ON UPDATE` that is not within a string. */
export function defaultParts(sql: string): DefaultParts {
  const words = [...outsideStrings(sql)];
  const at = words.findLastIndex(
    ({ word }, index) => word.toUpperCase() === 'ON' && words[index + 1]?.word.toUpperCase() === 'UPDATE',
  );
  const [on, update] = [words[at], words[at + 1]];
  if (on === undefined || update === undefined) return { value: sql, onUpdate: null };
  const isWhole = sql.startsWith('(') && sql.endsWith(')');
  return {
    value: `${sql.slice(0, on.start).trim()}${isWhole ? ')' : ''}`,
    onUpdate: sql.slice(update.start + update.word.length, isWhole ? -1 : undefined).trim(),
  };
}

function* outsideStrings(sql: string): Generator<{ readonly word: string; readonly start: number }> {
  const parts = sql.split("'");
  let offset = 0;
  for (const [at, part] of parts.entries()) {
    if (at % 2 === 0) yield* wordsOf(part, offset);
    offset += part.length + 1;
  }
}

function* wordsOf(text: string, offset: number): Generator<{ readonly word: string; readonly start: number }> {
  let start = 0;
  for (const word of text.replaceAll(/\s/g, ' ').split(' ')) {
    if (word !== '') yield { word, start: offset + start };
    start += word.length + 1;
  }
}
