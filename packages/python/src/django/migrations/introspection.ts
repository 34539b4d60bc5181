import { type ConstraintRef, constraintsOf, type Table } from '@canonical-schema/schema';

/** What the schema editor asks the database for when it looks for objects by their columns. Source: `_constraint_names`. */
export interface Wanted {
  readonly kind: 'unique' | 'foreign-key' | 'check' | 'index';
  /** The columns in order, all of them. */
  readonly columns: readonly string[];
  /** Names that are the model's own. */
  readonly exclude?: ReadonlySet<string>;
}

/** An object of a table that has a name. */
export type Found =
  | { readonly kind: 'constraint'; readonly ref: ConstraintRef }
  | { readonly kind: 'index'; readonly name: string };

/** The objects over exactly these columns. Unique indexes count as uniques, as PostgreSQL's catalog shows them. */
export function objectsOver(table: Table, { kind, columns, exclude }: Wanted): readonly Found[] {
  const isWanted = (name: string | null, own: readonly (string | null)[]): name is string =>
    name !== null && exclude?.has(name) !== true && sameColumns(own, columns);
  const constraints = constraintsOf(table).flatMap((constraint): Found[] => {
    if (constraint.kind !== kind) return [];
    if (!isWanted(constraint.name, constraint.columns)) return [];
    return [{ kind: 'constraint', ref: { kind: constraint.kind, name: constraint.name } }];
  });
  if (kind !== 'unique' && kind !== 'index') return constraints;
  const indexes = table.indexes.flatMap((index): Found[] => {
    const keys = index.keys.map(({ of }) => (of.kind === 'column' ? of.column : null));
    const fits = kind === 'unique' ? index.unique : index.method === 'btree';
    return fits && isWanted(index.name, keys) ? [{ kind: 'index', name: index.name }] : [];
  });
  return [...constraints, ...indexes];
}

/** The object of that name; null where the table has none. */
export function objectNamed(table: Table, name: string): Found | null {
  const constraint = constraintsOf(table).find((each) => each.name === name);
  if (constraint !== undefined) return { kind: 'constraint', ref: { kind: constraint.kind, name } };
  return table.indexes.some((index) => index.name === name) ? { kind: 'index', name } : null;
}

function sameColumns(a: readonly (string | null)[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((column, index) => column === b[index]);
}
