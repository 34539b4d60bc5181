import {
  type Change,
  type Column,
  diff,
  type EnumType,
  emptySchema,
  isUnreadable,
  type Schema,
  type Source,
  type Table,
  tableLabel,
} from '@canonical-schema/schema';
import type { Pair } from '../align/pairing';
import type { Repair } from './repair';

/** One table of the departing source, with what its columns are in the SQL. */
export interface TypedTable {
  readonly actual: Table;
  readonly columns: readonly Pair<Column>[];
}

/**
 * What has to be done about the SQL's enums and domains before a column of theirs can agree, by the text of the type.
 * Django has no types of its own; SQLAlchemy makes one with its first column, so there only another labelling counts.
 */
export function typeSteps(
  { enums, domains }: Schema,
  actual: Schema,
  source: Source,
  tables: readonly TypedTable[],
): ReadonlyMap<string, Repair> {
  if (source !== 'sqlalchemy' && source !== 'database') return new Map();
  const known = new Map(actual.enums.map((type) => [tableLabel(type), type]));
  const domainNames = new Set(actual.domains.map(tableLabel));
  const isDatabase = source === 'database';
  const ofEnum = (type: EnumType): Repair => {
    const own = known.get(tableLabel(type));
    if (own !== undefined) return setLabels(tables, { canonical: type, actual: own });
    return isDatabase && !isUnreadable(type.labels) ? [{ kind: 'add-enum', enum: type }] : [];
  };
  const missing = domains.filter((domain) => isDatabase && !domainNames.has(tableLabel(domain)));
  return new Map([
    ...enums.map((type) => [tableLabel(type), ofEnum(type)] as const),
    ...missing.map((domain): [string, Repair] => [tableLabel(domain), [{ kind: 'add-domain', domain }]]),
  ]);
}

/**
 * Gives an enum the SQL's labels: added where that is enough, else by a new type in the place of the old one, as
 * PostgreSQL can do it, since labels neither go nor move.
 */
export function setLabels(tables: readonly TypedTable[], { canonical, actual }: Pair<EnumType>): Repair {
  const steps = diff({ ...emptySchema, enums: [actual] }, { ...emptySchema, enums: [canonical] });
  if (steps.every(({ kind }) => kind === 'add-enum-label')) return steps;
  const type = tableLabel(canonical);
  const columns = tables.flatMap((table) => retyped(table, type));
  const isDrop = ({ kind }: Change) => kind === 'drop-enum';
  return [...steps.filter((step) => !isDrop(step)), ...columns, ...steps.filter(isDrop)];
}

/** Gives the columns of a type that made way the one that they have in the SQL; others stay with the new one of that name. */
function retyped({ actual: { schema, name, columns }, columns: pairs }: TypedTable, type: string): Repair {
  const expected = new Map(pairs.map((pair) => [pair.actual.name, pair.canonical.type]));
  return columns
    .filter((column) => column.type === type || column.type === `${type}[]`)
    .map((column): Change => {
      const wanted = expected.get(column.name) ?? column.type;
      const set = { type: isUnreadable(wanted) ? column.type : wanted };
      return { kind: 'alter-column', table: { schema, name }, column: column.name, set };
    });
}
