import type { MigrationKey } from '../migration';
import { nameFragment } from '../missing/described';
import type { KnownMigrations, NewMigration } from '../missing/new-migrations';
import type { NamedMigration } from './migration-text';

/** What names migrations besides their operations. */
export interface Naming {
  /** The name that all of them get behind their numbers; made from the operations where absent. */
  readonly name?: string | undefined;
  /** `20261123_0210`. */
  readonly timestamp: string;
}

/** The migrations with the names that their files get, following those that are there. Source: `arrange_for_graph`. */
export function namedMigrations(
  migrations: readonly NewMigration[],
  known: KnownMigrations,
  naming: Naming,
): readonly NamedMigration[] {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const arranged = migrations.map((migration) => {
    const { app } = migration;
    const index = counts.get(app) ?? 0;
    counts.set(app, index + 1);
    const leaf = known.leafOf(app);
    const number = (leaf === null ? 0 : numberOf(leaf)) + index + 1;
    const isFirst = index === 0 && leaf === null;
    const suffix = naming.name ?? (isFirst ? 'initial' : suggestedName(migration, naming.timestamp).slice(0, 100));
    const name = `${String(number).padStart(4, '0')}_${suffix}`;
    names.set(`${app}.${migration.name}`, name);
    const own: readonly MigrationKey[] = index === 0 && leaf !== null ? [{ app, name: leaf }] : [];
    return { ...migration, name, dependencies: [...migration.dependencies, ...own] };
  });
  return arranged.map((migration) => ({
    ...migration,
    dependencies: migration.dependencies.map(({ app, name }) => ({ app, name: names.get(`${app}.${name}`) ?? name })),
  }));
}

/** Source: `MigrationAutodetector.parse_number`. */
function numberOf(name: string): number {
  const squashed = /.*_squashed_(\d+)/.exec(name)?.[1];
  return Number(squashed ?? /^\d+/.exec(name)?.[0] ?? 0);
}

/** Source: `Migration.suggest_name`. */
function suggestedName({ initial, operations }: NewMigration, timestamp: string): string {
  if (initial) return 'initial';
  const [first, ...rest] = operations.map((operation) => nameFragment(operation).replace(/[^\p{L}\p{N}_]+/gu, '_'));
  if (first === undefined) return `auto_${timestamp}`;
  let name = first;
  for (const fragment of rest) {
    const longer = `${name}_${fragment}`;
    if (longer.length > 52) return `${name}_and_more`;
    name = longer;
  }
  return name;
}
