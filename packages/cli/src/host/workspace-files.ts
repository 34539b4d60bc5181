import { isFileFault } from '@canonical-schema/schema';
import type { WorkspaceFiles } from '../plan/plan';
import { directoryOf } from '../plan/sources-in-files';
import type { HostAt } from './host';

/** Files that make a directory a project of its own. */
const projectFiles = new Set(['project.json', 'package.json', 'pyproject.toml', 'setup.py', 'setup.cfg']);

/** The files under the host's root, walked when first asked for. Directories that hold no sources are passed over. */
export function workspaceFiles(host: HostAt): WorkspaceFiles {
  let walked: readonly string[] | undefined;
  const files = () => {
    walked ??= filesUnder(host, '.');
    return walked;
  };
  return {
    get files() {
      return files();
    },
    textOf(path) {
      const file = host.disk.read(path);
      return isFileFault(file) ? '' : file.text;
    },
    projectOf: (path) => projectAround(directoryOf(path), new Set(files().filter(isProjectFile).map(directoryOf))),
  };
}

function isProjectFile(file: string): boolean {
  return projectFiles.has(file.slice(file.lastIndexOf('/') + 1));
}

function projectAround(directory: string, projects: ReadonlySet<string>): string {
  if (directory === '.' || projects.has(directory)) return directory;
  return projectAround(directoryOf(directory), projects);
}

function filesUnder(host: HostAt, directory: string): string[] {
  return host.disk.list(directory).flatMap(({ name, kind }) => {
    const path = directory === '.' ? name : `${directory}/${name}`;
    return kind === 'file' ? [path] : filesUnder(host, path);
  });
}
