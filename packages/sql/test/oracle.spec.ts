import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@canonical-schema/schema';
import { disagreements } from '../../../tools/oracle/agreement';
import { caseFolders, expectedDepartures } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { loadPostgresParser, readCanonical } from '../src';
import { splitSql } from '../src/psql/split';

const cases = join(__dirname, '..', 'cases');
const folders = caseFolders(cases).filter((name) => existsSync(join(cases, name, 'schema.sql')));

let oracle: Oracle;
beforeAll(async () => {
  await loadPostgresParser();
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/** What PostgreSQL makes of a case's SQL is what the reader says. */
for (const name of folders) {
  test(name, async () => {
    const file = new SourceFile('schema.sql', readFileSync(join(cases, name, 'schema.sql'), 'utf8'));
    const statements = splitSql(file.text)
      .filter((piece) => piece.kind === 'statement' && !piece.isFollowedByData)
      .map(({ span }) => file.text.slice(span.start, span.end));
    const made = await oracle.runSql(statements);
    expect(disagreements(readCanonical([file], {}), made)).toEqual(expectedDepartures(join(cases, name)));
  });
}
