/** What a cache needs to know of a module. */
interface Kept {
  readonly path: string;
}

/** The modules of a program by name and path, null where there is none to read, and those that run at the moment. */
export class ModuleCache<M extends Kept> {
  private readonly byName = new Map<string, M | null>();
  private readonly byPath = new Map<string, M | null>();
  /** The modules that run, each imported by the one before. */
  private readonly running: M[] = [];
  private readonly early = new Set<M>();
  private readonly forgotten = new Set<string>();

  /** The module of a name; undefined where it was not asked for yet. */
  named(name: string): M | null | undefined {
    return this.byName.get(name);
  }

  /** The module of a file; undefined where it was not asked for yet. */
  at(path: string): M | null | undefined {
    return this.byPath.get(path);
  }

  /** Gives a module a name, and the file's path where it has one. */
  keep(name: string, path: string | null, module: M | null): void {
    this.byName.set(name, module);
    if (path !== null) this.byPath.set(path, module);
  }

  /** Did the file's module run before, too early? */
  ranBefore(path: string): boolean {
    return this.forgotten.has(path);
  }

  /** Runs a module. One that ran too early is forgotten, once: modules that need each other while they run come to an end. */
  run(module: M, body: () => void): void {
    this.running.push(module);
    body();
    this.running.pop();
    if (!this.early.has(module) || this.forgotten.has(module.path)) return;
    this.forgotten.add(module.path);
    this.byPath.delete(module.path);
    for (const [name, known] of this.byName) if (known === module) this.byName.delete(name);
  }

  /**
   * A module that asks one still running for a name that is not bound yet was only reached because more is evaluated here
   * than Python runs at import. What came of it is not kept: it runs again when next asked for.
   */
  noteAskedHalfRun(half: M): void {
    const at = this.running.indexOf(half);
    if (at >= 0) for (const later of this.running.slice(at + 1)) this.early.add(later);
  }
}
