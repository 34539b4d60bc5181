import { isAtLeast } from '../../version';
import type { MigrationKey } from '../migration';
import { type Dependency, resolved, satisfies } from './dependency';
import type { Detection } from './detection';
import type { MigrationOperation } from './migration-operation';
import { optimized } from './reduce';
import { CircularDependencies, layeredOrder, topologicalOrder } from './topological-order';

/** A migration that is to be written. `auto_1` and the like are its names until all are known. */
export interface NewMigration extends MigrationKey {
  readonly operations: readonly MigrationOperation[];
  /** On other migrations, new ones under their first names; `__setting__` stands before the name of a setting. */
  readonly dependencies: readonly MigrationKey[];
  readonly initial: boolean;
}

/** What is known of the migrations that are there. */
export interface KnownMigrations {
  /** Labels of the apps that migrations know models of. */
  readonly existingApps: ReadonlySet<string>;
  /** The last migration of an app; null where it has none. */
  leafOf(app: string): string | null;
}

/** The operations of a detection as migrations that wait for each other. Throws `CircularDependencies`. */
export function newMigrations(detection: Detection, known: KnownMigrations): readonly NewMigration[] {
  const sorted = sortedOperations(detection);
  const cut = new Cutting(sorted, detection, known).cut();
  return [...cut].flatMap(([app, migrations]) =>
    migrations.map(({ name, operations, dependencies }, index) => {
      const before = index === 0 ? undefined : migrations[index - 1]?.name;
      const all = before === undefined ? dependencies : [...dependencies, { app, name: before }];
      return {
        app,
        name,
        operations: optimized(operations, app, detection.sides.version),
        dependencies: withoutRepeats(all),
        initial: !known.existingApps.has(app),
      };
    }),
  );
}

function withoutRepeats(keys: readonly MigrationKey[]): readonly MigrationKey[] {
  return [...new Map(keys.map((key) => [`${key.app}.${key.name}`, key])).values()];
}

/** Each app's operations in an order that is possible. Source: `_sort_migrations`. */
function sortedOperations(detection: Detection): ReadonlyMap<string, readonly MigrationOperation[]> {
  const order = isAtLeast(detection.sides.version, 5, 0) ? topologicalOrder : layeredOrder;
  const sorted = new Map<string, readonly MigrationOperation[]>();
  for (const [app, operations] of [...detection.operations].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const waitsFor = (operation: MigrationOperation): readonly (readonly MigrationOperation[])[] =>
      (detection.dependencies.get(operation) ?? [])
        .map((dependency) => resolved(dependency, detection))
        .filter((dependency) => dependency.app === app)
        .map((dependency) => operations.filter((other) => satisfies(other, dependency)));
    sorted.set(app, order(operations, waitsFor));
  }
  return sorted;
}

interface CutMigration {
  readonly name: string;
  readonly operations: readonly MigrationOperation[];
  readonly dependencies: readonly MigrationKey[];
}

/** Cuts each app's operations where they have to wait for another app's. Source: `_build_migration_list`. */
class Cutting {
  private readonly left: Map<string, MigrationOperation[]>;
  private readonly migrations = new Map<string, CutMigration[]>();
  private isChopping = false;

  constructor(
    operations: ReadonlyMap<string, readonly MigrationOperation[]>,
    private readonly detection: Detection,
    private readonly known: KnownMigrations,
  ) {
    this.left = new Map([...operations].map(([app, each]) => [app, [...each]]));
  }

  cut(): ReadonlyMap<string, readonly CutMigration[]> {
    let count = this.count();
    while (count > 0) {
      for (const app of [...this.left.keys()].sort()) this.cutApp(app);
      const after = this.count();
      if (after === count && this.isChopping) {
        throw new CircularDependencies('operations of several apps wait for each other');
      }
      if (after === count) this.isChopping = true;
      count = after;
    }
    return this.migrations;
  }

  private count(): number {
    return [...this.left.values()].reduce((sum, { length }) => sum + length, 0);
  }

  private cutApp(app: string): void {
    const operations = this.left.get(app) ?? [];
    const dependencies: MigrationKey[] = [];
    let ready = 0;
    for (const operation of operations) {
      const found = this.dependenciesOf(operation, app);
      if (found === null) break;
      dependencies.push(...found);
      ready += 1;
      // What is cut off waits for nothing any more.
      this.left.set(app, operations.slice(ready));
    }
    if (ready === 0 && dependencies.length === 0) return;
    if (ready < operations.length && !this.isChopping) {
      this.left.set(app, operations);
      return;
    }
    const list = this.migrations.get(app) ?? [];
    list.push({ name: `auto_${list.length + 1}`, operations: operations.slice(0, ready), dependencies });
    this.migrations.set(app, list);
    this.isChopping = false;
  }

  /** The migrations of other apps that an operation needs; null where it has to wait for them. */
  private dependenciesOf(operation: MigrationOperation, app: string): readonly MigrationKey[] | null {
    const found: MigrationKey[] = [];
    for (const original of this.detection.dependencies.get(operation) ?? []) {
      const dependency = resolved(original, this.detection);
      if (dependency.app === app) continue;
      const isAhead = (this.left.get(dependency.app) ?? []).some((other) => satisfies(other, dependency));
      const key = isAhead ? null : this.keyOf(original, dependency);
      if (key === null) return null;
      found.push(key);
    }
    return found;
  }

  private keyOf(original: Dependency, { app }: Dependency): MigrationKey | null {
    if (original.on === 'setting') return { app: original.app, name: original.model };
    const last = this.migrations.get(app)?.at(-1);
    if (last !== undefined) return { app, name: last.name };
    // Which migration holds it is not known: the last one surely does.
    return this.isChopping ? { app, name: this.known.leafOf(app) ?? '__first__' } : null;
  }
}
