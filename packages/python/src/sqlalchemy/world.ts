import { type Fact, isUnreadable, type Place, unreadable } from '@canonical-schema/schema';
import type { ClassValue, Value } from '../syntax/value';
import type { MappedClass } from './declarative/mapped-class';
import { metadataOf, type Registry } from './declarative/metadata';
import type { TableArguments } from './declarative/table-arguments';
import type { MetaDataDescription } from './description';
import { argument, isTrue, textOf, whyNot } from './facts-of-values';
import { callOf, frameworkName } from './framework-name';
import { baseIdentity } from './linearise';
import type { ReadContext } from './read-context';
import { addTableItem, addUnread, type TableDraft, tableDraft } from './tables/table-draft';

/** `metadata.schema = …` and `metadata.naming_convention = …`, each with the place that assigns it. */
export interface AssignedMetaData {
  readonly schema?: { readonly value: MetaDataDescription['schema']; readonly place: Place };
  readonly naming?: { readonly value: MetaDataDescription['naming']; readonly place: Place };
}

/** Everything that importing the models has built so far. */
export interface World {
  readonly context: ReadContext;
  readonly tables: TableDraft[];
  readonly classes: Map<string, MappedClass | null>;
  /** What was assigned to a MetaData's attributes after it was made, by its identity. */
  readonly assigned: Map<string, AssignedMetaData>;
  /** Table arguments that wait until the class's columns are in. */
  readonly pendingItems: Map<TableDraft, TableArguments>;
  /** Stands in for the registry of a base that was not found. */
  readonly unknownRegistry: Registry;
  isExternal(of: { readonly place: Place }): boolean;
  /** Adds a table. Where its schema is not known, that is said, and the default schema stands in. */
  newTable(
    name: string,
    schema: Value | null,
    metadata: MetaDataDescription,
    make: (schema: string | null, metadata: MetaDataDescription) => TableDraft,
  ): TableDraft;
  /** The table that a `Table(...)` call makes, or the `__table__` of a class; null for anything else. */
  tableOf(value: Value, fallback?: MetaDataDescription): TableDraft | null;
  /** Says which class maps a table that was made apart from it. */
  nameModel(table: TableDraft, of: ClassValue): void;
  noteClass(of: ClassValue, why: string): void;
}

/** A world without tables. */
export function emptyWorld(
  context: ReadContext,
  isExternal: World['isExternal'],
  mapped: (of: ClassValue, world: World) => MappedClass | null,
): World {
  const tablesByCall = new Map<string, TableDraft | null>();
  const why = unreadable('its declarative base was not found');
  const world: World = {
    context,
    tables: [],
    classes: new Map(),
    assigned: new Map(),
    pendingItems: new Map(),
    unknownRegistry: { metadata: { identity: 'unknown', schema: null, naming: why }, types: new Map() },
    isExternal,
    newTable: (name, schema, metadata, make) => addTable(world, name, schema, metadata, make),
    tableOf: (value, fallback) => {
      if (value.kind === 'attribute' && value.name === '__table__' && value.of.kind === 'class')
        return mapped(value.of, world)?.table ?? null;
      if (callOf(value, 'Table') === null) return null;
      const identity = tableIdentity(value);
      const known = tablesByCall.get(identity);
      if (known !== undefined) return known;
      const table = readTable(value, fallback, world);
      tablesByCall.set(identity, table);
      return table;
    },
    nameModel: (table, of) => Object.assign(table, { model: of.qualifiedName, owner: of.module }),
    noteClass: (of, reason) =>
      context.note({
        extent: 'whole',
        why: reason,
        subject: `class ${of.qualifiedName}`,
        table: null,
        place: of.place,
      }),
  };
  return world;
}

/** A call in a loop makes a table each time: its name tells them apart. */
function tableIdentity(value: Value): string {
  const name = value.kind === 'call' ? textOf(value.positional[0] ?? value.keywords.get('name')) : null;
  return `${baseIdentity(value)} ${name ?? ''}`;
}

function addTable(
  world: World,
  name: string,
  schema: Value | null,
  made: MetaDataDescription,
  make: (schema: string | null, metadata: MetaDataDescription) => TableDraft,
): TableDraft {
  const { place } = make(null, made);
  const metadata = certainSchema(configured(made, world.assigned.get(made.identity), place), place, world);
  const resolved = schemaOf(schema, metadata);
  const table = make(isUnreadable(resolved) ? null : resolved, metadata);
  if (isUnreadable(resolved)) {
    const where = { schema: 'public', name };
    const why = `its schema ${resolved.unreadable}; it is read as of the default schema`;
    world.context.note({ extent: 'fact', why, subject: name, table: where, place });
  }
  if (!world.tables.includes(table)) world.tables.push(table);
  return table;
}

