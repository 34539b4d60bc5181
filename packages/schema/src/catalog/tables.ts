import { type Table, type TableRef, tableLabel } from '../model/table';
import { CatalogError } from './catalog-error';
import { keyOf } from './objects';
import { RelationNames } from './relation-names';
import { constraintOf } from './table-step';

/** The tables of a catalog, and the names that they and their indexes take. What is demanded and not there is a `CatalogError`. */
export class CatalogTables {
  private readonly byKey = new Map<string, Table>();
  private readonly relationNames = new RelationNames();

  /** In the order in which they came. */
  get all(): readonly Table[] {
    return [...this.byKey.values()];
  }

  get(ref: TableRef): Table | null {
    return this.byKey.get(keyOf(ref)) ?? null;
  }

  /** The table that has an index, or a constraint with an index, of that name in that schema. */
  ofIndex({ schema, name }: TableRef): Table | null {
    const owner = this.relationNames.ownerOf(schema, name);
    return owner === null ? null : (this.byKey.get(owner) ?? null);
  }

  isNameTaken(schema: string, name: string): boolean {
    return this.relationNames.isTaken(schema, name) || this.get({ schema, name }) !== null;
  }

  /** Adds a table, or puts it in the place of the one of its name. */
  put(table: Table): void {
    const key = keyOf(table);
    const before = this.byKey.get(key);
    if (before === undefined) this.relationNames.add(table, key);
    else this.relationNames.replace(before, table, key);
    this.byKey.set(key, table);
  }

  remove(table: Table): void {
    this.relationNames.remove(table, keyOf(table));
    this.byKey.delete(keyOf(table));
  }

  replace(ref: TableRef, step: (table: Table) => Table): void {
    this.put(step(this.demand(ref)));
  }

  replaceEach(step: (table: Table) => Table): void {
    for (const table of this.byKey.values()) {
      const next = step(table);
      if (next !== table) this.put(next);
    }
  }

  demand(ref: TableRef): Table {
    const table = this.get(ref);
    if (table === null) throw new CatalogError(`table ${tableLabel(ref)} does not exist`);
    return table;
  }

  demandColumn(ref: TableRef, name: string): void {
    if (this.hasColumn(ref, name)) return;
    throw new CatalogError(`column ${tableLabel(ref)}.${name} does not exist`);
  }

  demandNoColumn(ref: TableRef, name: string): void {
    if (!this.hasColumn(ref, name)) return;
    throw new CatalogError(`column ${tableLabel(ref)}.${name} already exists`);
  }

  demandConstraint(ref: TableRef, constraint: Parameters<typeof constraintOf>[1]): void {
    if (constraintOf(this.demand(ref), constraint) !== null) return;
    throw new CatalogError(`constraint ${constraint.name} of table ${tableLabel(ref)} does not exist`);
  }

  private hasColumn(ref: TableRef, name: string): boolean {
    return this.demand(ref).columns.some((column) => column.name === name);
  }
}
