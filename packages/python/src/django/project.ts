import { type FileTree, isFileFault } from '@canonical-schema/schema';

/** Where a Django project's modules and settings lie. */
export interface DjangoProject {
  /** Directories that Python would import from, in order: that of `manage.py` first. */
  readonly importRoots: readonly string[];
  /** Dotted name of the settings module; null where none was found. */
  readonly settings: string | null;
}

/** Directories beside the packages that some layouts put them into. */
const sourceDirectories = ['src', 'apps'];

/** The project at a directory: `manage.py` stands in it, below it or above it, or nowhere. */
export function djangoProject(files: FileTree, root: string, settings: string | undefined): DjangoProject {
  const manage = manageDirectory(files, root);
  const roots = importRoots(files, root, manage);
  const named = settings ?? (manage === null ? null : settingsOfManage(files, manage));
  if (named !== null && moduleFile(files, roots, named) !== null) return { importRoots: roots, settings: named };
  return { importRoots: roots, settings: settings ?? settingsFound(files, roots) };
}

function manageDirectory(files: FileTree, root: string): string | null {
  const below = files.list(root).filter((entry) => entry.kind === 'directory' && !entry.name.startsWith('.'));
  const candidates = [root, ...below.map((entry) => joined(root, entry.name)), ...ancestors(root)];
  return candidates.find((directory) => files.kindOf(joined(directory, 'manage.py')) === 'file') ?? null;
}

function importRoots(files: FileTree, root: string, manage: string | null): readonly string[] {
  const base = packageRoot(files, root);
  const start = manage === null ? [base] : [manage, base];
  const nested = start.flatMap((directory) => sourceDirectories.map((name) => joined(directory, name)));
  const sources = nested.filter(
    (directory) => files.kindOf(directory) === 'directory' && files.kindOf(joined(directory, '__init__.py')) !== 'file',
  );
  return [...new Set([...start, ...sources])];
}

/** The directory that a package's dotted name starts below. */
function packageRoot(files: FileTree, directory: string): string {
  let at = directory;
  while (at !== '' && files.kindOf(joined(at, '__init__.py')) === 'file') at = parentOf(at) ?? '';
  return at;
}

/**
 * The module that `manage.py` names in `os.environ.setdefault('DJANGO_SETTINGS_MODULE', '…')`. The call stands in a
 * function's body, which static evaluation does not run; the text after the name is believed only if such a module exists.
 */
function settingsOfManage(files: FileTree, directory: string): string | null {
  const file = files.read(joined(directory, 'manage.py'));
  if (isFileFault(file)) return null;
  const mention = file.text.indexOf('DJANGO_SETTINGS_MODULE');
  if (mention < 0) return null;
  const [, quoted] = file.text.slice(mention).split(',', 2);
  const name = quoted?.trim().split(quoted.trim().charAt(0))[1] ?? '';
  return name === '' ? null : name;
}

/** A `settings` module or package in an import root or one level below. */
function settingsFound(files: FileTree, roots: readonly string[]): string | null {
  for (const root of roots) {
    const packages = files.list(root).filter((entry) => entry.kind === 'directory' && !entry.name.startsWith('.'));
    const candidates = ['settings', ...packages.map((entry) => `${entry.name}.settings`)];
    for (const name of candidates.flatMap((each) => [each, `${each}.base`, `${each}.production`])) {
      if (moduleFile(files, [root], name) !== null && !isEmptyPackage(files, root, name)) return name;
    }
  }
  return null;
}

/** `settings/__init__.py` is often empty beside `base.py`. */
function isEmptyPackage(files: FileTree, root: string, name: string): boolean {
  const path = moduleFile(files, [root], name);
  if (path === null || !path.endsWith('__init__.py')) return false;
  const file = files.read(path);
  return isFileFault(file) || file.text.trim() === '';
}

function moduleFile(files: FileTree, roots: readonly string[], name: string): string | null {
  const path = name.replaceAll('.', '/');
  for (const root of roots) {
    for (const file of [`${path}.py`, `${path}/__init__.py`]) {
      if (files.kindOf(joined(root, file)) === 'file') return joined(root, file);
    }
  }
  return null;
}

/** The directories above, nearest first, at most three. */
export function ancestors(directory: string): readonly string[] {
  const found: string[] = [];
  for (let at = parentOf(directory); at !== null && found.length < 3; at = parentOf(at)) found.push(at);
  return found;
}

function parentOf(directory: string): string | null {
  if (directory === '' || directory === '/') return null;
  const slash = directory.lastIndexOf('/');
  if (slash < 0) return '';
  return slash === 0 ? '/' : directory.slice(0, slash);
}

/** A path below a directory; `''` is the host's root. */
export function joined(directory: string, name: string): string {
  if (directory === '') return name;
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

/** `.`, `./a/` and `a` as the file tree names them. */
export function normalRoot(root: string): string {
  const parts = root.split('/').filter((part) => part !== '' && part !== '.');
  return (root.startsWith('/') ? '/' : '') + parts.join('/');
}
