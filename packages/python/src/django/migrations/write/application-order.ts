import type { NamedMigration } from './migration-text';

/** New migrations with those that they depend on before them. */
export function inOrderOfApplication(migrations: readonly NamedMigration[]): readonly NamedMigration[] {
  const label = ({ app, name }: { readonly app: string; readonly name: string }): string => `${app}.${name}`;
  const byLabel = new Map(migrations.map((migration) => [label(migration), migration]));
  const ordered = new Set<NamedMigration>();
  const visit = (migration: NamedMigration, entered: ReadonlySet<NamedMigration>): void => {
    if (ordered.has(migration) || entered.has(migration)) return;
    for (const key of migration.dependencies) {
      const needed = byLabel.get(label(key));
      if (needed !== undefined) visit(needed, new Set([...entered, migration]));
    }
    ordered.add(migration);
  };
  for (const migration of migrations) visit(migration, new Set());
  return [...ordered];
}
