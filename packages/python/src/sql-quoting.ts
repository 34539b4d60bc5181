/** Writes an identifier so that PostgreSQL reads exactly that name. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Writes a string constant. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
