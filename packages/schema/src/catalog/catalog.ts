import { assertNever } from '../assert-never';
import type { Change } from '../change';
import { mapFact } from '../fact';
import type { Domain, EnumType, OtherObject, Schema, Sequence } from '../model/schema';
import { type Table, type TableRef, tableLabel } from '../model/table';
import { CatalogError } from './catalog-error';
import { dropOwned, followColumns, followOwner } from './column-parts';
import { withLabel } from './labels';
import { add, columnOf, demand, keyOf, type OtherRef, otherKeyOf, remove, replaceKey, setKeyOf } from './objects';
import { followingColumn, followingTable, followingType, hasType, withoutReferences } from './ripple';
import { opaqueSqlText, type SqlText } from './sql-text';
import {
  constraintOf,
  withAlteredColumn,
  withColumn,
  withConstraint,
  withoutColumn,
  withoutConstraint,
  withRenamedColumn,
  withRenamedConstraint,
} from './table-step';
import { CatalogTables } from './tables';

/**
 * A database's catalog that changes are applied to, one after the other, with everything that PostgreSQL does along:
 * renames ripple into keys, references, expressions and types, a dropped object takes its dependents with it, as
 * CASCADE does. Objects are immutable values; only the catalog's own maps live.
 */
export class Catalog {
  private readonly tables = new CatalogTables();
  private readonly enums = new Map<string, EnumType>();
  private readonly domains = new Map<string, Domain>();
  private readonly sequences = new Map<string, Sequence>();
  private readonly others = new Map<string, OtherObject>();

  constructor(
    schema: Schema | null = null,
    private readonly sql: SqlText = opaqueSqlText,
  ) {
    for (const table of schema?.tables ?? []) this.tables.put(table);
    for (const type of schema?.enums ?? []) this.enums.set(keyOf(type), type);
    for (const domain of schema?.domains ?? []) this.domains.set(keyOf(domain), domain);
    for (const sequence of schema?.sequences ?? []) this.sequences.set(keyOf(sequence), sequence);
    for (const other of schema?.others ?? []) this.others.set(otherKeyOf(other), other);
  }

  /** What the catalog holds now; later changes do not touch it. */
  schema(): Schema {
    return {
      tables: this.tables.all,
      enums: [...this.enums.values()],
      domains: [...this.domains.values()],
      sequences: [...this.sequences.values()],
      others: [...this.others.values()],
    };
  }

  table(ref: TableRef): Table | null {
    return this.tables.get(ref);
  }

  enum(ref: TableRef): EnumType | null {
    return this.enums.get(keyOf(ref)) ?? null;
  }

  domain(ref: TableRef): Domain | null {
    return this.domains.get(keyOf(ref)) ?? null;
  }

  sequence(ref: TableRef): Sequence | null {
    return this.sequences.get(keyOf(ref)) ?? null;
  }

  /** The sequence that a column owns. */
  sequenceOf({ schema, name }: TableRef, column: string): Sequence | null {
    for (const sequence of this.sequences.values()) {
      const { ownedBy } = sequence;
      if (ownedBy?.column === column && ownedBy.table === name && ownedBy.schema === schema) return sequence;
    }
    return null;
  }

  other(ref: OtherRef): OtherObject | null {
    return this.others.get(otherKeyOf(ref)) ?? null;
  }

  /** The table that has an index, or a constraint with an index, of that name in that schema. */
  tableOfIndex(ref: TableRef): Table | null {
    return this.tables.ofIndex(ref);
  }

  /** Is this name taken in the schema by a relation or, as PostgreSQL looks for free names, by a constraint? */
  isNameTaken(schema: string, name: string): boolean {
    return this.tables.isNameTaken(schema, name) || this.sequence({ schema, name }) !== null;
  }

