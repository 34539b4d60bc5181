import { type Constraint, constraintsOf, type Place, type Schema, type Table } from '@canonical-schema/schema';

/** Where what the schema loses was made. */
export function lostPlaces(before: Schema, after: Schema): readonly (Place | null)[] {
  const lists = ['enums', 'domains', 'sequences'] as const;
  const objects = lists.flatMap((list) => {
    const left = new Set(after[list].map(({ schema, name }) => `${schema}\u0000${name}`));
    return before[list].filter(({ schema, name }) => !left.has(`${schema}\u0000${name}`)).map(({ place }) => place);
  });
  return [
    ...objects,
    ...before.tables.flatMap((table) => {
      const left = after.tables.find(({ schema, name }) => name === table.name && schema === table.schema) ?? null;
      return left === null ? [table.place] : left === table ? [] : lostParts(table, left);
    }),
  ];
}

function lostParts(before: Table, after: Table): readonly (Place | null)[] {
  const named = (table: Table) => [
    ...table.columns.map(({ name, place }) => ({ key: `column ${name}`, place })),
    ...constraintsOf(table).map((constraint) => ({ key: `constraint ${keyOf(constraint)}`, place: constraint.place })),
    ...table.indexes.map(({ name, place }) => ({ key: `index ${name}`, place })),
  ];
  const left = new Set(named(after).map(({ key }) => key));
  return named(before).flatMap(({ key, place }) => (left.has(key) ? [] : [place]));
}

/** One without a name is known by what it says. */
function keyOf({ kind, name, place: _, nameGiven: __, ...facts }: Constraint): string {
  return name === null ? `${kind} ${JSON.stringify(facts)}` : `${kind} ${name}`;
}
