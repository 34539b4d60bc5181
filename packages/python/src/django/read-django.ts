import type { Reading } from '@canonical-schema/schema';
import { type DjangoModelsOptions, loadModels } from './loaded-models';
import { migrationsReading } from './migrations/read-migrations';
import { modelsReading } from './reader';

/** What a Django project says of its database, twice. */
export interface DjangoReadings {
  /** As `readDjangoModels` has it. */
  readonly models: Reading;
  /** As `readDjangoMigrationsIfAny` has it; no file of a migration is opened before this is asked. */
  migrations(): Reading | null;
}

/** Reads a project's models, and its migrations when they are asked for, from one loading of the project. */
export function readDjango(options: DjangoModelsOptions): DjangoReadings {
  const loaded = loadModels(options);
  // What could not be read is gathered as it is come upon: the models first, or they would answer for migrations.
  return { models: modelsReading(loaded), migrations: () => migrationsReading(options.files, loaded) };
}
