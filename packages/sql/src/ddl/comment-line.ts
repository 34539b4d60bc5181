/** A text as one comment line of SQL; what would end the line is a space. */
export function commentLine(text: string): string {
  return `-- ${text.replace(/\s+/g, ' ').trim()}`.trimEnd();
}
