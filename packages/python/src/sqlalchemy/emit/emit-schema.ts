import { type EnumType, isUnreadable, type Schema, type Sequence, type Table } from '@canonical-schema/schema';
import type { ModelDescription, SqlType, TableDescription } from '../description';
import type { ReadContext } from '../read-context';
import { autoincrementColumn } from './autoincrement';
import { type Emission, startEmission, tableEmission } from './emission';
import { emitColumn } from './emit-column';
import {
  emitChecks,
  emitExclusions,
  emitForeignKeys,
  emitPrimaryKey,
  emitUniques,
  primaryKeyColumns,
} from './emit-constraints';
import { emitIndexes } from './emit-index';
import { schemaOfType, typeText } from './type-text';

/** The schema that `create_all` makes of the models in PostgreSQL of that major version. */
export function emitSchema(models: ModelDescription, context: ReadContext, postgres: number): Schema {
  const emission = startEmission(models, context, postgres);
  for (const table of models.tables) emission.take(table.schema ?? 'public', table.name);
  return {
    tables: models.tables.map((table) => emitTable(table, emission)),
    enums: enumsOf(models, context),
    domains: domainsOf(models),
    sequences: sequencesOf(models),
    others: [],
  };
}

function emitTable(table: TableDescription, shared: Emission): Table {
  const emission = tableEmission(table, shared);
  const key = primaryKeyColumns(emission);
  const autoincrement = autoincrementColumn(key, table, emission.typeOf);
  const checks = emitChecks(emission);
  const primaryKey = emitPrimaryKey(key, autoincrement, emission);
  const members = {
    columns: table.columns.map((column) => emitColumn(column, key, autoincrement, emission)),
    primaryKey,
    uniques: emitUniques(primaryKey, emission),
    foreignKeys: emitForeignKeys(emission),
    checks,
    exclusions: emitExclusions(emission),
    indexes: emitIndexes(emission),
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
    comment: table.comment,
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

function domainsOf(models: ModelDescription): Schema['domains'] {
  const domains = new Map<string, Schema['domains'][number]>();
  for (const { type, table } of typesOf(models)) {
    if (type.kind !== 'domain') continue;
    const schema = schemaOfType(type.schema, table) ?? 'public';
    const base = typeText(type.dataType, table);
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
