import { setImmediate } from 'node:timers/promises';
import type { DjangoReadings } from '@canonical-schema/python';
import { type Dialect, emptySchema, type Reading } from '@canonical-schema/schema';
import type { FencedTree } from '../disk/fenced-tree';
import { dialectOf } from '../options/server-options';
import { readInParts } from './django-in-parts';
import { notesOf, withNotes } from './file-notes';
import type { HostAt } from './host';
import { pythonRequest } from './python-request';
import type { PythonReading, SourceReadingOptions, SourceReadings } from './source-readings';
import type { PythonSource } from './sources';

/** What decides one reading of a source. */
export interface PythonReadingOptions extends SourceReadingOptions {
  /** Django describes its schema twice: what the models say, or what the migrations leave behind; the models if not given. */
  readonly of?: 'models' | 'migrations';
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
  // Who remembers nothing has nothing from it that migrations are read apart.
  const parts = host.remember === undefined ? null : await readInParts(host, source, options, told);
  if (parts !== null) return parts;
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

/** A reading with what only the files know: which of them have no text, what they suppress, what lay outside. */
export async function completed(reading: Reading, files: FencedTree, source: PythonSource): Promise<PythonReading> {
  const notes = await notesOf(files, source);
  return { reading: await withNotes(reading, notes), hidden: notes.hidden };
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
