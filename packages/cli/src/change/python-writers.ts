import type { Refused, Written } from '@canonical-schema/schema';
import type { HostAt } from '../host/host';
import { pythonRequest } from '../host/read-python';
import type { ModelsWriting, Writers } from './writers';

const notYet: Refused = {
  change: null,
  why: 'Django models cannot be written yet.',
  remedy: 'Change them by hand.',
  place: null,
};

/** The writers of Django models, Django migrations and SQLAlchemy models. */
export const pythonWriters: Writers = {
  models: async (writing, host) =>
    writing.source.orm === 'sqlalchemy' ? sqlAlchemyModels(writing, host) : { edits: [], refused: [notYet] },
  migrations: async () => ({ edits: [], refused: [notYet], paths: [] }),
};

async function sqlAlchemyModels(
  { source, changes, canonical, owner, options }: ModelsWriting,
  host: HostAt,
): Promise<Written> {
  const { writeSqlAlchemyModels } = await import('@canonical-schema/python');
  const request = await pythonRequest(host, source, options);
  return writeSqlAlchemyModels({
    ...request,
    changes,
    canonical,
    ...(owner === undefined ? {} : { newTableModule: owner }),
  });
}
