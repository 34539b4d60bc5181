import type { Written } from '@canonical-schema/schema';
import type { HostAt } from '../host/host';
import { pythonRequest } from '../host/python-request';
import type { MigrationsWriting, ModelsWriting, Writers, WrittenMigrations } from './writers';

/** The writers of Django models, Django migrations and SQLAlchemy models. */
export const pythonWriters: Writers = {
  models: (writing, host) =>
    writing.source.orm === 'django' ? djangoModels(writing, host) : sqlAlchemyModels(writing, host),
  migrations: djangoMigrations,
};

async function djangoModels(
  { source, changes, canonical, owner, options }: ModelsWriting,
  host: HostAt,
): Promise<Written> {
  const { writeDjangoModels } = await import('@canonical-schema/python/write');
  const request = await pythonRequest(host, source, options);
  const app = owner === undefined ? {} : { newTableApp: owner };
  return writeDjangoModels({ ...request, changes, canonical, ...app });
}

async function sqlAlchemyModels(
  { source, changes, canonical, owner, options }: ModelsWriting,
  host: HostAt,
): Promise<Written> {
  const { writeSqlAlchemyModels } = await import('@canonical-schema/python/write');
  const request = await pythonRequest(host, source, options);
  const module = owner === undefined ? {} : { newTableModule: owner };
  return writeSqlAlchemyModels({ ...request, changes, canonical, ...module });
}

async function djangoMigrations(
  { source, options, now, renames, fills, canonical, before, apps }: MigrationsWriting,
  host: HostAt,
): Promise<WrittenMigrations> {
  const { writeDjangoMigrations } = await import('@canonical-schema/python/write');
  const request = await pythonRequest(host, source, options);
  const { files: filesBefore } = await pythonRequest(before, source, options);
  return writeDjangoMigrations({
    ...request,
    now,
    renames,
    oneOffDefaults: fills,
    canonical,
    before: filesBefore,
    newApps: apps,
  });
}
