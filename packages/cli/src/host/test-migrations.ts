import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Migrated } from '@canonical-schema/database';
import { type Finding, SourceFile } from '@canonical-schema/schema';
import { archiveRevision } from '../disk/git-archive';
import { pythonInterpreter } from '../disk/python-interpreter';
import type { DjangoOptions, VerdictOptions } from '../options/plugin-options';
import { dialectOf } from '../options/server-options';
import { databasePackage } from './database-package';
import type { Host } from './host';
import { judgedBy } from './known-findings';
import { databaseOf } from './read-database';
import { readWholeSource } from './read-python';
import { Refusal } from './refusal';
import { type MigratedServer, namedServer, withScratchServers } from './scratch-server';
import { outcomeOf, readingsFrom, type SchemaToVerify, type VerifyOutcome, verifySchema } from './verify-schema';

/** One Django project whose real migrations run in an empty database. */
export interface MigrationTest extends VerdictOptions {
  readonly schema: Omit<SchemaToVerify, 'sources'>;
  readonly project: DjangoOptions;
  /** A git revision whose migrations run first, so that the way from there to here is what is tested. */
  readonly from?: string;
  /** An empty database to use in the place of one that is made here. */
  readonly url?: string;
  /** In seconds, for each run of the migrations; 300 where absent. */
  readonly timeout?: number;
}

const defaultTimeout = 300;

/**
 * Runs a project's migrations in an empty database, in the project's own interpreter, and holds the catalog that they
 * leave behind against the canonical SQL. A migration that does not apply is a finding with its file.
 */
export async function testMigrations(test: MigrationTest, host: Host): Promise<VerifyOutcome> {
  const dialect = dialectOf(test.schema);
  if (test.url !== undefined) return tested(test, await namedServer({ url: test.url }, host, dialect), host);
  const scratch = { dialects: [dialect], timeout: (test.timeout ?? defaultTimeout) * 1000 };
  return withScratchServers(scratch, host, async (scratchOf) => tested(test, await scratchOf(dialect), host));
}

/**
 * The tests that are to run: those of servers that are started here first; with a URL the one for its dialect alone. Refuses
 * where a URL is to serve several: each wants an empty database.
 */
export async function testsToRun<T extends Pick<MigrationTest, 'schema'>>(
  tests: readonly T[],
  url: string | undefined,
  host: Host,
): Promise<readonly T[]> {
  if (url === undefined) {
    const { isMadeHere } = await databasePackage();
    const madeHere = tests.filter(({ schema }) => isMadeHere(dialectOf(schema)));
    return [...madeHere, ...tests.filter((test) => !madeHere.includes(test))];
  }
  const { dialect } = await databaseOf({ url }, host);
  const meant = tests.filter(({ schema }) => dialectOf(schema) === dialect);
  if (meant.length > 1) throw new Refusal('A database takes one project; name that with --django.');
  return meant.length === 0 ? tests : meant;
}

type Failed = Extract<Migrated, { kind: 'failed' }>;

async function tested(test: MigrationTest, server: MigratedServer, host: Host): Promise<VerifyOutcome> {
  if (test.from !== undefined) await migrateRevision(test, test.from, server, host);
  const migrated = await migrate(test, host.disk.root, server, host);
  return migrated.kind === 'failed'
    ? failureOutcome(test, migrated, host)
    : judged(test, migrated.foreign, server, host);
}

/** Brings the database to where the migrations of a revision leave it. */
async function migrateRevision(
  test: MigrationTest,
  revision: string,
  server: MigratedServer,
  host: Host,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'canonical-schema-'));
  try {
    const problem = archiveRevision(host.disk.root, revision, directory);
    if (problem !== null) throw new Refusal(problem);
    const migrated = await migrate(test, directory, server, host);
    if (migrated.kind === 'failed')
      throw new Refusal(`The migrations of "${revision}" do not run: ${migrated.error} Name another revision.`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Runs the migrations of the project as it is below `workspace`, in the interpreter that it has now. */
async function migrate(
  { project, timeout = defaultTimeout }: MigrationTest,
  workspace: string,
  server: MigratedServer,
  { disk, environment }: Host,
): Promise<Migrated> {
  const { migrateDjango, PythonFault } = await databasePackage();
  const python = pythonInterpreter(disk.root, project.root, project.installed, environment);
  const settings = project.settings === undefined ? {} : { settings: project.settings };
  const root = join(workspace, project.root);
  try {
    return await migrateDjango({ python, root, ...settings, environment }, server.database, timeout * 1000);
  } catch (error) {
    if (!(error instanceof PythonFault)) throw error;
    throw new Refusal([error.message, error.output].filter((text) => text !== '').join('\n'));
  }
}

/** The verdict over the catalog that the migrations left, with what only the project's text says of it. */
async function judged(
  { schema, project, from: _from, url: _url, timeout: _timeout, ...options }: MigrationTest,
  foreign: readonly string[],
  server: MigratedServer,
  host: Host,
): Promise<VerifyOutcome> {
  const { withOrmFacts } = await databasePackage();
  const catalog = await server.catalog();
  const request = { ...options, schemas: [{ ...schema, sources: [{ orm: 'django', ...project } as const] }] };
  return verifySchema(request, host, 'workspace', {
    ...readingsFrom(host),
    python: async (source, reading) => {
      const { models, migrations } = await readWholeSource(host, source, reading);
      const read = migrations ?? models;
      return { models: { ...read, reading: withOrmFacts(catalog, read.reading, foreign) }, migrations: null };
    },
  });
}

async function failureOutcome(test: MigrationTest, failed: Failed, host: Host): Promise<VerifyOutcome> {
  if (failed.migration === null) throw new Refusal(`The migrations could not be run: ${failed.error}\n${failed.trace}`);
  const path = failed.file !== null && isAbsolute(failed.file) ? host.disk.pathOf(failed.file) : test.project.root;
  const finding: Finding = {
    code: 'migration-broken',
    severity: 'error',
    message: `${failed.migration} does not apply: ${failed.error.replace(/\s+/g, ' ')} Mend it, or what it builds on.`,
    subject: { kind: 'migration', name: failed.migration },
    departs: 'django-migrations',
    places: [{ source: 'django-migrations', place: new SourceFile(path, '').start }],
  };
  const { withFindings, withLevels } = await import('@canonical-schema/drift');
  const nothing = { findings: [], summary: { errors: 0, warnings: 0, tolerated: 0, unreadable: 0, tables: 0 } };
  const verdict = withFindings(nothing, withLevels([finding], test));
  const sources = [{ name: test.project.root, verdict }];
  const { canonical } = test.schema;
  return outcomeOf([{ canonical, verdict, sources, hidden: [] }], test, host, await judgedBy('verify', test));
}
