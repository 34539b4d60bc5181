import { fencedTree } from '../disk/fenced-tree';
import { dialectOf } from '../options/server-options';
import type { HostAt } from './host';
import { Refusal } from './refusal';
import type { SourceReadingOptions } from './source-readings';
import { coverageOf, type PythonSource, rootsOf } from './sources';

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

function refuseUnlessDirectory(host: HostAt, root: string): void {
  const kind = host.disk.kindOf(root);
  if (kind === 'missing') throw new Refusal(`"${root}" does not exist; name the directory of the models.`);
  if (kind === 'file' && !root.endsWith('.py'))
    throw new Refusal(`"${root}" is a file; name the directory that holds it.`);
}
