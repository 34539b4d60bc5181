/** A type in upper case; the labels of an enum, which stand in quotes, stay as they are. */
export function upperOutsideQuotes(type: string): string {
  return type
    .split(/('(?:[^'\\]|''|\\[\s\S])*')/)
    .map((part, at) => (at % 2 === 0 ? part.toUpperCase() : part))
    .join('');
}
