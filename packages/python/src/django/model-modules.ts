import type { FileTree } from '@canonical-schema/schema';
import type { PythonModule, PythonProgram } from '../syntax/program';
import type { AppRegistry } from './app-registry';
import type { ModelClasses } from './model-class';

/** The modules whose classes Django registers as models: each app's `models`, and what these take model classes from. */
export function modelModules(
  apps: AppRegistry,
  program: PythonProgram,
  files: FileTree,
  classes: ModelClasses,
): readonly PythonModule[] {
  const modules = new Map<string, PythonModule>();
  const queue: PythonModule[] = [];
  const enqueue = (module: PythonModule | null): void => {
    if (module === null || modules.has(module.path)) return;
    modules.set(module.path, module);
    queue.push(module);
  };
  for (const app of apps.apps) {
    const module = program.moduleNamed(`${app.name}.models`);
    enqueue(module);
    for (const below of module === null ? [] : submodules(module, files)) enqueue(program.moduleNamed(below));
  }
  for (let module = queue.shift(); module !== undefined; module = queue.shift()) {
    for (const name of modelModuleNames(module, classes)) enqueue(program.moduleNamed(name));
  }
  return [...modules.values()];
}

/** Names of the other modules that define models which a module imports. */
function modelModuleNames(module: PythonModule, classes: ModelClasses): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { value } of module.namespace.bindings.values()) {
    if (value.kind === 'class' && value.module !== module.name && classes.modelhood(value).is === 'model') {
      names.add(value.module);
    }
  }
  return names;
}

/** Dotted names of the modules in a package's directory and below. */
function submodules(module: PythonModule, files: FileTree): readonly string[] {
  const names: string[] = [];
  const visit = (directory: string, dotted: string): void => {
    for (const { name, kind } of files.list(directory)) {
      if (kind === 'file' && name.endsWith('.py') && name !== '__init__.py')
        names.push(`${dotted}.${name.slice(0, -3)}`);
      if (kind === 'directory' && files.kindOf(`${directory}/${name}/__init__.py`) === 'file') {
        names.push(`${dotted}.${name}`);
        visit(`${directory}/${name}`, `${dotted}.${name}`);
      }
    }
  };
  if (module.isPackage) visit(module.path.slice(0, -'/__init__.py'.length), module.name);
  return names;
}
