import { installedPackages, installedPackagesDigest } from './disk/installed-packages';

/**
 * What a build system's runtime input runs, from the workspace's root: `node -p "require(…).digestOf('root', …)"`.
 * Each argument is a project root, or `root=path` with its configured environment. Loads nothing else, for it runs often.
 */
export function digestOf(...projects: readonly string[]): string {
  return projects
    .map((project) => {
      const [root = '.', configured] = project.split('=');
      return installedPackagesDigest(installedPackages(process.cwd(), root, configured, process.env));
    })
    .join(', ');
}
