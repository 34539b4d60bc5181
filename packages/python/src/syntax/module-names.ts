import type { Place } from '@canonical-schema/schema';
import { STANDARD_LIBRARY } from './evaluator/builtin-names';
import { STANDARD_EXPORTS } from './evaluator/standard-exports';
import { constantValue, type KnownConstant } from './known-constants';
import type { PythonProgramOptions } from './program-options';
import type { ModuleFinder } from './resolution';
import type { Scope } from './scope';
import type { UnknownValue, Value } from './value';
import { externalValue, unknownValue } from './values';

/** What names of modules ask of the program that runs these. */
interface Asked<M> {
  load(module: string): M | null;
  /** The meaning of a name led back to itself. */
  noteCircle(): void;
  /** A name was asked for that a module, which may still be running, has not bound. */
  noteAskedHalfRun(module: M): void;
  /** What a module's own `__getattr__` returns for a name; null where that is not known. */
  givenBy(getattr: Value, name: string, place: Place): Value | null;
}

/** What the names of modules mean to one another: those that are read, those that are not, and those that are not there. */
export class ModuleNames<M extends { readonly scope: Scope }> {
  private readonly frameworks: ReadonlySet<string>;
  private readonly installed: readonly string[];
  private readonly known: Readonly<Record<string, KnownConstant>>;

  constructor(
    private readonly finder: ModuleFinder,
    { frameworks, installed, known, pythonVersion = [3, 12] }: PythonProgramOptions,
    private readonly asked: Asked<M>,
  ) {
    this.frameworks = new Set(frameworks);
    this.installed = installed;
    this.known = { 'sys.version_info': [...pythonVersion, 99], ...known };
  }

  /** Is it a framework's, the standard library's or otherwise not read as text? */
  isExternal(name: string): boolean {
    const top = name.split('.')[0] ?? name;
    if (this.frameworks.has(top)) return true;
    return STANDARD_LIBRARY.has(top) && !this.finder.isOwn(name);
  }

  missing(name: string): 'certain' | 'perhaps' | null {
    const isThere = (module: string): boolean => this.finder.locate(module) !== null && !this.finder.standsIn(module);
    if (this.isExternal(name) || isThere(name)) return null;
    const isTopFound = isThere(name.split('.')[0] ?? name);
    return isTopFound || this.installed.length > 0 ? 'certain' : 'perhaps';
  }

  external(name: string, place: Place, missing: string | null): Value {
    const known = this.known[name];
    return known === undefined ? externalValue(name, place, missing) : constantValue(known, place);
  }

  importModule(name: string, place: Place): Value {
    if (this.isExternal(name)) return externalValue(name, place);
    if (this.finder.locate(name) === null) return externalValue(name, place, `module "${name}" was not found`);
    return { kind: 'module', name, place };
  }

  readonly nameIn = (module: string, name: string, place: Place): Value => {
    const imported = this.importModule(module, place);
    if (imported.kind === 'external') return this.external(`${module}.${name}`, place, imported.missing);
    const loaded = this.asked.load(module);
    const bound = loaded?.scope.bindings.get(name);
    if (bound?.assigned === true && !bound.isResolving) return bound.value;
    if (bound?.isResolving === true) this.asked.noteCircle();
    const submodule = `${module}.${name}`;
    if (this.finder.locate(submodule) !== null) return { kind: 'module', name: submodule, place };
    if (this.finder.standsIn(module)) return externalValue(submodule, place, `module "${module}" was not found`);
    if (loaded === null) return unknownValue(`the module ${module} has no ${name}`, place);
    this.asked.noteAskedHalfRun(loaded);
    const hidden = loaded.scope.obscured[0];
    if (hidden !== undefined) return unknownValue(`${name} may come from elsewhere: ${hidden.why}`, place);
    const getattr = loaded.scope.bindings.get('__getattr__')?.value;
    if (getattr === undefined) return unknownValue(`the module ${module} has no ${name}`, place);
    return this.asked.givenBy(getattr, name, place) ?? unknownValue(`${module}.__getattr__ gives ${name}`, place);
  };

  starNames(module: string, place: Place): readonly string[] | UnknownValue {
    const imported = this.importModule(module, place);
    const why = `from ${module} import *`;
    if (imported.kind === 'external') return this.exportedNames(module) ?? unknownValue(why, place);
    const loaded = this.asked.load(module);
    if (loaded === null) return [];
    const all = loaded.scope.bindings.get('__all__')?.value;
    if (all?.kind === 'list' || all?.kind === 'tuple') {
      return all.items.flatMap((item) => (item.kind === 'str' ? [item.value] : []));
    }
    return [...loaded.scope.bindings.values()]
      .filter((bound) => bound.assigned && !bound.name.startsWith('_'))
      .map((bound) => bound.name);
  }

  /** What a module that is not read says it exports; null where nobody said. */
  private exportedNames(module: string): readonly string[] | null {
    const told = this.known[`${module}.__all__`] ?? STANDARD_EXPORTS[module];
    return Array.isArray(told) ? told.filter((name) => typeof name === 'string') : null;
  }
}
