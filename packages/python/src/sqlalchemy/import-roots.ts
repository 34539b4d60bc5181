import type { FileTree } from '@canonical-schema/schema';

/**
 * The directories from which the files' modules are imported: above each file the nearest ancestor that is no package,
 * the same for the configured roots, these themselves (an `__init__.py` may stand there for no reason), and `src` in them.
 */
export function importRoots(files: FileTree, paths: readonly string[], roots: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const root of roots) {
    found.add(packageRoot(files, root)).add(root);
    const source = joined(root, 'src');
    if (files.kindOf(source) === 'directory') found.add(source);
  }
  for (const path of paths) found.add(packageRoot(files, directoryOf(path)));
  return [...found];
}

/** A directory right within a package belongs to it, with or without a file that says so. */
function packageRoot(files: FileTree, directory: string): string {
  const isPackage = (path: string) => path !== '' && files.kindOf(joined(path, '__init__.py')) === 'file';
  let root = directory;
  while (isPackage(root) || (root !== '' && isPackage(directoryOf(root)))) root = directoryOf(root);
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
