import {
  type EnumType,
  type Index,
  isUnreadable,
  type OtherObject,
  type Schema,
  type Sequence,
  type Table,
  type Unique,
} from '@canonical-schema/schema';
import type { ModelDescription, SqlType, TableDescription } from '../description';
import type { AlchemyDialect } from '../dialects';
import { schemaIn } from '../dialects/schema-in';
import type { ReadContext } from '../read-context';
import { autoincrementColumn } from './autoincrement';
import { type Emission, startEmission, tableEmission } from './emission';
import { emitChecks } from './emit-checks';
import { emitColumn } from './emit-column';
import { emitForeignKeys, emitPrimaryKey, emitUniques, primaryKeyColumns } from './emit-constraints';
import { emitExclusions } from './emit-exclusions';
import { emitIndexes } from './emit-index';
import { defaultParts } from './on-update';
import { schemaOfType, typeText } from './type-text';

/** The schema that `create_all` makes of the models in the context's dialect. */
export function emitSchema(models: ModelDescription, context: ReadContext): Schema {
  const { dialect } = context;
  const { hasNamedTypes } = dialect.traits;
  const emission = startEmission(models, context);
  for (const table of models.tables) emission.take(schemaIn(dialect, table.schema), table.name);
  return {
    tables: models.tables.map((table) => emitTable(table, emission)),
    enums: hasNamedTypes ? enumsOf(models, context) : [],
    domains: hasNamedTypes ? domainsOf(models, dialect) : [],
    sequences: hasNamedTypes ? sequencesOf(models) : [],
    others: dialect.ddl.hasOnUpdate ? models.tables.flatMap((table) => onUpdates(table, emission)) : [],
  };
}

function emitTable(table: TableDescription, shared: Emission): Table {
  const emission = tableEmission(table, shared);
  const key = primaryKeyColumns(emission);
  const autoincrement = autoincrementColumn(key, table, emission.typeOf, shared.dialect.types.isInteger);
  const checks = emitChecks(emission);
  const primaryKey = emitPrimaryKey(key, autoincrement, emission);
  const keys = emitUniques(primaryKey, emission);
  // Before the indexes, which are made once the table is there: their names are not taken yet.
  const foreignKeys = emitForeignKeys(emission);
  const { uniques, indexes } = settledUniques(keys, emitIndexes(emission), emission);
  const members = {
    columns: table.columns.map((column) => emitColumn(column, key, autoincrement, emission)),
    primaryKey,
    uniques,
    foreignKeys,
    checks,
    exclusions: emitExclusions(emission),
    indexes,
  };
  for (const part of table.unread) {
    const subject = part.name === null ? table.name : `${table.name}.${part.name}`;
    const where = { schema: emission.schema, name: table.name };
    shared.note({ extent: 'fact', why: part.why, subject, table: where, place: part.place ?? table.place });
  }
  return {
    schema: emission.schema,
    name: table.name,
    ...members,
    comment: shared.dialect.traits.hasComments ? table.comment : null,
    managed: true,
    orm: {
      model: table.model,
      owner: table.owner,
      nameGiven: table.nameGiven,
      implicitKey: false,
      external: table.external,
    },
    unread: emission.unread,
    place: table.place,
  };
}

/**
 * Where a unique constraint is nothing but an index, a unique index over whole columns in their order is one.
 * The names are made in the order of the DDL: indexes come after their table.
 */
function settledUniques(
  uniques: readonly Unique[],
  indexes: readonly Index[],
  { dialect }: Emission,
): { readonly uniques: readonly Unique[]; readonly indexes: readonly Index[] } {
  if (!dialect.traits.uniquesAreIndexes) return { uniques, indexes };
  const asUniques = indexes.map((index) => [index, uniqueOf(index)] as const);
  return {
    uniques: [...uniques, ...asUniques.flatMap(([, unique]) => (unique === null ? [] : [unique]))],
    indexes: asUniques.flatMap(([index, unique]) => (unique === null ? [index] : [])),
  };
}

