import type { Assumed, FileTree } from '@canonical-schema/schema';
import type { ExternalAnswers } from '../syntax/answers';
import type { PythonProgram } from '../syntax/program';
import { createPythonProgram } from '../syntax/python-program';
import { appDirectories } from './apps';
import { type Backend, backendOf } from './backends';
import { exportedNames } from './exported-names';
import { installedApps } from './installed-apps';
import type { DjangoModelsOptions } from './loaded-models';
import { schemaEditorName } from './migrations/editor-use';
import { ancestors, type DjangoProject, djangoProject, normalRoot } from './project';
import { settingsAnswers } from './registry-questions';
import { Settings } from './settings';
import { standIns, withKnownLibraries } from './third-party/stand-ins';
import { type DjangoVersion, djangoVersion } from './version';

/** A project ready to be read. */
export interface LoadedProject {
  readonly program: PythonProgram;
  readonly settings: Settings;
  readonly version: DjangoVersion;
  readonly backend: Backend;
  /** Versions that decided details. */
  readonly assumed: Assumed;
  /** Dotted names of the apps that lie below the project's root. */
  foundApps(): readonly string[];
  /** Dotted names of directories with models that lie inside an app, and are none of their own. */
  partsOfApps(): readonly string[];
  /** Does a file belong to an installed package? */
  isInstalled(path: string): boolean;
  /** Says who answers code that asks the app registry, which is itself read by the program. */
  answerWith(answers: ExternalAnswers): void;
}

/** Finds a project's import roots and settings. */
export function loadProject(options: DjangoModelsOptions, modules: FileTree = options.files): LoadedProject {
  const { files, installed } = options;
  const root = normalRoot(options.root);
  const project = djangoProject(files, root, options.settings);
  const version = djangoVersion(files, [...project.importRoots, root, ...ancestors(root)], installed, options.version);
  const { backend, assumed } = backendOf(options, version);
  const first = programOver(options, files, project.importRoots, version, backend, {});
  const settings = settingsOf(first, project);
  const importRoots = [...project.importRoots, ...rootsOfMissingApps(files, root, first, settings)];
  // Models ask for settings, so they are read by a program that knows them.
  let answers = settingsAnswers(settings);
  const constants = settings.constants();
  const program = programOver(options, modules, importRoots, version, backend, constants, (...call) =>
    answers(...call),
  );
  const appsAndParts = () => withoutParts(files, appDirectories(files, root));
  const dotted = (directories: readonly string[]) =>
    directories.flatMap((directory) => dottedBelow(importRoots, directory) ?? []);
  return {
    program,
    settings: settingsOf(program, project),
    version,
    backend,
    assumed: { django: version.from, ...assumed },
    foundApps: () => dotted(appsAndParts().apps),
    partsOfApps: () => dotted(appsAndParts().parts),
    answerWith: (given) => {
      answers = given;
    },
    isInstalled: (path) => installed.some((directory) => path.startsWith(`${directory}/`)),
  };
}

/** Django itself is not read as text; code that asks for its version is told the one that is assumed. */
function programOver(
  { installed, syntaxes }: DjangoModelsOptions,
  files: FileTree,
  roots: readonly string[],
  version: DjangoVersion,
  backend: Backend,
  settings: ReturnType<Settings['constants']>,
  answers: ExternalAnswers = () => null,
): PythonProgram {
  const known = {
    ...exportedNames,
    ...settings,
    'django.VERSION': [version.major, version.minor, 0, 'final', 0],
    ...connectionAnswers(backend),
    ...Object.fromEntries(logLevels.map(([name, level]) => [`logging.${name}`, level])),
  };
  return createPythonProgram({
    files: withKnownLibraries(files),
    roots,
    installed,
    frameworks: ['django'],
    known,
    answers,
    standIns,
    ...(syntaxes === undefined ? {} : { syntaxes }),
  });
}

/** What code that asks for the connection is told, a schema editor's too. */
function connectionAnswers({ vendor, sql, features, engine }: Backend): Readonly<Record<string, string | boolean>> {
  const { traits } = sql;
  const answers: Readonly<Record<string, string | boolean>> = {
    vendor,
    'settings_dict.ENGINE': engine,
    'features.supports_comments': traits.hasComments,
    'features.supports_covering_indexes': traits.hasIndexOptions,
    'features.supports_deferrable_unique_constraints': features.hasDeferrableUniques,
    'features.supports_expression_indexes': features.hasExpressionIndexes,
    'features.supports_json_field': true,
    'features.supports_partial_indexes': traits.hasPartialIndexes,
    'features.supports_table_check_constraints': features.hasChecks,
  };
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => [
      [`django.db.connection.${name}`, value],
      [`${schemaEditorName}.connection.${name}`, value],
    ]),
  );
}

/** Constants of the standard library that choices are made of. */
const logLevels: readonly (readonly [string, number])[] = [
  ['NOTSET', 0],
  ['DEBUG', 10],
  ['INFO', 20],
  ['WARNING', 30],
  ['WARN', 30],
  ['ERROR', 40],
  ['CRITICAL', 50],
  ['FATAL', 50],
];

function settingsOf(program: PythonProgram, project: DjangoProject): Settings {
  return new Settings(project.settings === null ? null : program.moduleNamed(project.settings));
}

/**
 * Directories that a project must have put on `sys.path` itself, for an entry of INSTALLED_APPS is found only below
 * them: `apps/` for the entry `shop` of `apps/shop/`.
 */
function rootsOfMissingApps(
  files: FileTree,
  root: string,
  program: PythonProgram,
  settings: Settings,
): readonly string[] {
  const missing = missingEntries(program, settings);
  if (missing.length === 0) return [];
  const roots = new Set<string>();
  const directories = appDirectories(files, root);
  for (const entry of missing) {
    const suffix = `/${entry.replaceAll('.', '/')}`;
    const directory = directories.find((each) => `/${each}`.endsWith(suffix));
    if (directory !== undefined) roots.add(directory.slice(0, Math.max(0, directory.length - suffix.length)));
  }
  return [...roots];
}

function missingEntries(program: PythonProgram, settings: Settings): readonly string[] {
  const entries = installedApps(settings).entries.map((entry) => entry.replace(/\.apps\.\w+$/, ''));
  return entries.filter((entry) => !entry.startsWith('django.') && program.moduleNamed(entry) === null);
}

/** Directories without `apps.py` and migrations inside one that has either: its models are split over them. */
function withoutParts(
  files: FileTree,
  directories: readonly string[],
): { readonly apps: readonly string[]; readonly parts: readonly string[] } {
  const marked = directories.filter(
    (each) => files.kindOf(`${each}/apps.py`) === 'file' || files.kindOf(`${each}/migrations`) === 'directory',
  );
  const isPart = (directory: string): boolean =>
    !marked.includes(directory) && marked.some((each) => directory.startsWith(`${each}/`));
  return { apps: directories.filter((each) => !isPart(each)), parts: directories.filter(isPart) };
}

/** The dotted name of a directory below the first import root that holds it; null for an import root itself. */
function dottedBelow(roots: readonly string[], directory: string): string | null {
  for (const root of roots) {
    const prefix = root === '' ? '' : `${root}/`;
    if (directory !== root && directory.startsWith(prefix)) return directory.slice(prefix.length).replaceAll('/', '.');
  }
  return null;
}
