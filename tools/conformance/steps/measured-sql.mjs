import { loadPostgresParser, readCanonical, SourceFile, splitSql } from './built.mjs';
import { comparisonOf } from './comparison.mjs';

/**
 * A SQL file as it is read, and as PostgreSQL has it once its statements ran, each on its own, as psql sends them. What
 * this server refuses, for want of an extension say, is nothing that a reading could be held against: it is left out of
 * both.
 */
export async function measuredSql(entry, { text, version }, server) {
  await loadPostgresParser();
  const refused = await loaded(text, server);
  const accepted = refused.reduce((rest, { span }) => without(rest, span), text);
  const read = readCanonical([new SourceFile(`${entry.name}.sql`, accepted)], {});
  const row = { name: entry.name, version, of: 'SQL' };
  const comparison = comparisonOf(row, read, await server.catalog(), () => true);
  return [{ ...comparison, refused: refused.map(({ why }) => why) }];
}

/** What PostgreSQL refuses. Rows are not loaded: no reading speaks of them. */
async function loaded(text, server) {
  const refused = [];
  await server.empty();
  for (const { kind, span, isFollowedByData } of splitSql(text)) {
    const statement = text.slice(span.start, span.end);
    if (kind !== 'statement' || isFollowedByData || /^\s*insert\s/i.test(statement)) continue;
    await server
      .run(statement)
      .catch((error) => refused.push({ span, why: `${error.message}: ${statement.trim().split('\n')[0]}` }));
  }
  return refused;
}

/** The text with blanks in the place of a statement, its lines kept. */
function without(text, { start, end }) {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}
