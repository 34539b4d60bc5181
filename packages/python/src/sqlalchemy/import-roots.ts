import type { FileTree } from '@canonical-schema/schema';

/**
 * The directories from which the files' modules are imported: above each file the nearest ancestor that is no package,
 * the configured roots, and `src` directories beside them.
 */
export function importRoots(files: FileTree, paths: readonly string[], roots: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const root of roots) {
    found.add(root);
    const source = joined(root, 'src');
    if (files.kindOf(source) === 'directory') found.add(source);
  }
  for (const path of paths) found.add(packageRoot(files, directoryOf(path)));
  return [...found];
}

function packageRoot(files: FileTree, directory: string): string {
  let root = directory;
  while (root !== '' && files.kindOf(joined(root, '__init__.py')) === 'file') root = directoryOf(root);
  return root;
}

function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** A path below a directory; the tree's root is the empty path. */
export function joined(directory: string, name: string): string {
  return directory === '' || directory === '.' ? name : `${directory}/${name}`;
}
