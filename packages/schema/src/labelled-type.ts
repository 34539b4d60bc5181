/** A type whose labels stand within it, taken apart. */
export interface LabelledType {
  /** `enum`, `set`. */
  readonly base: string;
  readonly labels: readonly string[];
}

const undoubled = (body: string): string => body.replaceAll("''", "'");

/** `enum('a','it''s')`, as MySQL prints a type that spells its labels; null for every other type. */
export function labelledType(type: string, unescaped: (body: string) => string = undoubled): LabelledType | null {
  const open = type.indexOf("('");
  if (open < 0 || !type.endsWith("')")) return null;
  const labels: string[] = [];
  for (let start = open + 1; start < type.length - 1; ) {
    const end = endOfString(type, start);
    labels.push(unescaped(type.slice(start + 1, end)));
    start = end + 2;
  }
  return { base: type.slice(0, open), labels };
}

/** The labels of an `enum('a','b')`; null for every other type. */
export function labelsOfEnum(type: string): readonly string[] | null {
  const labelled = labelledType(type);
  return labelled?.base === 'enum' ? labelled.labels : null;
}

/** Where the string ends that begins there: at the first quote that is not doubled. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length - 1 && (text[at] !== "'" || text[at + 1] === "'")) at += text[at] === "'" ? 2 : 1;
  return at;
}
