import type { Remark } from '@canonical-schema/schema';
import { type Migration, type MigrationKey, migrationLabel } from './migration';
import { brokenMigration, conflictingMigrations } from './remarks';

/** The order in which `migrate` applies migrations to an empty database, and what is wrong with it. */
export interface MigrationPlan {
  readonly order: readonly Migration[];
  /** The last migrations of each app. */
  readonly leaves: readonly Migration[];
  readonly remarks: readonly Remark[];
}

/** A migration among those it depends on and those that depend on it. */
interface Node {
  readonly key: string;
  readonly app: string;
  readonly name: string;
  /** Null for one that a dependency names and no file holds. */
  readonly migration: Migration | null;
  readonly parents: Set<Node>;
  readonly children: Set<Node>;
  /** Who named it, where no file holds it. */
  readonly namedBy: Migration | null;
}

/**
 * Plans migrations as Django does. Dependencies on apps that are not read as text (Django's own, packages that are not
 * installed here) are taken for met. Source: `MigrationLoader.build_graph`, `MigrationGraph`.
 */
export function planMigrations(migrations: readonly Migration[], migratedApps: ReadonlySet<string>): MigrationPlan {
  const graph = new Graph(migratedApps);
  for (const migration of migrations) graph.add(migration);
  for (const migration of migrations) graph.linkWithin(migration);
  for (const migration of migrations) graph.linkBetween(migration);
  for (const migration of migrations) graph.replace(migration);
  const remarks = [...graph.missing(), ...graph.cycles(), ...graph.conflicts()];
  const leaves = graph.leaves();
  return { order: graph.order(), leaves: leaves.flatMap(({ migration }) => migration ?? []), remarks };
}

class Graph {
  private readonly nodes = new Map<string, Node>();

  constructor(private readonly migratedApps: ReadonlySet<string>) {}

  add(migration: Migration): void {
    this.put(migration, migration, null);
  }

  linkWithin(migration: Migration): void {
    for (const parent of migration.dependencies) {
      if (parent.app === migration.app && parent.name !== '__first__') this.link(migration, parent, migration);
    }
  }

  linkBetween(migration: Migration): void {
    for (const dependency of migration.dependencies) {
      const parent = dependency.app === migration.app ? null : this.checked(dependency, migration);
      if (parent !== null) this.link(migration, parent, migration);
    }
    for (const dependant of migration.runBefore) {
      const child = this.checked(dependant, migration);
      if (child !== null) this.link(child, migration, migration);
    }
  }

  /** On an empty database none of the replaced migrations is applied, so the replacing one always stands for them. */
  replace(migration: Migration): void {
    const own = this.nodes.get(migrationLabel(migration));
    if (migration.replaces.length === 0 || own === undefined) return;
    const replaced = new Set(migration.replaces.map(migrationLabel));
    for (const key of replaced) {
      const node = this.nodes.get(key);
      if (node === undefined || node === own) continue;
      this.nodes.delete(key);
      for (const child of node.children) {
        child.parents.delete(node);
        if (!replaced.has(child.key)) connect(child, own);
      }
      for (const parent of node.parents) {
        parent.children.delete(node);
        if (!replaced.has(parent.key)) connect(own, parent);
      }
    }
  }

  missing(): readonly Remark[] {
    return [...this.nodes.values()].flatMap((node) => {
      if (node.migration !== null || node.namedBy === null) return [];
      const why = `it depends on ${node.key}, which does not exist. Correct the dependency, or restore that migration.`;
      return [brokenMigration(node.namedBy, why, [node.namedBy.place])];
    });
  }

  /** One finding for each set of migrations that depend on each other. */
  cycles(): readonly Remark[] {
    const remarks: Remark[] = [];
    const done = new Set<Node>();
    for (const start of this.sorted()) {
      const cycle = cycleFrom(start, done);
      const migrations = cycle.flatMap(({ migration }) => migration ?? []);
      const [first] = migrations;
      if (first === undefined) continue;
      const names = [...migrations, first].map(migrationLabel).join(', ');
      const why = `its dependencies run in a circle: ${names}. Remove one of them.`;
      const places = migrations.map(({ place }) => place);
      remarks.push(brokenMigration(first, why, places));
    }
    return remarks;
  }

