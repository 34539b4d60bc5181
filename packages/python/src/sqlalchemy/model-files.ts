import { type FileTree, isFileFault, type SourceFile } from '@canonical-schema/schema';

/** Directories that hold other people's code, builds or caches, whatever the project. */
const foreignDirectories = new Set(['node_modules', 'site-packages', '__pycache__', 'venv', 'env', 'build', 'dist']);

/**
 * Directories whose models are never part of the application's metadata: tests make tables of their own for the time of
 * a test, and Alembic's revisions describe the past (`op.create_table`, throw-away `Table`s for data migrations).
 */
const testDirectories = new Set(['tests', 'test', 'testing', 'conftest']);

/** A directory that Alembic runs holds this file beside its `versions`. */
const alembicEnvironment = 'env.py';

/** What a module writes that makes tables, one of them at least; all else is found by the classes that it inherits from. */
const declaringWords = [
  'Column(',
  'mapped_column',
  'Mapped[',
  'Table(',
  '__tablename__',
  '__table__',
  '__table_args__',
  'table=True',
  'declarative_base',
  'DeclarativeBase',
  '.Model)',
  '.Model,',
];

/** A Python file with its text. */
export interface ModelFile {
  readonly path: string;
  readonly text: string;
  /** The same object for as long as the file does not change. */
  readonly source: SourceFile;
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
  if (!isFileFault(source)) candidates.set(path, { path, text: source.text, source });
}

/**
 * The files that declare tables or columns themselves, and those with classes that inherit from a class of such a file:
 * a model may have nothing but bases. Repeated until nothing new is found.
 */
function telling(candidates: readonly ModelFile[]): readonly ModelFile[] {
  const told = new Map(candidates.map((file) => [file, signsIn(file)] as const));
  const classesOf = (file: ModelFile) => told.get(file)?.classes ?? [];
  const chosen = new Set(candidates.filter((file) => told.get(file)?.declares));
  const known = new Set<string>();
  let fresh: readonly ModelFile[] = [...chosen];
  while (fresh.length > 0) {
    for (const file of fresh) for (const [name] of classesOf(file)) known.add(name);
    fresh = candidates.filter(
      (file) => !chosen.has(file) && classesOf(file).some(([, bases]) => bases.some((base) => known.has(base))),
    );
    for (const file of fresh) chosen.add(file);
  }
  return candidates.filter((file) => chosen.has(file));
}

/** What a cheap look at a file's text says of the models in it. */
interface Signs {
  readonly declares: boolean;
  readonly classes: ReturnType<typeof classLines>;
}

const signs = new WeakMap<SourceFile, Signs>();

function signsIn({ text, source }: ModelFile): Signs {
  const known = signs.get(source);
  if (known !== undefined) return known;
  const found = { declares: declaringWords.some((word) => text.includes(word)), classes: classLines(text) };
  signs.set(source, found);
  return found;
}

/** The name of each class statement with the words among its bases; a cheap look at lines, not a reading. */
function classLines(text: string): readonly (readonly [name: string, bases: readonly string[]])[] {
  if (!text.includes('class ')) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    if (!line.trimStart().startsWith('class ')) return [];
    const [name = '', ...bases] = statementFrom(lines, at)
      .slice('class '.length)
      .split(/[\s.,()[\]:=]+/);
    return [[name, bases] as const];
  });
}

/** The lines of a class statement up to its colon, as far as one may reasonably stretch. */
function statementFrom(lines: readonly string[], start: number): string {
  const longest = 12;
  let statement = (lines[start] ?? '').trimStart();
  for (let at = start + 1; !statement.includes(':') && at < Math.min(lines.length, start + longest); at += 1)
    statement += ` ${lines[at]}`;
  return statement;
}
