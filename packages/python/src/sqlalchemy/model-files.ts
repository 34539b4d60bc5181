import { type FileTree, isFileFault } from '@canonical-schema/schema';

/** Directories that hold other people's code, builds or caches, whatever the project. */
const foreignDirectories = new Set(['node_modules', 'site-packages', '__pycache__', 'venv', 'env', 'build', 'dist']);

/**
 * Directories whose models are never part of the application's metadata: tests make tables of their own for the time of
 * a test, and Alembic's revisions describe the past (`op.create_table`, throw-away `Table`s for data migrations).
 */
const testDirectories = new Set(['tests', 'test', 'testing', 'conftest']);

/** A directory that Alembic runs holds this file beside its `versions`. */
const alembicEnvironment = 'env.py';

/** Words one of which every module that makes tables of its own has. */
const tellingWords = ['sqlalchemy', 'sqlmodel', 'SQLModel', 'advanced_alchemy', 'mapped_column', '__tablename__'];

/** A Python file with its text. */
export interface ModelFile {
  readonly path: string;
  readonly text: string;
}

/** The Python files under some directories that may declare models, in path order. */
export function modelFiles(files: FileTree, directories: readonly string[]): readonly ModelFile[] {
  const candidates = new Map<string, ModelFile>();
  for (const directory of directories) collect(directory, files, candidates);
  return telling([...candidates.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
}

function collect(path: string, files: FileTree, candidates: Map<string, ModelFile>): void {
  if (files.kindOf(path) === 'file') {
    addFile(path, files, candidates);
    return;
  }
  const entries = files.list(path);
  const isAlembic =
    entries.some((entry) => entry.name === alembicEnvironment) && entries.some((entry) => entry.name === 'versions');
  const isEnvironment = entries.some((entry) => entry.name === 'pyvenv.cfg');
  if (isEnvironment) return;
  for (const entry of entries) {
    const child = path === '' || path === '.' ? entry.name : `${path}/${entry.name}`;
    if (entry.kind === 'directory') {
      if (!isLeftOut(entry.name) && !(isAlembic && entry.name === 'versions')) collect(child, files, candidates);
    } else if (isModuleFile(entry.name)) addFile(child, files, candidates);
  }
}

function isLeftOut(directory: string): boolean {
  return directory.startsWith('.') || foreignDirectories.has(directory) || testDirectories.has(directory);
}

function isModuleFile(name: string): boolean {
  return name.endsWith('.py') && name !== 'conftest.py' && name !== 'setup.py' && !/^test_|_tests?\.py$/.test(name);
}

function addFile(path: string, files: FileTree, candidates: Map<string, ModelFile>): void {
  const source = files.read(path);
  if (!isFileFault(source)) candidates.set(path, { path, text: source.text });
}

/**
 * The files that mention SQLAlchemy, and those that mention a class which such a file declares: a model may have nothing
 * but a base and attributes of other modules. Repeated until nothing new is found.
 */
function telling(candidates: readonly ModelFile[]): readonly ModelFile[] {
  const chosen = new Set(candidates.filter(({ text }) => tellingWords.some((word) => text.includes(word))));
  let fresh: readonly ModelFile[] = [...chosen];
  while (fresh.length > 0) {
    const modules = new Set(fresh.map(({ path }) => moduleWord(path)));
    fresh = candidates.filter((file) => !chosen.has(file) && importsOneOf(file.text, modules));
    for (const file of fresh) chosen.add(file);
  }
  return candidates.filter((file) => chosen.has(file));
}

/** The last part of a module's dotted name. */
function moduleWord(path: string): string {
  const parts = path.replace(/\.py$/, '').split('/');
  const last = parts.pop() ?? '';
  return last === '__init__' ? (parts.pop() ?? '') : last;
}

/** Does a file with class statements import from a module of one of those names? */
function importsOneOf(text: string, modules: ReadonlySet<string>): boolean {
  if (!text.includes('class ')) return false;
  for (const line of text.split('\n')) {
    if (!line.includes('import')) continue;
    if (line.split(/[\s.,()]+/).some((word) => modules.has(word))) return true;
  }
  return false;
}
