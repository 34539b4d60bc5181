import type { Coverage } from '../disk/fenced-tree';
import type { Environment } from '../disk/installed-packages';
import { installedPackages } from '../disk/installed-packages';
import type { DjangoOptions, SqlAlchemyOptions } from '../options/plugin-options';

/** One Python description of the database: which ORM, and where. */
export type PythonSource =
  | ({ readonly orm: 'django' } & DjangoOptions)
  | ({ readonly orm: 'sqlalchemy' } & SqlAlchemyOptions);

/** The directories of a source's own modules. */
export function rootsOf(source: PythonSource): readonly string[] {
  return [source.root, ...(source.include ?? [])];
}

/**
 * How far imports are followed. `inputs`: into the directories that the source names, which is what a build system
 * hashes for it. `workspace`: into everything below the host's root, where nothing is cached.
 */
export type Reach = 'inputs' | 'workspace';

/**
 * Every file that a reading of the source may open. The reader gets no others, and a build system hashes these: the
 * one list behind both, so that a cached verdict is the verdict of a fresh run.
 */
export function coverageOf(source: PythonSource, workspace: string, environment: Environment, reach: Reach): Coverage {
  return {
    pythonRoots: reach === 'workspace' ? ['.', ...rootsOf(source)] : rootsOf(source),
    versionDirectories: versionDirectoriesOf(source.root),
    installed: installedPackages(workspace, source.root, source.installed, environment),
  };
}

/** Where lock and requirement files are looked for: the source's root and every directory above it. */
export function versionDirectoriesOf(root: string): readonly string[] {
  const steps = root === '.' ? [] : root.split('/');
  return ['.', ...steps.map((_, at) => steps.slice(0, at + 1).join('/'))];
}
