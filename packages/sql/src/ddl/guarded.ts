/**
 * A statement for which PostgreSQL has no IF NOT EXISTS form, in the block that passes over what exists already. Without
 * its semicolon.
 */
export function guarded(statement: string): string {
  const quote = freeQuote(statement);
  const body = [
    'BEGIN',
    `    ${statement};`,
    'EXCEPTION',
    '    WHEN duplicate_object OR duplicate_table THEN NULL;',
    'END',
  ];
  return `DO ${quote}\n${body.join('\n')}\n${quote};`;
}

/** A dollar quote that does not stand in the text. */
function freeQuote(text: string): string {
  for (let number = 0; ; number += 1) {
    const quote = number === 0 ? '$$' : `$ddl${number}$`;
    if (!text.includes(quote)) return quote;
  }
}
