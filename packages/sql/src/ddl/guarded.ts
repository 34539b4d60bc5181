import type { Spelling } from './spelling';

/**
 * A statement, given without its semicolon, for which PostgreSQL has no IF NOT EXISTS form, in the block that passes
 * over what exists already.
 */
export function guarded(statement: string, { indent }: Pick<Spelling, 'indent'>): string {
  return block([
    'BEGIN',
    `${indent}${statement};`,
    'EXCEPTION',
    `${indent}WHEN duplicate_object OR duplicate_table THEN NULL;`,
    'END',
  ]);
}

/** Statements, given without their semicolons, in the block that asks PostgreSQL's catalogs a question before it runs them. */
export function askedFirst(
  question: string,
  statements: readonly string[],
  { indent }: Pick<Spelling, 'indent'>,
): string {
  return block([
    'BEGIN',
    `${indent}IF ${question} THEN`,
    ...statements.map((statement) => `${indent}${indent}${statement};`),
    `${indent}END IF;`,
    'END',
  ]);
}

function block(lines: readonly string[]): string {
  const body = lines.join('\n');
  const quote = freeQuote(body);
  return `DO ${quote}\n${body}\n${quote};`;
}

/** A dollar quote that does not stand in the text. */
function freeQuote(text: string): string {
  for (let number = 0; ; number += 1) {
    const quote = number === 0 ? '$$' : `$ddl${number}$`;
    if (!text.includes(quote)) return quote;
  }
}
