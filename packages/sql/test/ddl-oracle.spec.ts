import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@canonical-schema/schema';
import { differenceLines, disagreements } from '../../../tools/oracle/agreement';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { loadPostgresParser, readCanonical } from '../src';
import { sqlWriter } from '../src/write';

const { ddlOf } = sqlWriter('postgresql');

const cases = join(__dirname, '..', 'cases');

/** What a reading lists by name alone cannot be written, nor what is made of it. */
const ofListedObjects: Readonly<Record<string, string>> = {
  'composite-types-and-rows-as-column-types': 'columns are of composite and range types',
  'sequences-follow-their-owners': "a DEFAULT draws from another table's own sequence, which has a name of its own",
};
const folders = caseFolders(cases).filter(
  (name) => existsSync(join(cases, name, 'schema.sql')) && !(name in ofListedObjects),
);

let oracle: Oracle;
beforeAll(async () => {
  await loadPostgresParser();
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/** An export, loaded twice into an empty PostgreSQL, makes the catalog of its reading. */
for (const name of folders) {
  test(name, async () => {
    const file = new SourceFile('schema.sql', readFileSync(join(cases, name, 'schema.sql'), 'utf8'));
    const reading = readCanonical([file]);
    const exported = ddlOf(reading.schema);
    const once = await oracle.runSql([exported]);
    const twice = await oracle.runSql([exported, exported]);
    expect([once.problem, twice.problem]).toEqual([null, null]);
    expect(differenceLines(once.catalog, twice.catalog)).toEqual([]);
    expect(disagreements(reading, twice)).toEqual([]);
  });
}
