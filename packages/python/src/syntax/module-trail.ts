/** What a trail needs to know of a module. */
interface Trailed {
  readonly path: string;
}

/** A value that is found when it is first asked for, and by then known to whoever asks again. */
export interface Late<T> {
  find(): T;
  /** Notes that somebody asked for what was found before: it is as if it were found once more. */
  again(): void;
}

interface Result {
  readonly from: ReadonlySet<Trailed>;
  readonly value: unknown;
}

/**
 * Which modules were asked for what, by modules, by results that readers keep, and by the run at hand. A program that is
 * asked again after a file changed knows by it which modules stand, and what a run that began anew would have read.
 */
export class ModuleTrail<M extends Trailed> {
  /** The modules that each asker reached, innermost last. */
  private readonly asking: Set<M>[] = [];
  /** What a module's body reached when it ran, in order. */
  private readonly reachedBy = new Map<M, Set<M>>();
  /** What the names of the module at a path reached when they were asked for. */
  private readonly lateNeeds = new Map<string, Set<M>>();
  /** Modules that were half run when the body of this one asked for them. */
  private readonly halfRun = new Map<M, Set<M>>();
  private readonly reached = new Set<M>();
  /** What every run reaches before all else. */
  private ground: readonly M[] = [];
  private readonly results = new Map<string, WeakMap<object, Result>>();
  private isOutOfOrder = false;

  /** `entered` is told of every module that a run reaches, once and in order. */
  constructor(private readonly entered: (module: M) => void) {}

  /** Could what was kept depend on the order in which modules were reached, and is that another one now? */
  get isDisordered(): boolean {
    return this.isOutOfOrder;
  }

  /** Did the body of a module ask for one that was half run? */
  get hasHalfRun(): boolean {
    return this.halfRun.size > 0;
  }

  /** Somebody asks for a module. */
  reach(module: M): void {
    this.asking[this.asking.length - 1]?.add(module);
    this.enter(module);
  }

  /** A module's body begins to run. */
  open(module: M): void {
    const reached = new Set<M>();
    this.reachedBy.set(module, reached);
    this.asking.push(reached);
  }

  /** The body that began last has run. */
  close(): void {
    this.asking.pop();
  }

  /** A module's body asked for one that is half run: they stand or fall together, and only in this order. */
  noteHalfRun(module: M, half: M): void {
    entryOf(this.halfRun, module).add(half);
  }

  /** What one of the names of the module at a path means, found when asked for. */
  late<T>(path: string, find: () => T): Late<T> {
    const reached = new Set<M>();
    return {
      find: () => {
        this.asking.push(reached);
        try {
          return find();
        } finally {
          this.asking.pop();
          for (const each of reached) {
            if (each.path !== path) entryOf(this.lateNeeds, path).add(each);
            this.asking[this.asking.length - 1]?.add(each);
          }
        }
      },
      again: () => {
        for (const each of reached) this.reach(each);
      },
    };
  }

  /** What a reader makes of an object of the program: made once, for as long as every module stands that it asked for. */
  kept<T>(what: string, of: object, make: () => T, stands: (from: ReadonlySet<M>, known: T) => boolean): T {
    const results = this.results.get(what) ?? new WeakMap<object, Result>();
    this.results.set(what, results);
    const known = results.get(of);
    const from = known?.from as ReadonlySet<M> | undefined;
    if (known !== undefined && from !== undefined && stands(from, known.value as T)) {
      for (const each of from) this.reach(each);
      return known.value as T;
    }
    const reached = new Set<M>();
    this.asking.push(reached);
    try {
      const value = make();
      results.set(of, { from: reached, value });
      return value;
    } finally {
      this.asking.pop();
      for (const each of reached) this.asking[this.asking.length - 1]?.add(each);
    }
  }

  /** What was reached up to now is where every run begins. */
  layGround(): void {
    this.ground = [...this.reached];
  }

  /** Every module that the run at hand reached, in order. */
  get sofar(): readonly M[] {
    return [...this.reached];
  }

  /** Begins another run. Gives the modules that fall with those that changed; null where the ground is among them. */
  begin(modules: readonly M[], hasChanged: (module: M) => boolean): ReadonlySet<M> | null {
    const fallen = this.fallenWith(modules, modules.filter(hasChanged));
    if (this.ground.some((module) => fallen.has(module))) return null;
    for (const module of fallen) {
      for (const all of [this.reachedBy, this.halfRun]) all.delete(module);
      this.lateNeeds.delete(module.path);
    }
    this.reached.clear();
    this.isOutOfOrder = false;
    for (const module of this.ground) this.enter(module);
    return fallen;
  }

  private fallenWith(modules: readonly M[], changed: readonly M[]): ReadonlySet<M> {
    const fallen = new Set(changed);
    if (changed.length === 0) return fallen;
    const needing = new Map<M, Set<M>>();
    for (const module of modules) {
      const needs = [this.reachedBy.get(module), this.halfRun.get(module), this.lateNeeds.get(module.path)];
      for (const all of needs) for (const needed of all ?? []) entryOf(needing, needed).add(module);
    }
    for (const module of fallen) for (const each of needing.get(module) ?? []) fallen.add(each);
    return fallen;
  }

  /** A module that stands from an earlier run brings along what it reached when its body ran. */
  private enter(module: M): void {
    if (this.reached.has(module)) return;
    this.reached.add(module);
    this.entered(module);
    for (const half of this.halfRun.get(module) ?? []) if (!this.reached.has(half)) this.isOutOfOrder = true;
    for (const each of this.reachedBy.get(module) ?? []) this.enter(each);
  }
}

function entryOf<K, V>(all: Map<K, Set<V>>, key: K): Set<V> {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = new Set<V>();
  all.set(key, made);
  return made;
}
