import { loadPostgresParser, readCanonical, SourceFile, splitSql } from './built.mjs';
import { comparisonOf } from './comparison.mjs';

/** A SQL file as it is read, and as PostgreSQL has it once its statements ran, each on its own, as psql sends them. */
export async function measuredSql(entry, { text, version }, server) {
  await loadPostgresParser();
  const file = new SourceFile(`${entry.name}.sql`, text);
  const refused = await loaded(file, server);
  const [read, catalog] = [readCanonical([file], {}), await server.catalog()];
  const row = { name: entry.name, version, of: 'SQL' };
  return [{ ...comparisonOf(row, read, catalog, () => true), refused }];
}

/** What PostgreSQL refuses. Rows are left out: no reading speaks of them. */
async function loaded({ text }, server) {
  const refused = [];
  await server.empty();
  for (const { kind, span, isFollowedByData } of splitSql(text)) {
    const statement = text.slice(span.start, span.end);
    if (kind !== 'statement' || isFollowedByData || /^\s*insert\s/i.test(statement)) continue;
    await server.run(statement).catch((error) => refused.push(`${error.message}: ${firstLineOf(statement)}`));
  }
  return refused;
}

const firstLineOf = (statement) => statement.trim().split('\n')[0];
