import type { Place } from '@canonical-schema/schema';
import { BORN, bornAt, madeAt, nextBirth } from './birth';
import type { Late } from './module-trail';
import type { Binding, DictValue, Namespace, SequenceValue, UnknownValue, Value } from './value';
import { unknownValue } from './values';

/** A binding whose value or annotation may be found only when asked for: imports are followed late. */
export class BoundName implements Binding {
  private known: Value | null;
  private knownAnnotation: Value | null | undefined;
  /** True while its value is being found: whoever asks meanwhile finds no such name, as in a module half run. */
  isResolving = false;

  constructor(
    readonly name: string,
    readonly place: Place,
    private readonly source: Value | Late<Value>,
    readonly options: {
      readonly annotation?: Late<Value> | undefined;
      readonly assigned?: boolean;
      readonly condition?: string | null;
      /** Keeps an answer only once it is final: a name of a module still running may come yet. */
      readonly isFinal?: (value: Value) => boolean;
    } = {},
  ) {
    this.known = 'find' in source ? null : source;
  }

  get value(): Value {
    if (!('find' in this.source)) return this.source;
    if (this.known !== null) {
      this.source.again();
      return this.known;
    }
    if (this.isResolving) return unknownValue(`the import of ${this.name} leads back to itself`, this.place);
    this.isResolving = true;
    const value = this.source.find();
    this.isResolving = false;
    if (this.options.isFinal?.(value) ?? true) this.known = value;
    return value;
  }

  get annotation(): Value | null {
    const { annotation } = this.options;
    if (annotation === undefined) return null;
    if (this.knownAnnotation === undefined) {
      this.knownAnnotation = null;
      this.knownAnnotation = annotation.find();
    } else annotation.again();
    return this.knownAnnotation;
  }

  get assigned(): boolean {
    return this.options.assigned ?? true;
  }

  get condition(): string | null {
    return this.options.condition ?? null;
  }

  /** The same binding, existing only under a condition. */
  under(condition: string): BoundName {
    const both = this.condition === null ? condition : `${condition} and ${this.condition}`;
    return new BoundName(this.name, this.place, this.source, { ...this.options, condition: both });
  }
}

/** Where names live: a module, a class body, a function call or a comprehension. */
export class Scope implements Namespace {
  readonly bindings = new Map<string, BoundName>();
  readonly obscured: UnknownValue[] = [];
  /** Names that `global` or `nonlocal` gave to an outer scope. */
  readonly elsewhere = new Map<string, Scope>();

  /** When it was made: a branch knows by it what it made itself. */
  readonly [BORN] = nextBirth();

  constructor(
    readonly kind: 'module' | 'class' | 'function',
    readonly parent: Scope | null,
  ) {}

  /** The scope of the module that all of this stands in. */
  get module(): Scope {
    let scope: Scope = this;
    while (scope.parent !== null) scope = scope.parent;
    return scope;
  }
}

type Contents = readonly Value[] | DictValue['entries'];
type Container = SequenceValue | DictValue;

/** What a branch changed, as it stood when the branch ended; null where a name was unbound. */
export interface Changes {
  readonly names: ReadonlyMap<Scope, ReadonlyMap<string, BoundName | null>>;
  readonly containers: ReadonlyMap<Container, Contents>;
  /** The branch began then: what is younger exists in it alone. */
  readonly since: number;
}

/**
 * Writes down what is bound and mutated, so that a branch that may not be taken can be run and taken back. Writes
 * outside any branch are not recorded.
 */
export class Journal {
  private open: { names: Map<Scope, Map<string, BoundName | null>>; containers: Map<Container, Contents> }[] = [];
  /** The module that runs, and the moment since when only it makes anything; none while readers ask. */
  private owner: { readonly path: string | null; readonly scope: Scope | null; since: number };
  private hasReachedOut = false;

  constructor() {
    this.owner = { path: null, scope: null, since: nextBirth() };
  }

  /** Did code change what another module made: `setattr` of its class, `append` to its list? */
  get reachedOut(): boolean {
    return this.hasReachedOut;
  }

