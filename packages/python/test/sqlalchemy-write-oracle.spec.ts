import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, type Reading, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, sqlDialect } from '@canonical-schema/sql';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { describeReal } from '../../../tools/oracle/real-dialects';
import { judge } from '../../drift/src';
import { loadPythonParser } from '../src';

const cases = join(__dirname, '..', 'cases-sqlalchemy-write');

beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
});

/** The cases of a dialect that the writer carries out. */
function casesOf(dialect: Dialect): readonly string[] {
  return caseFolders(cases).filter((name) => {
    const options = join(cases, name, 'options.json');
    const of = existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')).dialect : undefined;
    return (of ?? 'postgresql') === dialect && !existsSync(join(cases, name, 'refused.txt'));
  });
}

function sqlOf(name: string): string {
  const text = (file: string): string => readFileSync(join(cases, name, file), 'utf8');
  return `${text('schema.sql')}\n${text('change.sql')}`;
}

/** Errors and warnings of the verdict on what was really made. */
function seriousFindings(canonical: Reading, made: Reading): readonly string[] {
  const { findings } = judge(canonical, [{ reading: made, mirror: 'all', name: 'models' }]);
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ message }) => message);
}

/** The models after each change are what the SQL says after it: to the real `create_all`, and to Alembic in the changed database. */
for (const dialect of ['postgresql', 'mysql', 'mariadb', 'sqlite'] as const) {
  describeReal(dialect, () => {
    let oracle: Oracle;
    beforeAll(async () => {
      oracle = await startOracle(dialect);
    }, 60_000);
    afterAll(() => oracle?.stop());
    test.each(casesOf(dialect))('%s', async (name) => {
      const folder = join(cases, name);
      const sql = sqlOf(name);
      const canonical = sqlDialect(dialect).readCanonical([new SourceFile('schema.sql', sql)]);
      const made = await oracle.runSqlAlchemy(join(folder, 'after'));
      expect(made.problem).toBeNull();
      expect(seriousFindings(canonical, made.catalog)).toEqual([]);

      const changed = await oracle.runSql(sql.split(/;\s*\n/).filter((statement) => statement.trim() !== ''));
      expect(changed.problem).toBeNull();
      // Alembic takes what MariaDB and SQLite say in other words for changes.
      if (dialect !== 'postgresql') return;
      // It looks into the default schema only.
      if (canonical.schema.tables.some(({ schema }) => schema !== 'public')) return;
      const modules = readdirSync(join(folder, 'after')).flatMap((file) =>
        file.endsWith('.py') ? [file.slice(0, -3)] : [],
      );
      expect(await oracle.alembicChanges(join(folder, 'after'), modules)).toEqual([]);
    });
  });
}

/** What SQLAlchemy would send to a MySQL is what the SQL says. */
describe('mysql, as SQLAlchemy prints it', () => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await startOracle('sqlite');
  });
  afterAll(() => oracle?.stop());
  test.each(casesOf('mysql'))('%s', async (name) => {
    const { readCanonical } = sqlDialect('mysql');
    const { statements, refused } = await oracle.sqlAlchemyDdl(join(cases, name, 'after'), 'mysql');
    expect(refused).toEqual({});
    const made = readCanonical([new SourceFile('printed.sql', statements.map((each) => `${each};\n`).join(''))]);
    expect(seriousFindings(readCanonical([new SourceFile('schema.sql', sqlOf(name))]), made)).toEqual([]);
  });
});
