import type { FileTree } from '@canonical-schema/schema';
import type { PythonModule, PythonProgram } from '../syntax/program';
import type { Value } from '../syntax/value';
import type { AppRegistry } from './app-registry';
import type { DjangoApp } from './apps';

/** The modules that may hold model classes. */
export interface ModelModules {
  /** Those that are imported when Django imports each app's `models`. */
  readonly imported: readonly PythonModule[];
  /** Modules of `models` packages that nothing imports: their classes are no models until something does. */
  readonly idle: readonly PythonModule[];
}

/** Finds the modules whose classes Django registers as models: those of all apps, or of some and what they import. */
export function modelModules(
  apps: AppRegistry,
  program: PythonProgram,
  files: FileTree,
  of: readonly DjangoApp[] = apps.apps,
): ModelModules {
  const roots = of.flatMap((app) => program.moduleNamed(`${app.name}.models`) ?? []);
  const imported = importedFrom(roots, apps, program);
  const idle = new Map<string, PythonModule>();
  const parts = apps.parts.map((name) => `${name}.models`);
  for (const name of [...roots.flatMap((module) => submodules(module, files)), ...parts]) {
    const module = program.moduleNamed(name);
    if (module !== null && !imported.has(module.path)) idle.set(module.path, module);
  }
  return { imported: [...imported.values()], idle: [...idle.values()] };
}

/** A models module outside every app: its classes are models where their Meta names the app, as a fork's originals do. */
const modelsModule = /\.models(\.|$)/;

/** Modules of installed apps that are reached through what modules bind, by path. */
function importedFrom(
  roots: readonly PythonModule[],
  apps: AppRegistry,
  program: PythonProgram,
): ReadonlyMap<string, PythonModule> {
  const reached = new Map<string, PythonModule>();
  const queue = [...roots];
  for (let module = queue.shift(); module !== undefined; module = queue.shift()) {
    if (reached.has(module.path)) continue;
    reached.set(module.path, module);
    for (const name of program.kept('modules imported', module, () => importedNames(module))) {
      const mayHold = apps.appOf(name) !== null || modelsModule.test(name);
      const next = mayHold ? program.moduleNamed(name) : null;
      if (next !== null) queue.push(next);
    }
  }
  return reached;
}

/** The modules that the values of a module's names come from, and the packages around these. */
function importedNames(module: PythonModule): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { value } of module.namespace.bindings.values()) {
    const name = moduleOf(value);
    if (name !== null && name !== module.name) names.add(name);
  }
  for (const name of [...names]) {
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) names.add(name.slice(0, dot));
  }
  return names;
}

function moduleOf(value: Value): string | null {
  if (value.kind === 'module') return value.name;
  return value.kind === 'class' || value.kind === 'function' ? value.module : null;
}

/** Dotted names of the modules in a package's directory and below. */
function submodules(module: PythonModule, files: FileTree): readonly string[] {
  const names: string[] = [];
  const visit = (directory: string, dotted: string): void => {
    for (const { name, kind } of files.list(directory)) {
      if (kind === 'file' && name.endsWith('.py') && name !== '__init__.py') {
        names.push(`${dotted}.${name.slice(0, -3)}`);
      }
      if (kind === 'directory' && files.kindOf(`${directory}/${name}/__init__.py`) === 'file') {
        names.push(`${dotted}.${name}`);
        visit(`${directory}/${name}`, `${dotted}.${name}`);
      }
    }
  };
  if (module.isPackage) visit(module.path.slice(0, -'/__init__.py'.length), module.name);
  return names;
}
