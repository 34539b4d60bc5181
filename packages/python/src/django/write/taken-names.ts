import type { Table } from '@canonical-schema/schema';
import { keyOf } from './model-table';
import type { Problem } from './problem';

/** The lists of Meta whose names Django wants to be unique among all models, though PostgreSQL does not. */
export type NamedMember = 'indexes' | 'constraints';

/** The names that models give to indexes and constraints. */
export class TakenNames {
  private readonly tables = new Map<string, Table | { readonly schema: string; readonly name: string }>();

  constructor(tables: readonly Table[]) {
    for (const table of tables) {
      for (const { name, nameGiven, unique } of table.indexes)
        if (nameGiven) this.note(unique ? 'constraints' : 'indexes', name, table);
      for (const { name, nameGiven } of [...table.uniques, ...table.checks, ...table.exclusions]) {
        if (nameGiven) this.note('constraints', name, table);
      }
    }
  }

  /** Gives a name to an object of a table; why it cannot have it, or null. */
  take(
    member: NamedMember,
    name: string | null,
    table: { readonly schema: string; readonly name: string },
  ): Problem | null {
    const owner = this.tables.get(`${member} ${name}`);
    if (name === null || owner === undefined || keyOf(owner) === keyOf(table)) {
      this.note(member, name, table);
      return null;
    }
    return {
      why: `The name ${name} is that of ${member === 'indexes' ? 'an index' : 'a constraint'} of ${owner.name} already, and Django wants names to be unique among all models.`,
      remedy: `Give the one of ${table.name} another name in the SQL.`,
    };
  }

  private note(
    member: NamedMember,
    name: string | null,
    table: { readonly schema: string; readonly name: string },
  ): void {
    if (name !== null) this.tables.set(`${member} ${name}`, table);
  }
}
