import { type SourcedPlace, tableLabel } from '@canonical-schema/schema';
import type { Alignment, ColumnPair, TablePair } from '../align/alignment';
import { remade } from '../align/remade';
import { compareTypes } from '../compare/column-types';
import { alterType } from '../repairs/column-repair';
import { columnsLabel, orSqlFirst, placesOf, tableSubject } from './departure';
import type { Departure, Rule } from './rule';

/** Django's own key has another type than the SQL's: one setting mends all tables of the app, so it is one finding. */
export const implicitKey: Rule = {
  code: 'implicit-key',
  over: 'reading',
  judge: (alignment) => [...wrongKeysByApp(alignment).values()].map((keys) => departureOf(keys, alignment)),
};

interface WrongKey {
  readonly table: TablePair;
  readonly column: ColumnPair;
}

function wrongKeysByApp({ tables, side }: Alignment): ReadonlyMap<string, WrongKey[]> {
  const apps = new Map<string, WrongKey[]>();
  for (const table of tables.both) {
    const column = wrongKeyOf(table, [], () => {
      const made = table.columns.both.find((pair) => pair.isImplicitKey);
      return made === undefined || compareTypes(made, side).kind !== 'implicit-key' ? null : made;
    });
    if (column === null) continue;
    const app = `${table.actual.orm?.owner ?? ''}\u0000${column.canonical.type}`;
    const keys = apps.get(app);
    if (keys === undefined) apps.set(app, [{ table, column }]);
    else keys.push({ table, column });
  }
  return apps;
}

const wrongKeyOf = remade<TablePair, ColumnPair | null>();

function departureOf(keys: readonly WrongKey[], { side }: Alignment): Departure {
  const [first] = keys;
  if (first === undefined) throw new Error('An app without keys has no finding.');
  const { canonical, actual } = first.column;
  const names = keys.map(({ table }) => tableLabel(table.canonical));
  const places = keys.flatMap(({ table, column }): SourcedPlace[] =>
    placesOf(side, column.canonical.place ?? table.canonical.place, null),
  );
  const models = keys.flatMap(({ table, column }): SourcedPlace[] =>
    placesOf(side, null, column.actual.place ?? table.actual.place),
  );
  return {
    subject: tableSubject(first.table.canonical),
    departs: side.source,
    message: `The key that ${side.remedies.side} makes itself in app ${first.table.actual.orm?.owner ?? '?'} is ${actual.type}, in SQL it is ${canonical.type}: ${columnsLabel(names)}. ${orSqlFirst(side.remedies.setImplicitKey(String(canonical.type)))}`,
    places: [...places, ...models],
    canonical: canonical.type,
    actual: actual.type,
    repair: keys.flatMap(({ table, column }) => alterType(table, column)),
  };
}