  /** Makes one change. Throws `CatalogError` where an object it names is missing or, for an addition, already there. */
  apply(change: Change): void {
    switch (change.kind) {
      case 'add-table':
        this.addTable(change.table);
        return;
      case 'drop-table':
        this.dropTable(change.table);
        return;
      case 'rename-table':
        this.renameTable(change.table, change.to);
        return;
      case 'add-column':
        this.tables.demandNoColumn(change.table, change.column.name);
        this.tables.replace(change.table, (table) => withColumn(table, change.column));
        return;
      case 'drop-column':
        this.dropColumn(change.table, change.column);
        return;
      case 'rename-column':
        this.renameColumn(change.table, change.column, change.to);
        return;
      case 'alter-column':
        this.tables.demandColumn(change.table, change.column);
        this.tables.replace(change.table, (table) => withAlteredColumn(table, change.column, change.set));
        return;
      case 'add-constraint':
        this.tables.replace(change.table, (table) => withConstraint(table, change.constraint));
        return;
      case 'drop-constraint':
        this.dropConstraint(change);
        return;
      case 'rename-constraint':
        this.tables.demandConstraint(change.table, change.constraint);
        this.tables.replace(change.table, (table) => withRenamedConstraint(table, change.constraint, change.to));
        return;
      case 'add-index':
        this.tables.replace(change.table, (table) => ({ ...table, indexes: [...table.indexes, change.index] }));
        return;
      case 'drop-index':
        this.dropIndex(change.table, change.index);
        return;
      case 'rename-index':
        this.tables.replace(change.table, (table) => ({
          ...table,
          indexes: table.indexes.map((index) =>
            index.name === change.index ? { ...index, name: change.to, nameGiven: true } : index,
          ),
        }));
        return;
      case 'set-table-comment':
        this.tables.replace(change.table, (table) => ({ ...table, comment: change.comment }));
        return;
      case 'add-enum':
        add(this.enums, change.enum, 'type');
        return;
      case 'drop-enum':
        this.dropType(this.enums, change.enum);
        return;
      case 'rename-enum':
        this.renameEnum(change.enum, change.to);
        return;
      case 'add-enum-label':
        this.alterLabels(change.enum, (labels) => withLabel(labels, change.label, change.position));
        return;
      case 'rename-enum-label':
        this.alterLabels(change.enum, (labels) => labels.map((l) => (l === change.label ? change.to : l)));
        return;
      case 'add-domain':
        add(this.domains, change.domain, 'type');
        return;
      case 'alter-domain':
        this.alterDomain(change.domain, change.to);
        return;
      case 'drop-domain':
        this.dropType(this.domains, change.domain);
        return;
      case 'add-sequence':
        add(this.sequences, change.sequence, 'sequence');
        return;
      case 'alter-sequence':
        replaceKey(this.sequences, change.sequence, change.to, 'sequence');
        return;
      case 'drop-sequence':
        remove(this.sequences, change.sequence, 'sequence');
        return;
      case 'add-other':
        this.others.set(otherKeyOf(change.other), change.other);
        return;
      case 'drop-other':
        this.others.delete(otherKeyOf(change.other));
        return;
      default:
        assertNever(change);
    }
  }

  /** Notes that a part of a table could not be read. Not a change: it says less about the database, not more. */
  noteUnread(ref: TableRef, part: Table['unread'][number]): void {
    this.tables.replace(ref, (table) => ({ ...table, unread: [...table.unread, part] }));
  }

  private addTable(table: Table): void {
    if (this.table(table) !== null) throw new CatalogError(`table ${tableLabel(table)} already exists`);
    this.tables.put(table);
  }

  private dropTable(ref: TableRef): void {
    this.tables.remove(this.tables.demand(ref));
    this.tables.replaceEach((table) => withoutReferences(table, ref, () => true));
    followColumns(this.others, ref, () => null);
    dropOwned(this.sequences, ref);
  }

  private renameTable(ref: TableRef, to: TableRef): void {
    const table = this.tables.demand(ref);
    if (this.table(to) !== null) throw new CatalogError(`table ${tableLabel(to)} already exists`);
    this.tables.remove(table);
    this.tables.put({ ...table, schema: to.schema, name: to.name });
    this.tables.replaceEach((other) => followingTable(other, ref, to));
    followColumns(this.others, ref, (other) => ({ ...other, schema: to.schema, table: to.name }));
    followOwner(this.sequences, ref, (owner) => ({ ...owner, schema: to.schema, table: to.name }));
  }

