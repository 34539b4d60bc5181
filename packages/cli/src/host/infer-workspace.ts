import { isFileFault } from '@canonical-schema/schema';
import type { WorkspaceFiles } from '../plan/plan';
import { directoryOf } from '../plan/sources-in-files';
import type { Host } from './host';

/** Files that make a directory a project of its own. */
const projectFiles = new Set(['project.json', 'package.json', 'pyproject.toml', 'setup.py', 'setup.cfg']);

/** The files under the host's root, walked. Directories that hold no sources are passed over. */
export function workspaceFiles(host: Host): WorkspaceFiles {
  const files = filesUnder(host, '.');
  const roots = new Set(
    files.filter((file) => projectFiles.has(file.slice(file.lastIndexOf('/') + 1))).map(directoryOf),
  );
  return {
    files,
    textOf(path) {
      const file = host.disk.read(path);
      return isFileFault(file) ? '' : file.text;
    },
    projectOf(path) {
      let directory = directoryOf(path);
      while (directory !== '.' && !roots.has(directory)) directory = directoryOf(directory);
      return directory;
    },
  };
}

function filesUnder(host: Host, directory: string): string[] {
  return host.disk.list(directory).flatMap(({ name, kind }) => {
    const path = directory === '.' ? name : `${directory}/${name}`;
    return kind === 'file' ? [path] : filesUnder(host, path);
  });
}
