import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '@canonical-schema/drift';
import { type Reading, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical, splitSql } from '@canonical-schema/sql';
import { DiskTree } from '../packages/cli/src/disk/disk-tree';
import { loadPythonParser } from '../packages/python/src';
import { readDjangoModels } from '../packages/python/src/django/reader';
import { readSqlAlchemyModels } from '../packages/python/src/sqlalchemy/read-sqlalchemy-models';
import { differenceLines, disagreements } from '../tools/oracle/agreement';
import { type Made, type Oracle, startOracle } from '../tools/oracle/oracle';

const workspace = join(__dirname, 'options-trading');
const sqlFile = new SourceFile(
  'scripts/database/schema_canonical.sql',
  readFileSync(join(workspace, 'scripts/database/schema_canonical.sql'), 'utf8'),
);
const sqlAlchemyModules = ['src.database.models'];
const files = new DiskTree(workspace);

let oracle: Oracle;
let sql: Made;
beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
  oracle = await startOracle();
  sql = await loadSql();
});
afterAll(() => oracle.stop());

/** Runs the canonical file twice, as a deployment would: every statement has to be idempotent. */
function loadSql(): Promise<Made> {
  const statements = splitSql(sqlFile.text).map(({ span }) => sqlFile.text.slice(span.start, span.end));
  return oracle.runSql([...statements, ...statements]);
}

const readings: Readonly<Record<string, () => Reading>> = {
  sql: () => readCanonical([sqlFile], {}),
  django: () => readDjangoModels({ files, root: 'django_app', installed: [] }),
  sqlalchemy: () => readSqlAlchemyModels({ files, root: 'src/database', include: [], installed: [] }),
};
const readingOf = (source: string): Reading => readings[source]?.() ?? readCanonical([], {});

describe('the guide’s workspace, by the real PostgreSQL, Django, SQLAlchemy and Alembic', () => {
  test('the SQL runs, and runs again', () => {
    expect(sql.problem).toBeNull();
    expect(sql.catalog.schema.tables.map(({ name }) => name)).toEqual([
      'collection_jobs',
      'market_conditions',
      'option_contracts',
      'option_snapshots',
      'stocks',
      'strategy_history',
    ]);
  });

  test('Alembic sees nothing to change in a database made from the SQL', async () => {
    await loadSql();
    expect(await oracle.alembicChanges(workspace, sqlAlchemyModules)).toEqual([]);
  });

  test('create_all makes exactly what the SQL makes', async () => {
    const made = await oracle.runSqlAlchemy(workspace, sqlAlchemyModules);
    expect(made.problem).toBeNull();
    expect(differenceLines(made.catalog, sql.catalog)).toEqual([]);
  });

  test('makemigrations sees nothing to do', async () => {
    expect(await oracle.djangoChanges(workspace)).toBe('No changes detected\n');
  });

  test('the migrations make what the models say, but for a name that history left', async () => {
    const models = await oracle.runDjango(workspace, 'models');
    const migrated = await oracle.runDjango(workspace, 'migrations');
    expect([models.problem, migrated.problem]).toEqual([null, null]);
    expect(namesOf(differenceLines(own(migrated), own(models)))).toEqual([
      'collection_jobs: unique collection_jobs_job_uuid_df89d180_uniq',
      'collection_jobs: unique collection_jobs_job_uuid_key',
    ]);
  });
});

describe('the guide’s workspace, by the readers', () => {
  test('the SQL is read as PostgreSQL makes it', () => {
    expect(disagreements(readingOf('sql'), sql)).toEqual([]);
  });

  test('the Django models are read as Django makes them', async () => {
    const made = await oracle.runDjango(workspace, 'models');
    expect(disagreements(readingOf('django'), made)).toEqual([]);
  });

  test('the SQLAlchemy models are read as create_all makes them', async () => {
    const made = await oracle.runSqlAlchemy(workspace, sqlAlchemyModules);
    expect(disagreements(readingOf('sqlalchemy'), made)).toEqual([]);
  });

  test.each(['django', 'sqlalchemy'])('the judge finds %s in sync with the SQL', (source) => {
    const judged = [{ reading: readingOf(source), mirror: 'all' as const, name: source }];
    const { findings } = judge(readingOf('sql'), judged, {});
    expect(findings.filter(({ severity }) => severity !== 'tolerated')).toEqual([]);
  });

  test('the version log names migrations that exist', () => {
    const named = [...sqlFile.text.matchAll(/Migration: (\S+)\/(\S+)/g)];
    expect(named.length).toBeGreaterThan(8);
    for (const [, directory = '', file] of named) expect(readdirSync(join(workspace, directory))).toContain(file);
  });
});

/** A catalog without the tables of Django's own apps. */
function own({ catalog, isOwn }: Made): Reading {
  return { ...catalog, schema: { ...catalog.schema, tables: catalog.schema.tables.filter(isOwn) } };
}

/** Differences without what they are about: the facts behind the names. */
function namesOf(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.split(' {')[0] ?? line);
}
