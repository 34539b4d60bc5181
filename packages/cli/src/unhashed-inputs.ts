import { ignoredSourcesDigest } from './disk/ignored-sources';
import { installedPackages, installedPackagesDigest } from './disk/installed-packages';

/** A source, as far as it decides what is installed for it and what of it git ignores. */
export interface UnhashedSource {
  readonly root: string;
  readonly include?: readonly string[];
  readonly installed?: string;
}

/**
 * One line for everything that a verdict depends on and that a build system does not hash as files: the names and
 * versions of installed packages, and modules that git ignores (a local settings file, a generated version). Run as a
 * runtime input from the workspace's root, `node -p "require(…).digestOf(…)"`; loads nothing else, for it runs often.
 */
export function digestOf(...sources: readonly UnhashedSource[]): string {
  const workspace = process.cwd();
  const packages = sources.map(({ root, installed }) =>
    installedPackagesDigest(installedPackages(workspace, root, installed, process.env)),
  );
  const roots = sources.flatMap(({ root, include = [] }) => [root, ...include]);
  return [...packages, ignoredSourcesDigest(workspace, roots)].join(', ');
}
