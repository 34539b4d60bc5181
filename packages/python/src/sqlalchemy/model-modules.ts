import type { PythonModule } from '../syntax/program';
import { loadSqlAlchemyModels, type SqlAlchemyOptions } from './load-models';

/** How Python itself imports the models. */
export interface ModelModules {
  /** The directories that `sys.path` has to hold, in the form of the tree's paths; the tree's top is the empty path. */
  readonly roots: readonly string[];
  /** The modules that hold models, dotted. */
  readonly modules: readonly string[];
}

/** The modules that a reading of the models is made from, as the reading names them. */
export function sqlAlchemyModules(options: SqlAlchemyOptions): ModelModules {
  const { modules } = loadSqlAlchemyModels(options);
  return {
    roots: [...new Set(modules.map(rootOf))].sort(),
    modules: [...new Set(modules.map(({ name }) => name))].sort(),
  };
}

/** What is left of a module's path once its name is taken from its end. */
function rootOf({ name, path }: PythonModule): string {
  const bare = path.replace(/(\/__init__)?\.py$/, '');
  return bare.slice(0, Math.max(0, bare.length - name.length - 1));
}