  private dropColumn(ref: TableRef, name: string): void {
    this.tables.demandColumn(ref, name);
    this.tables.replace(ref, (table) => withoutColumn(table, name, this.sql));
    this.tables.replaceEach((table) => withoutReferences(table, ref, (columns) => columns.includes(name)));
    followColumns(this.others, ref, (other) => (other.name === name ? null : other));
    dropOwned(this.sequences, ref, name);
  }

  private renameColumn(ref: TableRef, from: string, to: string): void {
    this.tables.demandColumn(ref, from);
    this.tables.demandNoColumn(ref, to);
    this.tables.replace(ref, (table) => withRenamedColumn(table, from, to, this.sql));
    this.tables.replaceEach((table) => followingColumn(table, ref, from, to));
    followColumns(this.others, ref, (other) => (other.name === from ? { ...other, name: to } : other));
    followOwner(this.sequences, ref, (owner) => ({ ...owner, column: owner.column === from ? to : owner.column }));
  }

  private dropConstraint({ table: ref, constraint }: Extract<Change, { kind: 'drop-constraint' }>): void {
    this.tables.demandConstraint(ref, constraint);
    const dropped = constraintOf(this.tables.demand(ref), constraint);
    this.tables.replace(ref, (table) => withoutConstraint(table, constraint));
    if (dropped?.kind === 'primary-key' || dropped?.kind === 'unique') this.dropReferencesTo(ref, dropped.columns);
  }

  private dropIndex(ref: TableRef, name: string): void {
    const index = this.tables.demand(ref).indexes.find((candidate) => candidate.name === name);
    if (index === undefined) throw new CatalogError(`index ${name} does not exist`);
    this.tables.replace(ref, (table) => ({ ...table, indexes: table.indexes.filter((other) => other !== index) }));
    const columns = index.keys.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : []));
    if (index.unique) this.dropReferencesTo(ref, columns);
  }

  /** Foreign keys hold on to the key that they reference; another one on the same columns keeps them. */
  private dropReferencesTo(ref: TableRef, columns: readonly string[]): void {
    const lost = setKeyOf(columns);
    const table = this.tables.demand(ref);
    const keys = [table.primaryKey, ...table.uniques].map((key) => key && setKeyOf(key.columns));
    const unique = table.indexes.filter((index) => index.unique).map((index) => setKeyOf(index.keys.flatMap(columnOf)));
    if ([...keys, ...unique].includes(lost)) return;
    this.tables.replaceEach((other) => withoutReferences(other, ref, (target) => setKeyOf(target) === lost));
  }

  private renameEnum(ref: TableRef, to: TableRef): void {
    const type = demand(this.enums, ref, 'type');
    replaceKey(this.enums, ref, { ...type, schema: to.schema, name: to.name }, 'type');
    this.followType(ref, to);
  }

  private alterDomain(ref: TableRef, to: Domain): void {
    replaceKey(this.domains, ref, to, 'type');
    if (keyOf(ref) !== keyOf(to)) this.followType(ref, to);
  }

  private followType(ref: TableRef, to: TableRef): void {
    const [before, after] = [this.sql.typeText(ref), this.sql.typeText(to)];
    this.tables.replaceEach((table) => followingType(table, before, after));
    for (const [key, domain] of this.domains) {
      if (domain.type === before) this.domains.set(key, { ...domain, type: after });
    }
  }

  private alterLabels(ref: TableRef, step: (labels: readonly string[]) => readonly string[]): void {
    const type = demand(this.enums, ref, 'type');
    this.enums.set(keyOf(ref), { ...type, labels: mapFact(type.labels, step) });
  }

  /** A type takes the columns of that type with it. */
  private dropType<T>(types: Map<string, T>, ref: TableRef): void {
    remove(types, ref, 'type');
    const name = this.sql.typeText(ref);
    for (const table of this.tables.all) {
      for (const column of table.columns) {
        if (hasType(column, name)) this.dropColumn(table, column.name);
      }
    }
  }
}