function uniqueOf({ name, nameGiven, unique, keys, place }: Index): Unique | null {
  const columns = keys.flatMap(({ of, descending, length }) =>
    of.kind === 'column' && !descending && length === undefined ? [of.column] : [],
  );
  if (!unique || columns.length < keys.length) return null;
  const plain = { nullsNotDistinct: false, deferrable: false, initiallyDeferred: false, include: [] };
  return { name, nameGiven, columns, ...plain, place };
}

/** MySQL's `ON UPDATE` behind a DEFAULT: listed, never compared. */
function onUpdates(table: TableDescription, emission: Emission): readonly OtherObject[] {
  const { columns, schema } = tableEmission(table, emission);
  return table.columns.flatMap(({ name, serverDefault, place }) => {
    const sql = serverDefault.kind === 'sql' ? serverDefault.sql(columns) : null;
    if (typeof sql !== 'string' || defaultParts(sql).onUpdate === null) return [];
    return [{ kind: 'on update', schema, name, table: table.name, place }];
  });
}

function* typesOf(models: ModelDescription): Generator<{ readonly type: SqlType; readonly table: TableDescription }> {
  for (const table of models.tables) {
    for (const column of table.columns) {
      let { type } = column;
      while (type.kind === 'array') type = type.item;
      yield { type, table };
    }
  }
}

/** Native enums, each once; two that share a name and differ in labels have labels that are not known. */
function enumsOf(models: ModelDescription, context: ReadContext): readonly EnumType[] {
  const enums = new Map<string, EnumType>();
  for (const { type, table } of typesOf(models)) {
    if (type.kind !== 'enum' || !type.native || !type.createType || type.name === null) continue;
    const schema = schemaOfType(type.schema, table) ?? 'public';
    const identity = JSON.stringify([schema, type.name]);
    if (enums.has(identity)) continue;
    enums.set(identity, { schema, name: type.name, labels: type.labels, place: type.place });
    if (!isUnreadable(type.labels)) continue;
    const where = { schema: table.schema ?? 'public', name: table.name };
    context.note({
      extent: 'fact',
      why: type.labels.unreadable,
      subject: `the enum ${type.name}`,
      table: where,
      place: type.place,
    });
  }
  return [...enums.values()];
}

function domainsOf(models: ModelDescription, dialect: AlchemyDialect): Schema['domains'] {
  const domains = new Map<string, Schema['domains'][number]>();
  for (const { type, table } of typesOf(models)) {
    if (type.kind !== 'domain') continue;
    const schema = schemaOfType(type.schema, table) ?? 'public';
    const base = typeText(type.dataType, table, dialect);
    if (isUnreadable(base)) continue;
    const checks = typeof type.check === 'string' ? [{ name: type.checkName, expression: type.check }] : [];
    const fallback = typeof type.default === 'string' ? type.default : null;
    domains.set(JSON.stringify([schema, type.name]), {
      schema,
      name: type.name,
      type: base,
      notNull: type.notNull,
      default: fallback,
      checks,
      place: type.place,
    });
  }
  return [...domains.values()];
}

/** Sequences that columns name; an optional one is left to SERIAL. */
function sequencesOf(models: ModelDescription): readonly Sequence[] {
  const sequences = new Map<string, Sequence>();
  const ofColumns = models.tables.flatMap((table) =>
    table.columns.flatMap(({ sequence }) => (sequence === null ? [] : [sequence])),
  );
  for (const sequence of [...models.sequences, ...ofColumns]) {
    if (sequence.optional || isUnreadable(sequence.name)) continue;
    const schema = sequence.schema ?? 'public';
    const { name, place } = sequence;
    sequences.set(JSON.stringify([schema, name]), { schema, name, ownedBy: null, place });
  }
  return [...sequences.values()];
}
