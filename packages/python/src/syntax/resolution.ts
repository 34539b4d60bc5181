import type { FileTree } from '@canonical-schema/schema';

/** Where a dotted module name leads on disk. */
export type Location =
  | {
      readonly kind: 'module' | 'package';
      readonly path: string;
      readonly directory: string;
      readonly isInstalled: boolean;
      /** Does it only stand for a library that is not installed? */
      readonly standsIn?: boolean;
    }
  /** Directories without `__init__.py`, of which several may make up one package. */
  | { readonly kind: 'namespace'; readonly directories: readonly Directory[] };

interface Directory {
  readonly path: string;
  readonly isInstalled: boolean;
  readonly standsIn?: boolean;
}

/** Text that stands for libraries: where it lies, and the modules for which it is taken even where they are installed. */
export interface StandIns {
  readonly directory: string;
  readonly preferred: ReadonlySet<string>;
}

/** Finds modules under import roots and in installed packages as Python's path finder does. */
export class ModuleFinder {
  private readonly found = new Map<string, Location | null>();
  private readonly search: readonly Directory[];
  private readonly packages = new Map<string, boolean>();

  constructor(
    private readonly files: FileTree,
    roots: readonly string[],
    installed: readonly string[],
    private readonly standIns: StandIns | null = null,
  ) {
    this.search = [
      ...roots.map((path) => ({ path, isInstalled: false })),
      ...installed.map((path) => ({ path, isInstalled: true })),
      ...(standIns === null ? [] : [{ path: standIns.directory, isInstalled: true, standsIn: true }]),
    ];
  }

  /** Where `a.b.c` lies; null where nothing on the path holds it. */
  locate(name: string): Location | null {
    const known = this.found.get(name);
    if (known !== undefined) return known;
    const dot = name.lastIndexOf('.');
    const directories = dot < 0 ? this.search : this.directoriesOf(name.slice(0, dot));
    const location = this.preferred(name) ?? this.within(directories, name.slice(dot + 1));
    this.found.set(name, location);
    return location;
  }

  /** Is the module only text that stands for a library, or a directory of such text? */
  standsIn(name: string): boolean {
    const location = this.locate(name);
    if (location === null) return false;
    if (location.kind !== 'namespace') return location.standsIn === true;
    return location.directories.every((each) => each.standsIn === true);
  }

  private preferred(name: string): Location | null {
    if (this.standIns?.preferred.has(name) !== true) return null;
    const path = joined(this.standIns.directory, name.replaceAll('.', '/'));
    const parent = path.slice(0, path.lastIndexOf('/'));
    return this.within([{ path: parent, isInstalled: true, standsIn: true }], path.slice(parent.length + 1));
  }

  /** Is the part of the name before its first dot found under the project's own roots? */
  isOwn(name: string): boolean {
    const top = this.locate(name.split('.')[0] ?? name);
    if (top === null) return false;
    return top.kind === 'namespace' ? top.directories.some((each) => !each.isInstalled) : !top.isInstalled;
  }

  /** The dotted name of a file under one of the roots, the deepest that is no package itself; null under none. */
  nameOf(path: string): string | null {
    const inside = this.search
      .filter((each) => !each.isInstalled)
      .map((each) => ({ relative: relativeTo(each.path, path), isPackage: this.isPackage(each.path) }))
      .filter((each): each is { relative: string; isPackage: boolean } => each.relative !== null)
      .sort((a, b) => Number(a.isPackage) - Number(b.isPackage) || a.relative.length - b.relative.length)[0]?.relative;
    if (inside === undefined || !inside.endsWith('.py')) return null;
    const parts = inside.slice(0, -'.py'.length).split('/');
    if (parts[parts.length - 1] === '__init__') parts.pop();
    return parts.length === 0 ? null : parts.join('.');
  }

  private isPackage(directory: string): boolean {
    const known = this.packages.get(directory);
    if (known !== undefined) return known;
    const isPackage = this.files.kindOf(joined(directory, '__init__.py')) === 'file';
    this.packages.set(directory, isPackage);
    return isPackage;
  }

  private directoriesOf(parent: string): readonly Directory[] {
    const location = this.locate(parent);
    if (location === null || location.kind === 'module') return [];
    if (location.kind === 'namespace') return location.directories;
    return [{ path: location.directory, isInstalled: location.isInstalled, standsIn: location.standsIn === true }];
  }

  private within(directories: readonly Directory[], name: string): Location | null {
    if (name === '') return null;
    const namespaces: Directory[] = [];
    for (const { path, isInstalled, standsIn } of directories) {
      const directory = joined(path, name);
      const init = `${directory}/__init__.py`;
      if (this.files.kindOf(init) === 'file')
        return { kind: 'package', path: init, directory, isInstalled, standsIn: standsIn === true };
      const file = `${directory}.py`;
      if (this.files.kindOf(file) === 'file')
        return { kind: 'module', path: file, directory: path, isInstalled, standsIn: standsIn === true };
      if (this.files.kindOf(directory) === 'directory')
        namespaces.push({ path: directory, isInstalled, standsIn: standsIn === true });
    }
    return namespaces.length === 0 ? null : { kind: 'namespace', directories: namespaces };
  }
}

function joined(directory: string, name: string): string {
  return directory === '' || directory === '.' ? name : `${directory}/${name}`;
}

function relativeTo(root: string, path: string): string | null {
  if (root === '' || root === '.') return path.startsWith('/') ? null : path;
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null;
}
