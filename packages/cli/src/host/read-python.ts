import { type Reading, SourceFile, type Unread } from '@canonical-schema/schema';
import { type FencedTree, fencedTree, isUnder } from '../disk/fenced-tree';
import type { Host } from './host';
import { Refusal } from './refusal';
import { coverageOf, type PythonSource, type Reach, rootsOf } from './sources';

/** What decides a reading besides its source. */
export interface PythonReadingOptions {
  /** The server's major version. */
  readonly postgres: string | undefined;
  readonly reach: Reach;
}

/** A source's reading, and the workspace's files that it imports from without being allowed to. */
export interface PythonReading {
  readonly reading: Reading;
  readonly hidden: readonly string[];
}

/** Reads a Django project's or a SQLAlchemy directory's models, from the files that `coverageOf` names and no others. */
export async function readPythonSource(
  host: Host,
  source: PythonSource,
  { postgres, reach }: PythonReadingOptions,
): Promise<PythonReading> {
  for (const root of rootsOf(source)) refuseUnlessDirectory(host, root);
  const coverage = coverageOf(source, host.disk.root, host.environment, reach);
  const { loadPythonParser, readDjangoModels, readSqlAlchemyModels } = await import('@canonical-schema/python');
  const { loadPostgresParser } = await import('@canonical-schema/sql');
  await Promise.all([loadPythonParser(), loadPostgresParser()]);
  const files = fencedTree(host.disk, coverage);
  const request = {
    files,
    root: source.root,
    include: source.include ?? [],
    installed: coverage.installed.map((directory) => host.disk.pathOf(directory)),
    ...(source.version === undefined ? {} : { version: source.version }),
  };
  const reading =
    source.orm === 'sqlalchemy'
      ? readSqlAlchemyModels({ ...request, ...(postgres === undefined ? {} : { postgres: Number(postgres) }) })
      : readDjangoModels({ ...request, ...(source.settings === undefined ? {} : { settings: source.settings }) });
  return { reading: withFaults(reading, files, rootsOf(source)), hidden: [...files.hidden] };
}

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

function refuseUnlessDirectory(host: Host, root: string): void {
  const kind = host.disk.kindOf(root);
  if (kind === 'missing') throw new Refusal(`"${root}" does not exist; name the directory of the models.`);
  if (kind === 'file') throw new Refusal(`"${root}" is a file; name the directory that holds it.`);
}
