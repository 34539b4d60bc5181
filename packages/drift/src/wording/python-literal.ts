/** Text as Python writes it: `'a'`, or `"it's"` where that needs no backslash. */
export function pythonText(text: string): string {
  if (text.includes("'") && !/["\\\n]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Texts as a Python list: `['a', 'b']`. */
export function pythonList(texts: readonly string[]): string {
  return `[${texts.map(pythonText).join(', ')}]`;
}

/** The Python value of a normalised SQL constant or known function: `timezone.now`, `'x'`, `True`; null for others. */
export function pythonValue(sql: string, known: Readonly<Record<string, string>>): string | null {
  const name = known[sql.toLowerCase()];
  if (name !== undefined) return name;
  if (/^-?\d+(\.\d+)?$/.test(sql)) return sql;
  if (/^'(?:[^']|'')*'$/.test(sql)) return pythonText(sql.slice(1, -1).replaceAll("''", "'"));
  return null;
}