  conflicts(): readonly Remark[] {
    const byApp = new Map<string, Migration[]>();
    for (const { app, migration } of this.leaves()) {
      if (migration !== null && !migration.external) byApp.set(app, [...(byApp.get(app) ?? []), migration]);
    }
    return [...byApp].flatMap(([app, leaves]) => (leaves.length > 1 ? [conflictingMigrations(app, leaves)] : []));
  }

  /** Nodes that no other of their own app depends on. */
  leaves(): readonly Node[] {
    return this.sorted().filter(({ app, children }) => ![...children].some((child) => child.app === app));
  }

  order(): readonly Migration[] {
    const planned = new Set<Node>();
    const entered = new Set<Node>();
    for (const leaf of [...this.leaves(), ...this.sorted()]) this.visit(leaf, entered, planned);
    return [...planned].flatMap(({ migration }) => migration ?? []);
  }

  /** Django's depth-first search: parents in order of their keys, the last first. */
  private visit(start: Node, entered: Set<Node>, planned: Set<Node>): void {
    const stack: [node: Node, isDone: boolean][] = [[start, false]];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const [node, isDone] = top;
      if (isDone) planned.add(node);
      if (isDone || entered.has(node)) continue;
      entered.add(node);
      stack.push([node, true], ...inOrder(node.parents).map((parent): [Node, boolean] => [parent, false]));
    }
  }

  /** The migration that `__first__` and `__latest__` stand for; null where nothing is to wait for. */
  private checked(key: MigrationKey, from: MigrationKey): MigrationKey | null {
    if (!this.migratedApps.has(key.app)) return null;
    if (key.name !== '__first__' && key.name !== '__latest__') return key;
    if (key.app === from.app) return null;
    const ofApp = this.sorted().filter((node) => node.app === key.app && node.migration !== null);
    const neighbours = (node: Node): ReadonlySet<Node> => (key.name === '__first__' ? node.parents : node.children);
    return ofApp.find((node) => ![...neighbours(node)].some((other) => other.app === node.app)) ?? null;
  }

  private link(child: MigrationKey, parent: MigrationKey, by: Migration): void {
    connect(this.put(child, null, by), this.put(parent, null, by));
  }

  private put(key: MigrationKey, migration: Migration | null, namedBy: Migration | null): Node {
    const label = migrationLabel(key);
    const known = this.nodes.get(label);
    if (known !== undefined) return known;
    const { app, name } = key;
    const node: Node = { key: label, app, name, migration, parents: new Set(), children: new Set(), namedBy };
    this.nodes.set(label, node);
    return node;
  }

  private sorted(): readonly Node[] {
    return inOrder(this.nodes.values());
  }
}

function connect(child: Node, parent: Node): void {
  child.parents.add(parent);
  parent.children.add(child);
}

function inOrder(nodes: Iterable<Node>): readonly Node[] {
  return [...nodes].sort((a, b) => compare(a.app, b.app) || compare(a.name, b.name));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first circle reached from a node through nodes not looked at before; empty for none. */
function cycleFrom(start: Node, done: Set<Node>): readonly Node[] {
  if (done.has(start)) return [];
  const path: Node[] = [];
  const onPath = new Set<Node>();
  const stack: [node: Node, isLeft: boolean][] = [[start, false]];
  let cycle: readonly Node[] = [];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [node, isLeft] = top;
    if (isLeft) {
      onPath.delete(node);
      path.pop();
      continue;
    }
    if (onPath.has(node) && cycle.length === 0) cycle = path.slice(path.indexOf(node)).reverse();
    if (done.has(node)) continue;
    done.add(node);
    onPath.add(node);
    path.push(node);
    stack.push([node, true], ...inOrder(node.parents).map((parent): [Node, boolean] => [parent, false]));
  }
  return cycle;
}
