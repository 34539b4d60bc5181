import { ModuleTrail } from './module-trail';

/** What a cache needs to know of a module. */
interface Kept {
  readonly path: string;
}

/** The modules of a program by name and path, null where there is none to read, and those that run at the moment. */
export class ModuleCache<M extends Kept> {
  readonly trail: ModuleTrail<M>;
  private readonly byName = new Map<string, M | null>();
  private readonly byPath = new Map<string, M | null>();
  /** The modules that run, each imported by the one before. */
  private readonly running: M[] = [];
  private readonly early = new Set<M>();
  private readonly forgotten = new Set<string>();
  private isCircular = false;

  /** `entered` is told of every module that a run reaches, once and in order. */
  constructor(entered: (module: M) => void) {
    this.trail = new ModuleTrail(entered);
  }

  /** How many modules are kept. */
  get size(): number {
    return this.byPath.size;
  }

  /** Did every module run once, and was there a text for each? Only then can some be kept where others changed. */
  get isWhole(): boolean {
    const isOrderly = this.forgotten.size === 0 && !this.isCircular && !this.trail.isDisordered;
    return isOrderly && ![...this.byPath.values()].includes(null);
  }

  /** The module of a name; undefined where it was not asked for yet. */
  named(name: string): M | null | undefined {
    return this.met(this.byName.get(name));
  }

  /** The module of a file; undefined where it was not asked for yet. */
  at(path: string): M | null | undefined {
    return this.met(this.byPath.get(path));
  }

  /** Gives a module a name, and the file's path where it has one. */
  keep(name: string, path: string | null, module: M | null): void {
    this.byName.set(name, module);
    if (path !== null) this.byPath.set(path, module);
  }

  /** Is it the module that its file has now? */
  stands(module: M): boolean {
    return this.byPath.get(module.path) === module;
  }

  /** Begins another run, without the modules that changed and those that need them; false where that cannot be. */
  begin(hasChanged: (module: M) => boolean): boolean {
    const fallen = this.trail.begin(this.modules, hasChanged);
    for (const module of fallen ?? []) this.forget(module);
    return fallen !== null;
  }

  /** Every module that there is. */
  get modules(): readonly M[] {
    return [...this.byPath.values()].filter((module) => module !== null);
  }

  /** Did the file's module run before, too early? */
  ranBefore(path: string): boolean {
    return this.forgotten.has(path);
  }

  /** A module's body begins to run; `ended` has to follow. */
  begun(module: M): void {
    this.trail.reach(module);
    this.running.push(module);
    this.trail.open(module);
  }

  /** It has run. One that ran too early is forgotten, once: modules that need each other while they run come to an end. */
  ended(module: M): void {
    this.trail.close();
    this.running.pop();
    if (!this.early.has(module) || this.forgotten.has(module.path)) return;
    this.forgotten.add(module.path);
    this.forget(module);
  }

  /**
   * A module that asks one still running for a name that is not bound yet was only reached because more is evaluated here
   * than Python runs at import. What came of it is not kept: it runs again when next asked for.
   */
  noteAskedHalfRun(half: M): void {
    for (const later of this.runningSince(half)) this.early.add(later);
  }

  /** The meaning of a name led back to itself: where that begins decides what comes of it. */
  noteCircle(): void {
    this.isCircular = true;
  }

  private met(module: M | null | undefined): M | null | undefined {
    if (module === null || module === undefined) return module;
    this.trail.reach(module);
    for (const later of this.runningSince(module)) this.trail.noteHalfRun(later, module);
    return module;
  }

  private runningSince(half: M): readonly M[] {
    const at = this.running.indexOf(half);
    return at < 0 ? [] : this.running.slice(at + 1);
  }

  private forget(module: M): void {
    this.byPath.delete(module.path);
    for (const [name, known] of this.byName) if (known === module) this.byName.delete(name);
  }
}
