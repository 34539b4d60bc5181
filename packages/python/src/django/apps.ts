import { type Fact, type FileTree, unreadable } from '@canonical-schema/schema';
import type { PythonModule, PythonProgram } from '../syntax/program';
import type { ClassValue, ExternalValue, Value } from '../syntax/value';
import { stringOrNoneFact, truthFact } from './constants';
import type { AutoFieldName } from './model-state';

/** One Django application. */
export interface DjangoApp {
  /** Dotted name of its package. */
  readonly name: string;
  readonly label: string;
  /** `default_auto_field` of its AppConfig; null where it leaves that to the settings. */
  readonly autoField: Fact<AutoFieldName> | null;
  /** True where its package is installed rather than part of the project. */
  readonly external: boolean;
}

/** The app that an entry of INSTALLED_APPS names: a package, or a class in its `apps` module. Source: `AppConfig.create`. */
export function appOfEntry(entry: string, program: PythonProgram): DjangoApp | null {
  const config = configOfPath(entry, program);
  if (config !== null) return appOfConfig(config, lastDotRemoved(config.module), program);
  const apps = program.moduleNamed(`${entry}.apps`);
  const chosen = apps === null ? null : chosenConfig(apps, program);
  if (chosen !== null) return appOfConfig(chosen, entry, program);
  return isPackage(entry, program) ? plainApp(entry, program) : null;
}

function configOfPath(entry: string, program: PythonProgram): ClassValue | null {
  const last = entry.slice(entry.lastIndexOf('.') + 1);
  if (!/^[A-Z_]/.test(last)) return null;
  const value = program.valueAt(entry);
  return value.kind === 'class' ? value : null;
}

/** The one AppConfig of an `apps` module, or among several the one that says `default = True`. */
function chosenConfig(apps: PythonModule, program: PythonProgram): ClassValue | null {
  const configs = configsIn(apps, program);
  const candidates = configs.filter((each) => truth(each, 'default', program) !== false);
  if (candidates.length === 1) return candidates[0] ?? null;
  const marked = candidates.filter((each) => truth(each, 'default', program) === true);
  return marked.length === 1 ? (marked[0] ?? null) : null;
}

function configsIn(apps: PythonModule, program: PythonProgram): readonly ClassValue[] {
  return [...apps.namespace.bindings.values()]
    .map((binding) => binding.value)
    .filter((value) => value.kind === 'class')
    .filter((value) => program.mro(value).some((each) => each.kind === 'external' && isAppConfig(each)));
}

/** Django's own class, or one of a package that is not installed, by its name. */
function isAppConfig({ name, missing }: ExternalValue): boolean {
  return /^django\.apps\.(config\.)?AppConfig$/.test(name) || (missing !== null && name.endsWith('AppConfig'));
}

function truth(config: ClassValue, name: string, program: PythonProgram): boolean | null {
  const value = member(config, name, program);
  const fact = value === null ? null : truthFact(value);
  return typeof fact === 'boolean' ? fact : null;
}

function appOfConfig(config: ClassValue, packageName: string, program: PythonProgram): DjangoApp {
  const written = member(config, 'name', program);
  const name = written?.kind === 'str' ? written.value : packageName;
  const label = member(config, 'label', program);
  const auto = member(config, 'default_auto_field', program);
  return {
    ...plainApp(name, program),
    ...(label?.kind === 'str' ? { label: label.value } : {}),
    autoField: auto === null ? null : autoFieldOf(auto),
  };
}

function plainApp(name: string, program: PythonProgram): DjangoApp {
  const label = name.slice(name.lastIndexOf('.') + 1);
  return { name, label, autoField: null, external: isExternal(name, program) };
}

/** Asked of the package: its models may ask for the registry that is being read here. */
function isExternal(name: string, program: PythonProgram): boolean {
  const module = program.moduleNamed(name) ?? program.moduleNamed(`${name}.models`);
  return module === null ? true : module.isInstalled;
}

function isPackage(name: string, program: PythonProgram): boolean {
  return program.moduleNamed(name) !== null || program.moduleNamed(`${name}.models`) !== null;
}

/** A class's attribute along its bases; null where it has none that can be read. */
function member(config: ClassValue, name: string, program: PythonProgram): Value | null {
  for (const each of program.mro(config)) {
    if (each.kind !== 'class') continue;
    const value = each.body.bindings.get(name)?.value;
    if (value !== undefined) return value;
  }
  return null;
}

/** The class of implicit keys that a dotted path names: `django.db.models.BigAutoField`. */
export function autoFieldOf(value: Value): Fact<AutoFieldName> {
  const path = stringOrNoneFact(value);
  if (path === null) return unreadable('it is None');
  if (typeof path !== 'string') return path;
  const last = path.slice(path.lastIndexOf('.') + 1);
  if (last === 'AutoField' || last === 'BigAutoField' || last === 'SmallAutoField') return last;
  return unreadable(`the implicit key's class ${path} is not one of Django's`);
}

function lastDotRemoved(dotted: string): string {
  return dotted.slice(0, Math.max(0, dotted.lastIndexOf('.')));
}

/** Directories that hold no app of the project. */
const skippedDirectories = new Set([
  'node_modules',
  'site-packages',
  '__pycache__',
  'migrations',
  'tests',
  'test',
  'static',
  'templates',
  'locale',
]);

/** How deep below the root apps are looked for. */
const deepestApp = 8;

/** Directories at or below `root` that look like apps: they hold `models.py`, a `models` package or `apps.py`. Sorted. */
export function appDirectories(files: FileTree, root: string): readonly string[] {
  const found: string[] = [];
  const visit = (directory: string, depth: number): void => {
    const entries = files.list(directory);
    if (entries.some((entry) => entry.name === 'pyvenv.cfg')) return;
    if (entries.some(isAppMark)) found.push(directory);
    if (depth >= deepestApp) return;
    for (const entry of entries) {
      if (entry.kind !== 'directory' || skippedDirectories.has(entry.name) || entry.name.startsWith('.')) continue;
      if (entry.name !== 'models') visit(directory === '' ? entry.name : `${directory}/${entry.name}`, depth + 1);
    }
  };
  visit(root, 0);
  return found;
}

function isAppMark(entry: { readonly name: string; readonly kind: 'file' | 'directory' }): boolean {
  if (entry.kind === 'directory') return entry.name === 'models';
  return entry.name === 'models.py' || entry.name === 'apps.py';
}
