import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '@canonical-schema/sql';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { judge } from '../../drift/src';
import { loadPythonParser } from '../src';

const cases = join(__dirname, '..', 'cases-sqlalchemy-write');

let oracle: Oracle;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/** The models after each change are what the SQL says after it: to the real `create_all`, and to Alembic in the changed database. */
describe('written SQLAlchemy models are real ones', () => {
  test.each(caseFolders(cases).filter((name) => !existsSync(join(cases, name, 'refused.txt'))))('%s', async (name) => {
    const folder = join(cases, name);
    const sql = `${readFileSync(join(folder, 'schema.sql'), 'utf8')}\n${readFileSync(join(folder, 'change.sql'), 'utf8')}`;
    const canonical = readCanonical([new SourceFile('schema.sql', sql)]);
    const made = await oracle.runSqlAlchemy(join(folder, 'after'));
    expect(made.problem).toBeNull();
    const { findings } = judge(canonical, [{ reading: made.catalog, mirror: 'all', name: 'models' }]);
    const serious = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(serious.map(({ message }) => message)).toEqual([]);

    const changed = await oracle.runSql(sql.split(/;\s*\n/).filter((statement) => statement.trim() !== ''));
    expect(changed.problem).toBeNull();
    // Alembic looks into the default schema only.
    if (canonical.schema.tables.some(({ schema }) => schema !== 'public')) return;
    const modules = readdirSync(join(folder, 'after')).flatMap((file) =>
      file.endsWith('.py') ? [file.slice(0, -3)] : [],
    );
    expect(await oracle.alembicChanges(join(folder, 'after'), modules)).toEqual([]);
  });
});
