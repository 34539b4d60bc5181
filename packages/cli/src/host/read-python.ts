import type { Reading } from '@canonical-schema/schema';
import { fencedTree } from '../disk/fenced-tree';
import type { Host } from './host';
import { Refusal } from './refusal';
import { coverageOf, type PythonSource, rootsOf } from './sources';

/**
 * The reading of a Django project's or a SQLAlchemy directory's models, from the files that `coverageOf` names and no
 * others. `postgres` is the server's major version.
 */
export async function readPythonSource(
  host: Host,
  source: PythonSource,
  postgres: string | undefined,
): Promise<Reading> {
  for (const root of rootsOf(source)) refuseUnlessDirectory(host, root);
  const coverage = coverageOf(source, host.disk.root, host.environment);
  const { loadPythonParser, readDjangoModels, readSqlAlchemyModels } = await import('@canonical-schema/python');
  const { loadPostgresParser } = await import('@canonical-schema/sql');
  await Promise.all([loadPythonParser(), loadPostgresParser()]);
  const request = {
    files: fencedTree(host.disk, coverage),
    root: source.root,
    include: source.include ?? [],
    installed: coverage.installed.map((directory) => host.disk.pathOf(directory)),
    ...(source.version === undefined ? {} : { version: source.version }),
  };
  if (source.orm === 'sqlalchemy') {
    return readSqlAlchemyModels({ ...request, ...(postgres === undefined ? {} : { postgres: Number(postgres) }) });
  }
  return readDjangoModels({ ...request, ...(source.settings === undefined ? {} : { settings: source.settings }) });
}

function refuseUnlessDirectory(host: Host, root: string): void {
  const kind = host.disk.kindOf(root);
  if (kind === 'missing') throw new Refusal(`"${root}" does not exist; name the directory of the models.`);
  if (kind === 'file') throw new Refusal(`"${root}" is a file; name the directory that holds it.`);
}
