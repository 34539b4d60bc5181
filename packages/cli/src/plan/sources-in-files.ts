/** Words in the names of modules, and names of packages, that models are kept in. */
const moduleWords = ['model', 'table', 'entit', 'schema', 'database'];
const packageNames = ['models', 'tables', 'entities', 'orm'];

/**
 * Globs of the files among which descriptions of a database are looked for; static, as build tools want them, and
 * without braces, which Nx 22 does not take within the braces around them.
 */
export const sourceGlobs: readonly string[] = [
  '**/schema_canonical.sql',
  '**/manage.py',
  '**/orm*.py',
  ...moduleWords.map((word) => `**/*${word}*.py`),
  ...packageNames.map((name) => `**/${name}/**/*.py`),
];

/** Directories whose descriptions are examples, fixtures or history, not the database of the workspace. */
const sideDirectories = new Set([
  ...[
    'test',
    'tests',
    'testing',
    'example',
    'examples',
    'docs',
    'fixtures',
    'e2e',
    'versions',
    'migrations',
    'alembic',
  ],
  ...['node_modules', 'site-packages', '.venv', 'venv', 'dist', 'build'],
]);

/** The canonical SQL files, by their name. */
export function canonicalFilesIn(files: readonly string[]): readonly string[] {
  return files.filter((file) => isNamed(file, 'schema_canonical.sql') && !isAside(file)).sort();
}

/** The directories of Django's `manage.py`. A cheap test of its text tells it from a namesake. */
export function djangoRootsIn(files: readonly string[], textOf: (path: string) => string): readonly string[] {
  return files
    .filter((file) => isNamed(file, 'manage.py') && !isAside(file) && textOf(file).includes('django'))
    .map(directoryOf)
    .sort();
}

/**
 * The directories that hold SQLAlchemy models: one for each project, the deepest that holds all of its model files,
 * since models of one `Base` stand in several. `projectOf` gives the directory of the project around a file.
 */
export function sqlAlchemyRootsIn(
  files: readonly string[],
  textOf: (path: string) => string,
  projectOf: (path: string) => string,
): readonly string[] {
  const byProject = new Map<string, string[]>();
  for (const file of files) {
    if (!file.endsWith('.py') || isAside(file) || !definesModels(textOf(file))) continue;
    const project = projectOf(file);
    byProject.set(project, [...(byProject.get(project) ?? []), packageAround(file)]);
  }
  return [...byProject.values()].map(commonDirectory).sort();
}

/** The directory of a file, "." at the top. */
export function directoryOf(file: string): string {
  const cut = file.lastIndexOf('/');
  return cut < 0 ? '.' : file.slice(0, cut);
}

/** The deepest directory that holds all of these; "." where they share none. */
export function commonDirectory(directories: readonly string[]): string {
  const [first = [], ...others] = directories.map((directory) => (directory === '.' ? [] : directory.split('/')));
  const shared = first.findIndex((step, at) => others.some((steps) => steps[at] !== step));
  return (shared < 0 ? first : first.slice(0, shared)).join('/') || '.';
}

function isNamed(file: string, name: string): boolean {
  return file === name || file.endsWith(`/${name}`);
}

function isAside(file: string): boolean {
  return file.split('/').some((step) => sideDirectories.has(step));
}

/** A cheap test of the text, not a reading: is SQLAlchemy imported, and a table or model defined? */
function definesModels(text: string): boolean {
  const imports = /^[ \t]*(?:from|import)[ \t]+(?:sqlalchemy|flask_sqlalchemy|sqlmodel)\b/m.test(text);
  return imports && /__tablename__|\bmapped_column\(|\bTable\(|\btable=True|\bdb\.Model\b/.test(text);
}

/** `src/database` for `src/database/models.py` and `src/database/models/stock.py` alike: `Base` stands beside `models/`. */
function packageAround(file: string): string {
  const steps = file.split('/').slice(0, -1);
  const inner = steps.findIndex((step) => packageNames.includes(step));
  return (inner > 0 ? steps.slice(0, inner) : steps).join('/') || '.';
}
