import { setImmediate } from 'node:timers/promises';
import type { DjangoReadings } from '@canonical-schema/python';
import {
  type Dialect,
  emptySchema,
  isFileFault,
  type Reading,
  SourceFile,
  type Suppression,
  type Unread,
} from '@canonical-schema/schema';
import { type FencedTree, fencedTree, isUnder } from '../disk/fenced-tree';
import { dialectOf, type ServerOptions } from '../options/server-options';
import type { HostAt } from './host';
import { Refusal } from './refusal';
import { coverageOf, type PythonSource, type Reach, rootsOf } from './sources';

/** What decides every reading of a source, besides the source. */
export interface SourceReadingOptions extends ServerOptions {
  readonly reach: Reach;
}

/** What decides one reading of a source. */
export interface PythonReadingOptions extends SourceReadingOptions {
  /** Django describes its schema twice: what the models say, or what the migrations leave behind; the models if not given. */
  readonly of?: 'models' | 'migrations';
}

/** A source's reading, and the workspace's files that it imports from without being allowed to. */
export interface PythonReading {
  readonly reading: Reading;
  readonly hidden: readonly string[];
  /** True for the migrations of a Django project that has none: then the reading is empty. */
  readonly isAbsent?: boolean;
}

/** Everything that a source says of the database. */
export interface SourceReadings {
  readonly models: PythonReading;
  /** Null for SQLAlchemy, and for a Django project that has none. */
  readonly migrations: PythonReading | null;
}

/** Reads a Django project's or a SQLAlchemy directory's models, from the files that `coverageOf` names and no others. */
export async function readPythonSource(
  host: HostAt,
  source: PythonSource,
  { of = 'models', ...options }: PythonReadingOptions,
): Promise<PythonReading> {
  const request = await pythonRequest(host, source, options);
  const { readDjangoMigrationsIfAny, readDjangoModels, readSqlAlchemyModels } = await import(
    '@canonical-schema/python'
  );
  const readDjango = of === 'migrations' ? readDjangoMigrationsIfAny : readDjangoModels;
  const reading = source.orm === 'sqlalchemy' ? readSqlAlchemyModels(request) : readDjango(request);
  if (reading === null) return { reading: noMigrations(dialectOf(options)), hidden: [], isAbsent: true };
  return completed(reading, request.files, source);
}

/** Reads all that a source says, from one loading of it. `told` hears of the models before migrations are read. */
export async function readWholeSource(
  host: HostAt,
  source: PythonSource,
  options: SourceReadingOptions,
  told: (models: PythonReading) => void = () => undefined,
): Promise<SourceReadings> {
  if (source.orm === 'sqlalchemy') {
    const models = await readPythonSource(host, source, options);
    told(models);
    return { models, migrations: null };
  }
  const request = await pythonRequest(host, source, options);
  const { readDjango } = await import('@canonical-schema/python');
  return completedDjango(readDjango(request), request.files, source, told);
}

/** What a Django project says, once it is loaded. */
export async function completedDjango(
  project: DjangoReadings,
  files: FencedTree,
  source: PythonSource,
  told: (models: PythonReading) => void = () => undefined,
): Promise<SourceReadings> {
  // Complete before a migration is opened: what its file lacks or suppresses is not the models'.
  const models = await completed(project.models, files, source);
  told(models);
  // Node frees the models' syntax trees, which lie outside its heap, only between turns of its event loop.
  await setImmediate();
  const migrations = project.migrations();
  return { models, migrations: migrations && (await completed(migrations, files, source)) };
}

/** What the readers and writers of Python are asked for a source; their parsers are loaded. */
export async function pythonRequest(host: HostAt, source: PythonSource, options: SourceReadingOptions) {
  for (const root of rootsOf(source)) refuseUnlessDirectory(host, root);
  const coverage = coverageOf(source, host.disk.root, host.environment, options.reach);
  const { loadPythonParser } = await import('@canonical-schema/python');
  const { sqlDialect } = await import('@canonical-schema/sql');
  const dialect = dialectOf(options);
  await Promise.all([loadPythonParser(), sqlDialect(dialect).load()]);
  const { root, include = [], version } = source;
  const settings = source.orm === 'django' ? source.settings : undefined;
  return {
    files: fencedTree(host.disk, coverage),
    root,
    include,
    installed: coverage.installed.map((directory) => host.disk.pathOf(directory)),
    ...(version === undefined ? {} : { version }),
    ...(settings === undefined ? {} : { settings }),
    dialect,
    ...(options.postgres === undefined ? {} : { postgres: Number(options.postgres) }),
    ...(options.serverVersion === undefined ? {} : { serverVersion: options.serverVersion }),
    ...(host.syntaxes === undefined ? {} : { syntaxes: host.syntaxes }),
  };
}

/** A reading with what only the files know: which of them have no text, what they suppress, what lay outside. */
export async function completed(reading: Reading, files: FencedTree, source: PythonSource): Promise<PythonReading> {
  const whole = withFaults(reading, files, rootsOf(source));
  return { reading: await withOwnSuppressions(whole, files, rootsOf(source)), hidden: [...files.hidden] };
}

/** What the migrations of a project that has none leave behind. */
const noMigrations = (dialect: Dialect): Reading => ({
  source: 'django-migrations',
  dialect,
  schema: emptySchema,
  unread: [],
  remarks: [],
  assumed: {},
});

/** A file of the source's own that has no text is unread as a whole, whatever the reader made of its absence. */
function withFaults(reading: Reading, { faults }: FencedTree, roots: readonly string[]): Reading {
  const known = new Set(reading.unread.map(({ place }) => place.path));
  const silent = [...faults].filter(([path]) => !known.has(path) && roots.some((root) => isUnder(path, root)));
  const unread = silent.map(([path, { why }]): Unread => {
    const { start } = new SourceFile(path, '');
    return { extent: 'whole', why: why.replace(/\.$/, ''), subject: path, table: null, place: start };
  });
  return unread.length === 0 ? reading : { ...reading, unread: [...reading.unread, ...unread] };
}

/** The reading with the suppressions of the source's own files; only texts that may hold one are looked through. */
async function withOwnSuppressions(reading: Reading, files: FencedTree, roots: readonly string[]): Promise<Reading> {
  const { mayHoldSuppressions, suppressionsIn, withSuppressions } = await import('@canonical-schema/drift');
  const { pythonCommentsOf } = await import('@canonical-schema/python');
  const own = [...files.opened].filter((path) => path.endsWith('.py') && roots.some((root) => isUnder(path, root)));
  const foundIn = (file: SourceFile): readonly Suppression[] => {
    const known = suppressionsOf.get(file);
    if (known !== undefined) return known;
    const found = mayHoldSuppressions(file.text) ? suppressionsIn(file, pythonCommentsOf(file)) : [];
    suppressionsOf.set(file, found);
    return found;
  };
  const suppressions = own.sort().flatMap((path) => {
    const file = files.read(path);
    return isFileFault(file) ? [] : foundIn(file);
  });
  return withSuppressions(reading, suppressions);
}

/** A file that did not change is one object, whose text is looked through once in a process. */
const suppressionsOf = new WeakMap<SourceFile, readonly Suppression[]>();

function refuseUnlessDirectory(host: HostAt, root: string): void {
  const kind = host.disk.kindOf(root);
  if (kind === 'missing') throw new Refusal(`"${root}" does not exist; name the directory of the models.`);
  if (kind === 'file' && !root.endsWith('.py'))
    throw new Refusal(`"${root}" is a file; name the directory that holds it.`);
}
