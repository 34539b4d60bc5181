import type { Place } from '@canonical-schema/schema';
import type { ModelKey } from '../../model-state';
import type { DjangoVersion } from '../../version';
import type { Dependency } from './dependency';
import type { MigrationOperation } from './migration-operation';
import type { FactPart, FieldFacts, ModelFacts } from './model-facts';
import type { ModelOutline } from './outline';
import type { ModelRelations } from './relations';
import type { Term } from './term';

/** What `makemigrations` asks a person. */
export interface Questioner {
  isRenamedModel(old: ModelFacts, model: ModelFacts): boolean;
  isRenamedField(model: ModelFacts, old: FieldFacts, field: FieldFacts): boolean;
  /** The value that existing rows get in a new column that cannot be null. */
  valueOfAdded(model: ModelFacts, field: FieldFacts): Term;
  /** The value for rows where a column that may no longer be null is; null for leaving them. */
  valueOfNulls(model: ModelFacts, field: FieldFacts): Term | null;
}

/** What one side says of its models. Another process may have read it: no value of a program is in it. */
export interface Side {
  readonly models: ReadonlyMap<ModelKey, ModelOutline>;
  /** One of these models taken apart. */
  factsOf(key: ModelKey): ModelFacts;
  /** Of every model of the project: relations lead to apps that are not asked. */
  readonly relations: ReadonlyMap<ModelKey, ModelRelations>;
}

/** The models of both sides, of the apps that are asked. */
export interface Sides {
  readonly from: ReadonlyMap<ModelKey, ModelFacts>;
  readonly to: ReadonlyMap<ModelKey, ModelFacts>;
  readonly relationsFrom: Side['relations'];
  readonly relationsTo: Side['relations'];
  /** The models that swappable settings name, by setting. */
  readonly named: ReadonlyMap<string, ModelKey>;
  readonly version: DjangoVersion;
}

/** Something of a model that could not be compared with what migrations know. */
export interface Uncompared {
  readonly subject: string;
  readonly why: string;
  readonly place: Place | null;
  /** The model, by its key. */
  readonly model: ModelKey;
  /** Is it certain that something changes, though not what? */
  readonly isChange: boolean;
}

/** The work of one autodetection. Source: `MigrationAutodetector._detect_changes`. */
export class Detection {
  readonly operations = new Map<string, MigrationOperation[]>();
  readonly dependencies = new Map<MigrationOperation, readonly Dependency[]>();
  readonly uncompared: Uncompared[] = [];
  /** New keys of renamed models with the old ones. */
  readonly renamedModels = new Map<ModelKey, ModelKey>();
  /** By model and new name: the old name. */
  readonly renamedFields = new Map<string, string>();
  readonly oldFields = new Map<ModelKey, Set<string>>();
  readonly newFields = new Map<ModelKey, Set<string>>();
  readonly old: KeySets;
  readonly new: KeySets;
  private readonly doubted = new Set<string>();

  constructor(
    readonly sides: Sides,
    readonly questioner: Questioner,
  ) {
    this.old = keySets(sides.from);
    this.new = keySets(sides.to);
  }

  /** A model as its class says. */
  model(key: ModelKey): ModelFacts {
    return demand(this.sides.to.get(key), key);
  }

  /** The same model as migrations know it, under its old name. */
  before(key: ModelKey): ModelFacts {
    const old = this.renamedModels.get(key) ?? key;
    return demand(this.sides.from.get(old), old);
  }

  /** Is everything known of a part on both sides? Notes once where not. */
  isKnown(key: ModelKey, part: FactPart): boolean {
    const doubts = [...this.model(key).doubts, ...this.before(key).doubts].filter((each) => each.part === part);
    for (const { field, why, place } of doubts) this.note(key, field, why, place);
    return doubts.length === 0;
  }

  /** Notes that something of a model is not known. */
  note(key: ModelKey, field: string | null, why: string, place: Place | null, isChange = false): void {
    const { app, name, place: own } = this.sides.to.get(key) ?? demand(this.sides.from.get(key), key);
    const subject = field === null ? `${app}.${name}` : `${app}.${name}.${field}`;
    const id = `${subject}: ${why}`;
    if (this.doubted.has(id)) return;
    this.doubted.add(id);
    this.uncompared.push({ subject, why, place: place ?? own, model: key, isChange });
  }

  add(app: string, operation: MigrationOperation, dependencies: readonly Dependency[] = []): void {
    this.dependencies.set(operation, dependencies);
    const list = this.operations.get(app);
    if (list === undefined) this.operations.set(app, [operation]);
    else list.push(operation);
  }

  addFirst(app: string, operation: MigrationOperation, dependencies: readonly Dependency[]): void {
    this.dependencies.set(operation, dependencies);
    this.operations.set(app, [operation, ...(this.operations.get(app) ?? [])]);
  }
}

/** The keys of one side's models by what they are. */
export interface KeySets {
  readonly models: Set<ModelKey>;
  readonly proxies: Set<ModelKey>;
  readonly unmanaged: Set<ModelKey>;
}

function keySets(models: ReadonlyMap<ModelKey, ModelFacts>): KeySets {
  const sets: KeySets = { models: new Set(), proxies: new Set(), unmanaged: new Set() };
  for (const [key, { managed, proxy }] of models) {
    if (!managed) sets.unmanaged.add(key);
    else if (proxy) sets.proxies.add(key);
    else sets.models.add(key);
  }
  return sets;
}

/** The keys in both sets, sorted. */
export function inBoth(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] {
  return [...a].filter((key) => b.has(key)).sort();
}

/** The keys in the first set alone, sorted. */
export function onlyIn(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] {
  return [...a].filter((key) => !b.has(key)).sort();
}

/** The name part of a model's key. */
export function nameOfKey(key: ModelKey): string {
  return key.slice(key.indexOf('.') + 1);
}

/** The app part of a model's key. */
export function appOfKey(key: ModelKey): string {
  return key.slice(0, key.indexOf('.'));
}

function demand(facts: ModelFacts | undefined, key: ModelKey): ModelFacts {
  if (facts === undefined) throw new Error(`There is no model ${key}.`);
  return facts;
}
