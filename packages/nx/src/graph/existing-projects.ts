import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { directoryOf } from 'canonical-schema';
import { minimatch } from 'minimatch';

/** The projects that a workspace has without this plugin, as far as its files show. */
export interface ExistingProjects {
  /** The root of the project at or above a directory; null where none is. */
  rootAbove(directory: string): string | null;
  /** Names that are taken. */
  readonly names: ReadonlySet<string>;
}

/**
 * The projects of `project.json`, of the package.json files that the package manager's workspaces name, and of
 * pyproject.toml. One at the workspace's root counts only where another plugin makes it a project, for most are tools' settings.
 */
export function existingProjects(
  files: readonly string[],
  workspaceRoot: string,
  plugins: readonly unknown[],
): ExistingProjects {
  const textOf = (path: string) => read(join(workspaceRoot, path));
  const isPackage = packageMatcher(textOf);
  const python = plugins.some((plugin) => JSON.stringify(plugin).includes('python'));
  const isProjectFile: Readonly<Record<string, (file: string) => boolean>> = {
    'project.json': () => true,
    'package.json': isPackage,
    'pyproject.toml': (file) => (file === 'pyproject.toml' ? python : declaresProject(textOf(file))),
  };
  const found = files.filter((file) => isProjectFile[basename(file)]?.(file));
  const roots = new Set(found.map(directoryOf));
  return {
    rootAbove: (directory) => directoriesAbove(directory).find((above) => roots.has(above)) ?? null,
    names: new Set(found.map((file) => nameIn(textOf(file)) ?? basename(directoryOf(file)))),
  };
}

/** `a/b`, `a`, `.` for `a/b`. */
function directoriesAbove(directory: string): string[] {
  const above: string[] = [];
  for (let at = directory; at !== '.'; at = directoryOf(at)) above.push(at);
  return [...above, '.'];
}

/** Which package.json files Nx itself takes for projects: those of the workspaces, and a root one with an `nx` member. */
function packageMatcher(textOf: (path: string) => string): (file: string) => boolean {
  const root = parse(textOf('package.json'));
  const listed = [...listOf(root.workspaces), ...pnpmPackages(textOf('pnpm-workspace.yaml')), ...lernaPackages(textOf)];
  const patterns = listed.map((pattern) => `${pattern.replace(/^(!?)\.\//, '$1').replace(/\/$/, '')}/package.json`);
  const negative = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const positive = patterns.filter((pattern) => !pattern.startsWith('!'));
  return (file) => {
    if (file === 'package.json') return root.nx !== undefined;
    return positive.some((glob) => minimatch(file, glob)) && !negative.some((glob) => minimatch(file, glob));
  };
}

function listOf(workspaces: unknown): string[] {
  if (Array.isArray(workspaces)) return workspaces.map(String);
  return isObject(workspaces) && Array.isArray(workspaces.packages) ? workspaces.packages.map(String) : [];
}

/** The list under `packages:`; the only part of the file that matters, in the one form that pnpm's own documentation has. */
function pnpmPackages(yaml: string): string[] {
  const lines = yaml.split('\n');
  const start = lines.findIndex((line) => /^packages:\s*$/.test(line));
  const items = start < 0 ? [] : lines.slice(start + 1).map((line) => /^\s*-\s*['"]?([^'"#\s]+)/.exec(line)?.[1]);
  const end = items.indexOf(undefined);
  return items.slice(0, end < 0 ? undefined : end).filter((item) => item !== undefined);
}

function lernaPackages(textOf: (path: string) => string): string[] {
  return listOf(parse(textOf('lerna.json')).packages);
}

function declaresProject(toml: string): boolean {
  return /^\[(?:project|tool\.poetry)\]/m.test(toml);
}

/** The name that a project file gives: JSON's `name`, or the one of a pyproject's project table. */
function nameIn(text: string): string | null {
  const name = parse(text).name;
  if (typeof name === 'string') return name;
  return /^\[(?:project|tool\.poetry)\][^[]*?^name\s*=\s*["']([^"']+)/ms.exec(text)?.[1] ?? null;
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
