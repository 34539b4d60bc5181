import type { Named } from '../model/constraint';
import type { Table } from '../model/table';

/** The names of indexes and constraints, by schema: where PostgreSQL looks when it needs a free name. */
export class RelationNames {
  /** Owners by name: two tables may each have a check of one name. */
  private readonly owners = new Map<string, { readonly table: string; readonly isRelation: boolean }[]>();

  add(table: Table, key: string): void {
    for (const { name, isRelation } of namesOf(table)) {
      const at = `${table.schema}\u0000${name}`;
      this.owners.set(at, [...(this.owners.get(at) ?? []), { table: key, isRelation }]);
    }
  }

  remove(table: Table, key: string): void {
    for (const { name } of namesOf(table)) {
      const at = `${table.schema}\u0000${name}`;
      const left = (this.owners.get(at) ?? []).filter((owner) => owner.table !== key);
      if (left.length === 0) this.owners.delete(at);
      else this.owners.set(at, left);
    }
  }

  /** Puts the names of a table as it is now in the place of those that it had. */
  replace(before: Table, table: Table, key: string): void {
    if (hasSameNames(before, table)) return;
    this.remove(before, key);
    this.add(table, key);
  }

  isTaken(schema: string, name: string): boolean {
    return this.owners.has(`${schema}\u0000${name}`);
  }

  /** The key of the table whose index or indexed constraint has that name. */
  ownerOf(schema: string, name: string): string | null {
    return this.owners.get(`${schema}\u0000${name}`)?.find((owner) => owner.isRelation)?.table ?? null;
  }
}

/** A change of columns alone leaves every list of named objects as it was. */
function hasSameNames(before: Table, table: Table): boolean {
  return (
    before.schema === table.schema &&
    before.primaryKey === table.primaryKey &&
    before.uniques === table.uniques &&
    before.foreignKeys === table.foreignKeys &&
    before.checks === table.checks &&
    before.exclusions === table.exclusions &&
    before.indexes === table.indexes
  );
}

interface RelationName {
  readonly name: string;
  readonly isRelation: boolean;
}

function namesOf(table: Table): readonly RelationName[] {
  const names: RelationName[] = [];
  const take = (objects: readonly Named[], isRelation: boolean) => {
    for (const { name } of objects) if (name !== null) names.push({ name, isRelation });
  };
  if (table.primaryKey !== null) take([table.primaryKey], true);
  take(table.uniques, true);
  take(table.foreignKeys, false);
  take(table.checks, false);
  take(table.exclusions, true);
  take(table.indexes, true);
  return names;
}
