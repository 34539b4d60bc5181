import type { Fact, Place, Unread, UnreadPart } from '@canonical-schema/schema';
import { isUnreadable } from '@canonical-schema/schema';
import type { ColumnDescription, ColumnResolver, KeyTerm, ModelDescription, TableDescription } from '../description';
import type { AlchemyDialect } from '../dialects';
import { schemaIn } from '../dialects/schema-in';
import type { ReadContext } from '../read-context';
import { type TargetFinder, targetFinder } from './foreign-key-target';
import { columnTypeText } from './type-text';

/** What emission of every table shares. */
export interface Emission {
  readonly context: ReadContext;
  readonly models: ModelDescription;
  readonly targets: TargetFinder;
  readonly dialect: AlchemyDialect;
  /** Names of relations and constraints in use, for the numbers that the server puts behind its own names. */
  isTaken(schema: string, name: string): boolean;
  take(schema: string, name: string): void;
  note(unread: Unread): void;
}

/** One table being emitted. */
export interface TableEmission extends Emission {
  readonly table: TableDescription;
  readonly schema: string;
  /** Is a name in use where an index or constraint of this table needs its own? */
  isNameTaken(name: string): boolean;
  takeName(name: string): void;
  readonly columns: ColumnResolver;
  typeOf(column: ColumnDescription): Fact<string>;
  /** Notes a fact that stays unread; hands it on. */
  noted<T>(fact: Fact<T>, subject: string, place: Place): Fact<T>;
  /** Parts of the table that could not be read. */
  readonly unread: UnreadPart[];
}

/** Emission over a set of models. */
export function startEmission(models: ModelDescription, context: ReadContext): Emission {
  const names = new Set<string>();
  const key = (schema: string, name: string): string => JSON.stringify([schema, name]);
  return {
    context,
    models,
    dialect: context.dialect,
    targets: targetFinder(models),
    isTaken: (schema, name) => names.has(key(schema, name)),
    take: (schema, name) => names.add(key(schema, name)),
    note: context.note,
  };
}

/** Emission of one table. */
export function tableEmission(table: TableDescription, emission: Emission): TableEmission {
  const { dialect } = emission;
  const schema = schemaIn(dialect, table.schema);
  const scope = dialect.ddl.namesWithinTable ? JSON.stringify([schema, table.name]) : schema;
  const types = new Map<ColumnDescription, Fact<string>>();
  const label = schema === 'public' ? table.name : `${schema}.${table.name}`;
  return {
    ...emission,
    table,
    schema,
    isNameTaken: (name) => emission.isTaken(scope, name),
    takeName: (name) => emission.take(scope, name),
    columns: resolverFor(table, emission.models),
    typeOf: (column) => {
      const known = types.get(column) ?? columnTypeText(table, column, emission.targets, dialect);
      types.set(column, known);
      return known;
    },
    noted: (fact, subject, place) => {
      if (isUnreadable(fact)) {
        emission.note({
          extent: 'fact',
          why: fact.unreadable,
          subject: `${label}.${subject}`,
          table: { schema, name: table.name },
          place,
        });
      }
      return fact;
    },
    unread: [...table.unread],
  };
}

/**
 * Columns as expressions of this table name them. A `Column(...)` of a mixin is copied into every class: within the
 * table the copy with its place is meant.
 */
function resolverFor(table: TableDescription, models: ModelDescription): ColumnResolver {
  const byPlace = new Map(table.columns.map((column) => [placeKey(column.place), column]));
  return {
    named: (key) =>
      table.columns.find((column) => column.key === key) ?? table.columns.find((column) => column.name === key) ?? null,
    of: (value) => {
      const own = value.kind === 'call' ? byPlace.get(placeKey(value.place)) : undefined;
      return own ?? models.columnOf(value)?.column ?? null;
    },
  };
}

/** A place as a key. */
export function placeKey(place: Place): string {
  return `${place.path}:${place.span.start}:${place.span.end}`;
}

/** The columns that a constraint's keys name; null where one of them names none. */
export function keyColumns(keys: readonly KeyTerm[], columns: ColumnResolver): readonly ColumnDescription[] | null {
  const found: ColumnDescription[] = [];
  for (const { value } of keys) {
    const column = value.kind === 'str' ? columns.named(value.value) : columns.of(value);
    if (column === null) return null;
    found.push(column);
  }
  return found;
}