/** A schema that the environment decides is said once for all tables of the MetaData: what else they are stays known. */
function certainSchema(metadata: MetaDataDescription, table: Place, world: World): MetaDataDescription {
  if (!isUnreadable(metadata.schema)) return metadata;
  const why = `its schema ${metadata.schema.unreadable}; its tables are read as of the default schema`;
  const place = metadata.place ?? table;
  world.context.note({ extent: 'fact', why, subject: 'the MetaData', table: null, place });
  return { ...metadata, schema: null };
}

/**
 * The MetaData as it is when a table joins it. An assignment further down in the table's own file comes too late for its
 * schema, and names some of its constraints but not others.
 */
function configured(made: MetaDataDescription, assigned: AssignedMetaData | undefined, at: Place): MetaDataDescription {
  const { schema, naming } = assigned ?? {};
  const isLate = (place: Place) => place.path === at.path && place.span.start > at.span.start;
  return {
    ...made,
    ...(schema === undefined || isLate(schema.place) ? {} : { schema: schema.value }),
    ...(naming === undefined
      ? {}
      : {
          naming: isLate(naming.place) ? unreadable('its naming convention is assigned later') : naming.value,
          place: made.place ?? naming.place,
        }),
  };
}

/** `schema=` of the table, else its MetaData's. `BLANK_SCHEMA` asks for none. */
function schemaOf(given: Value | null, metadata: MetaDataDescription): Fact<string | null> {
  if (given === null || given.kind === 'none') return metadata.schema;
  if (frameworkName(given) === 'BLANK_SCHEMA') return null;
  return textOf(given) ?? unreadable(whyNot(given, 'a constant string'));
}

/** `Table("name", metadata, *items, schema=…, comment=…)`. */
function readTable(value: Value, fallback: MetaDataDescription | undefined, world: World): TableDraft | null {
  const call = callOf(value, 'Table');
  if (call === null) return null;
  const [nameValue, metadataValue, ...items] = call.positional;
  const name = textOf(nameValue ?? call.keywords.get('name'));
  const note = (why: string): null => {
    const table = name === null ? null : { schema: 'public', name };
    world.context.note({ extent: 'whole', why, subject: name ?? 'a Table', table, place: call.place });
    return null;
  };
  if (name === null) return note('its name is not a constant string');
  if (call.keywords.has('autoload_with') || isTrue(call.keywords.get('autoload')))
    return note('is reflected from a running database');
  const metadata = tableMetaData(call.callee, metadataValue ?? call.keywords.get('metadata'), fallback);
  const isMetaData = metadataValue !== undefined && metadataOf(metadataValue) !== null;
  const tableItems =
    metadataValue === undefined || isMetaData || !isFacadeTable(call.callee) ? items : [metadataValue, ...items];
  if (tableItems.length === 0 && !call.keywords.has('comment')) return existingTable(name, metadata, world) ?? null;
  const table = world.newTable(name, argument(call, 'schema'), metadata, (schema, configuredMetaData) =>
    tableDraft({
      name,
      schema,
      metadata: configuredMetaData,
      longestName: world.context.dialect.ddl.longestName,
      comment: textOf(call.keywords.get('comment')),
      options: call.keywords,
      model: name,
      owner: call.place.path,
      nameGiven: true,
      external: world.isExternal(call),
      place: call.place,
    }),
  );
  for (const item of tableItems) addTableItem(table, item, world.context);
  if (!call.complete)
    addUnread(table, 'anything', null, 'the arguments of its Table could not be expanded', call.place);
  return table;
}

/** `Table("t", metadata)` without items names a table that exists already. */
function existingTable(name: string, metadata: MetaDataDescription, world: World): TableDraft | undefined {
  return world.tables.find((table) => table.name === name && table.metadata.identity === metadata.identity);
}

/** Flask-SQLAlchemy's `db.Table` brings its own MetaData. */
function isFacadeTable(callee: Value): boolean {
  return callee.kind === 'attribute';
}

function tableMetaData(
  callee: Value,
  given: Value | undefined,
  fallback: MetaDataDescription | undefined,
): MetaDataDescription {
  const known = given === undefined ? null : metadataOf(given);
  if (known !== null) return known;
  const facade = callee.kind === 'attribute' ? metadataOf({ ...callee, name: 'metadata' }) : null;
  if (facade !== null) return facade;
  if (fallback !== undefined) return fallback;
  const why = unreadable(
    `its MetaData ${given === undefined ? 'is missing' : whyNot(given, 'one that static reading can follow')}`,
  );
  return { identity: 'unknown', schema: why, naming: why };
}
