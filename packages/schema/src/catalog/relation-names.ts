import type { Table } from '../model/table';
import { constraintsOf } from './table-step';

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

  isTaken(schema: string, name: string): boolean {
    return this.owners.has(`${schema}\u0000${name}`);
  }

  /** The key of the table whose index or indexed constraint has that name. */
  ownerOf(schema: string, name: string): string | null {
    return this.owners.get(`${schema}\u0000${name}`)?.find((owner) => owner.isRelation)?.table ?? null;
  }
}

function namesOf(table: Table): { readonly name: string; readonly isRelation: boolean }[] {
  const constraints = constraintsOf(table).map(({ kind, name }) => ({
    name,
    isRelation: kind !== 'check' && kind !== 'foreign-key',
  }));
  const indexes = table.indexes.map(({ name }) => ({ name, isRelation: true }));
  return [...constraints, ...indexes].flatMap(({ name, isRelation }) => (name === null ? [] : [{ name, isRelation }]));
}