  /** A scope may have names from now on that are not known. */
  obscure(scope: Scope, unknown: UnknownValue): void {
    this.noteWrite(scope);
    scope.obscured.push(unknown);
  }

  private noteWrite(scope: Scope): void {
    if (scope.module !== this.owner.scope && bornAt(scope) <= this.owner.since) this.hasReachedOut = true;
  }

  private noteChange(container: Container): void {
    if (container.place.path !== this.owner.path && madeAt(container) < this.owner.since) this.hasReachedOut = true;
  }

  /** Binds a name, or unbinds it with null. */
  bind(scope: Scope, name: string, bound: BoundName | null): void {
    const target = scope.elsewhere.get(name) ?? scope;
    if (target.kind !== 'function' || target !== scope) this.noteWrite(target);
    const names = this.open[this.open.length - 1]?.names;
    if (names !== undefined) {
      const before = names.get(target) ?? new Map<string, BoundName | null>();
      names.set(target, before);
      if (!before.has(name)) before.set(name, target.bindings.get(name) ?? null);
    }
    if (bound === null) target.bindings.delete(name);
    else target.bindings.set(name, bound);
  }

  /** Gives a list, set or dict other contents, in place: every name that has it sees them. */
  fill(container: Container, contents: Contents): void {
    this.noteChange(container);
    const containers = this.open[this.open.length - 1]?.containers;
    if (containers !== undefined && !containers.has(container)) containers.set(container, contentsOf(container));
    refill(container, contents);
  }

  /** Turns a container into an unknown, for everyone who holds it. Not taken back by an enclosing branch. */
  spoil(container: Container, unknown: UnknownValue): void {
    this.noteChange(container);
    Object.assign(container, { items: [], entries: [], ...unknown });
  }

  /** Runs a branch, then takes back all that it changed. */
  tryOut<T>(branch: () => T): { readonly result: T; readonly changes: Changes } {
    const before = {
      names: new Map<Scope, Map<string, BoundName | null>>(),
      containers: new Map<Container, Contents>(),
    };
    const since = nextBirth();
    this.open.push(before);
    const result = branch();
    this.open.pop();
    const names = new Map<Scope, Map<string, BoundName | null>>();
    for (const [scope, bounds] of before.names) {
      if (bornAt(scope) > since) continue;
      names.set(scope, new Map([...bounds.keys()].map((name) => [name, scope.bindings.get(name) ?? null])));
      for (const [name, bound] of bounds) {
        if (bound === null) scope.bindings.delete(name);
        else scope.bindings.set(name, bound);
      }
    }
    const containers = new Map<Container, Contents>();
    for (const [container, contents] of before.containers) {
      if (bornAt(container) > since) continue;
      containers.set(container, contentsOf(container));
      refill(container, contents);
    }
    return { result, changes: { names, containers, since } };
  }

  /**
   * Runs a module's body: what it makes is its own. It stands outside all open branches, for a module that is first
   * imported in one stays imported.
   */
  runModule({ path, scope }: { readonly path: string; readonly scope: Scope }, body: () => void): void {
    const { open, owner } = this;
    this.open = [];
    this.owner = { path, scope, since: nextBirth() };
    body();
    this.open = open;
    this.owner = owner;
    owner.since = nextBirth();
  }

  /** How many branches are open: a number to come back to with `abandon`. */
  get branches(): number {
    return this.open.length;
  }

  /** Leaves the branches beyond that many as they are, where running them had to be given up. */
  abandon(branches: number): void {
    this.open.length = branches;
  }

  /** Makes the changes of a branch that turned out to be the only one. */
  replay(changes: Changes): void {
    for (const [scope, bounds] of changes.names) for (const [name, bound] of bounds) this.bind(scope, name, bound);
    for (const [container, contents] of changes.containers) this.fill(container, contents);
  }
}

function contentsOf(container: Container): Contents {
  return container.kind === 'dict' ? container.entries : container.items;
}

function refill(container: Container, contents: Contents): void {
  const key = container.kind === 'dict' ? 'entries' : 'items';
  Object.assign(container, { [key]: contents });
}
