import { SourceFile, sqlDialect, statementsOf } from './built.mjs';
import { comparisonOf } from './comparison.mjs';

/**
 * A SQL file as it is read, and as its server has it once its statements ran, each on its own, as a client sends them. What
 * this server refuses, for want of an extension say, is nothing that a reading could be held against: it is left out of
 * both.
 */
export async function measuredSql(entry, { text, version: ofSource }, server) {
  const { dialect = 'postgresql' } = entry;
  const sql = sqlDialect(dialect);
  await sql.load();
  const refused = await loaded(text, dialect, server);
  const accepted = refused.reduce((rest, { span }) => without(rest, span), text);
  const catalog = await server.catalog();
  const { [dialect]: version } = catalog.assumed;
  const options = version === undefined ? {} : { version };
  const read = sql.readCanonical([new SourceFile(`${entry.name}.sql`, accepted)], options);
  const of = dialect === 'postgresql' ? 'SQL' : `SQL of ${sql.traits.label}`;
  const comparison = comparisonOf({ name: entry.name, version: ofSource, of }, read, catalog, () => true);
  return [{ ...comparison, refused: refused.map(({ why }) => why) }];
}

/** What the server refuses. Rows are not loaded: no reading speaks of them. */
async function loaded(text, dialect, server) {
  const refused = [];
  await server.empty();
  for (const span of statementsOf(text, dialect)) {
    const statement = text.slice(span.start, span.end);
    if (/^(\s|--.*\n|\/\*[\s\S]*?\*\/)*(insert|replace|update|delete|use|create\s+database)\s/i.test(statement))
      continue;
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
