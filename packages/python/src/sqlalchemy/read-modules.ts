import type { PythonModule } from '../syntax/program';
import type { Binding, CallValue, Value } from '../syntax/value';
import { isNeverRun } from '../syntax/values';
import { readSequence } from './columns/read-column';
import { type MappedClass, mappedClass } from './declarative/mapped-class';
import { metadataOf, readNaming } from './declarative/metadata';
import type { ModelDescription, PlacedColumn, SequenceDescription } from './description';
import { schemaIn } from './dialects/schema-in';
import { placeKey } from './emit/emission';
import { textFact, textOf } from './facts-of-values';
import { calledName, callOf, dottedPath, methodCall } from './framework-name';
import { KnownIndexes } from './known-indexes';
import { baseIdentity } from './linearise';
import { listenedDdl } from './listened-ddl';
import type { ReadContext } from './read-context';
import { addIndex, addTableItem, addUnread, leftOutIndex, type TableDraft } from './tables/table-draft';
import { emptyWorld, type World } from './world';
import { attributesWritten } from './written-attributes';

/** Everything that importing the modules declares. */
export function readModules(
  modules: readonly PythonModule[],
  context: ReadContext,
  isExternal: World['isExternal'],
): ModelDescription {
  const world = emptyWorld(context, isExternal, mappedClass);
  for (const module of modules) for (const { value } of module.calls) configureMetaData(value, world);
  for (const module of modules) {
    for (const { value } of module.classes) mappedClass(value, world);
    for (const binding of module.namespace.bindings.values()) readBinding(binding, module, world);
    for (const { value } of module.calls) world.tableOf(value);
  }
  const columnOf = columnFinder(world);
  const columnWritten = writtenColumnFinder(world);
  const finder = { columnOf, columnWritten, known: new KnownIndexes(world.tables) };
  for (const { value } of modules.flatMap(({ calls }) => calls))
    finder.known.leaveOut(leftOutIndex(value, world.context));
  for (const module of modules) {
    const bound = [...module.namespace.bindings.values()].map((binding) => binding.value);
    for (const value of bound) readLateCall({ value, condition: null }, world, finder);
    for (const call of module.calls) readLateCall(call, world, finder);
  }
  const ddl = modules.flatMap(({ calls }) =>
    calls.flatMap((call) => listenedDdl(call.value, call.condition, world) ?? []),
  );
  const tables = withoutTwins(certain(world, modules));
  return { tables, sequences: sequencesOf(modules), ddl, columnOf, columnWritten };
}

type Finder = Pick<ModelDescription, 'columnOf' | 'columnWritten'> & { readonly known: KnownIndexes };

/** `users = Table(...)`: the variable names the table's model. */
function readBinding(binding: Binding, module: PythonModule, world: World): void {
  readHeld(binding.value, world, 0);
  const table = callOf(binding.value, 'Table') === null ? null : world.tableOf(binding.value);
  if (table !== null && table.model === table.name) Object.assign(table, { model: binding.name, owner: module.name });
}

/** Tables and classes that a value holds: by itself, or in lists and dicts that a loop filled. */
function readHeld(value: Value, world: World, depth: number): void {
  const deepest = 3;
  if (depth > deepest) return;
  if (value.kind === 'class' && !isNeverRun(value)) mappedClass(value, world);
  if (value.kind === 'call') world.tableOf(value);
  const items = value.kind === 'dict' ? value.entries.map(([, entry]) => entry) : partsHeld(value);
  for (const item of items) readHeld(item, world, depth + 1);
}

function partsHeld(value: Value): readonly Value[] {
  return value.kind === 'list' || value.kind === 'tuple' ? value.items : [];
}

/** `Sequence(..., metadata=…)`: made by `create_all` although no column's default names it. */
function sequencesOf(modules: readonly PythonModule[]): readonly SequenceDescription[] {
  return modules.flatMap((module) =>
    [...module.namespace.bindings.values()].flatMap(({ value }) => {
      const call = callOf(value, 'Sequence');
      const metadata = call?.keywords.get('metadata');
      if (call === null || metadata === undefined) return [];
      const sequence = readSequence(call);
      const schema = metadataOf(metadata)?.schema ?? null;
      return [{ ...sequence, schema: sequence.schema ?? (typeof schema === 'string' ? schema : null) }];
    }),
  );
}

type LateCall = Pick<PythonModule['calls'][number], 'value' | 'condition' | 'isPart'>;

/** Calls after the classes: indexes of their own, appended columns, imperative mappings. */
function readLateCall(late: LateCall, world: World, finder: Finder): void {
  const { value, condition } = late;
  const index = callOf(value, 'Index');
  if (index !== null) {
    addIndexTo(index, late, world, finder);
    return;
  }
  const check = callOf(value, 'CheckConstraint');
  const checked = check?.keywords.get('table');
  if (check !== null && checked !== undefined) appendItem(checked, check, check, condition, world, finder);
  const method = methodCall(value);
  if (method === null) return;
  if (method.method === 'append_column' || method.method === 'append_constraint')
    appendItem(method.of, method.call.positional[0], method.call, condition, world, finder);
  if (method.method === 'map_imperatively') mapImperatively(method.call, world);
}

/** `Index("name", Model.column)` at module level belongs to the table of its columns. */
function addIndexTo(
  call: CallValue,
  { condition, isPart }: LateCall,
  world: World,
  { columnOf, columnWritten, known }: Finder,
): void {
  if (known.hold(call)) return;
  const name = textOf(call.positional[0]);
  const keys = call.positional.slice(1);
  const owner =
    keys.map((key) => tableWithin(key, columnOf, 0)).find((found) => found !== null) ??
    columnWritten(call.place)?.table;
  const table = world.tables.find((candidate) => candidate === owner);
  if (table !== undefined) {
    if (condition === null) addIndex(table, call, world.context);
    else addUnread(table, 'index', name, `depends on the condition ${condition}`, call.place);
    known.note(table);
    return;
  }
  const isNamedOnly = keys.every((key) => key.kind === 'str');
  if (isNamedOnly || isPart === true) return;
  world.context.note({
    extent: 'whole',
    why: 'the table of this index was not found',
    subject: 'an Index',
    table: null,
    place: call.place,
  });
}

/** The table of the first column that an expression names. */
function tableWithin(
  value: Value,
  columnOf: ModelDescription['columnOf'],
  depth: number,
): PlacedColumn['table'] | null {
  const placed = columnOf(value);
  if (placed !== null || depth > 20) return placed?.table ?? null;
  for (const part of partsOf(value)) {
    const found = tableWithin(part, columnOf, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'call':
      return [value.callee, ...value.positional, ...value.keywords.values()];
    case 'attribute':
    case 'subscript':
      return [value.of];
    case 'operation':
      return value.operands;
    case 'list':
    case 'tuple':
      return value.items;
    default:
      return [];
  }
}

/** `table.append_constraint(item)`, and `CheckConstraint(…, table=table)` by itself. */
function appendItem(
  of: Value,
  item: Value | undefined,
  call: CallValue,
  condition: string | null,
  world: World,
  { known }: Finder,
): void {
  const table = world.tableOf(of);
  if (table === null || item === undefined) return;
  if (condition === null) addTableItem(table, item, world.context);
  else addUnread(table, 'anything', null, `depends on the condition ${condition}`, call.place);
  known.note(table);
}

/** `Base.metadata.naming_convention = {…}` and `metadata.schema = "app"`: noted as the `setattr` that they are. */
function configureMetaData(value: Value, world: World): void {
  if (value.kind !== 'call' || dottedPath(value.callee) !== 'builtins.setattr') return;
  const [of, name, given] = value.positional;
  const metadata = of === undefined ? null : metadataOf(of);
  if (metadata === null || given === undefined) return;
  const before = world.assigned.get(metadata.identity) ?? {};
  const { place } = value;
  if (textOf(name) === 'naming_convention')
    world.assigned.set(metadata.identity, { ...before, naming: { value: readNaming(given), place } });
  if (textOf(name) === 'schema')
    world.assigned.set(metadata.identity, { ...before, schema: { value: textFact(given, null), place } });
}

/** `registry.map_imperatively(Class, table)` names the class of the table. */
function mapImperatively(call: CallValue, world: World): void {
  const [of, table] = [call.positional[0], call.positional[1] ?? call.keywords.get('local_table')];
  const found = table === undefined ? null : world.tableOf(table);
  if (found === null || of?.kind !== 'class') return;
  world.nameModel(found, of);
  const attributes = new Map(found.columns.map((column) => [column.key, column]));
  world.classes.set(baseIdentity(of), { of, table: found, parent: null, attributes } satisfies MappedClass);
}

/** Finds the column that an expression is. A `Column(...)` that several tables copied from a mixin is none of them. */
function columnFinder(world: World): ModelDescription['columnOf'] {
  const byPlace = new Map<string, PlacedColumn | null>();
  for (const table of world.tables) {
    for (const column of table.columns) {
      const key = placeKey(column.place);
      byPlace.set(key, byPlace.has(key) ? null : { table, column });
    }
  }
  return (value) => {
    if (value.kind === 'call') {
      const name = calledName(value);
      if (name === 'Column' || name === 'mapped_column') return byPlace.get(placeKey(value.place)) ?? null;
      return null;
    }
    if (value.kind === 'attribute') return attributeColumn(value.of, value.name, world);
    if (value.kind === 'subscript' && value.index[0]?.kind === 'str')
      return collectionColumn(value.of, value.index[0].value, world);
    return null;
  };
}

/** Reads a call's text again for the class that an attribute was asked of. */
function writtenColumnFinder(world: World): ModelDescription['columnWritten'] {
  return (call) => {
    const text = world.context.textAt(call);
    const module = text === null ? null : world.context.program.moduleAt(call.path);
    if (text === null || module === null) return null;
    for (const { name, path } of attributesWritten(text)) {
      const column = pathColumn(world.context.program.resolve(module.name, name), path, world);
      if (column !== null) return column;
    }
    return null;
  };
}

/** The column at the end of `Model.attribute`, `Model.__table__.c.key` or `table.c.key`. */
function pathColumn(start: Value, path: readonly string[], world: World): PlacedColumn | null {
  const last = path[path.length - 1] ?? '';
  const owner = path
    .slice(0, -1)
    .reduce<Value>((of, name) => ({ kind: 'attribute', of, name, place: start.place }), start);
  return attributeColumn(owner, last, world);
}

function attributeColumn(of: Value, name: string, world: World): PlacedColumn | null {
  if (of.kind !== 'class') return collectionColumn(of, name, world);
  for (let mapped = mappedClass(of, world); mapped !== null; mapped = mapped.parent) {
    const column = mapped.attributes.get(name);
    if (column !== undefined && mapped.table !== null) return { table: mapped.table, column };
  }
  return null;
}

/** `table.c.name`, `table.columns["name"]`, `Model.__table__.c.name`. */
function collectionColumn(collection: Value, key: string, world: World): PlacedColumn | null {
  if (collection.kind !== 'attribute' || (collection.name !== 'c' && collection.name !== 'columns')) return null;
  const table = world.tableOf(collection.of);
  const column = table?.columns.find((candidate) => candidate.key === key);
  return table === null || column === undefined ? null : { table, column };
}

/** Tables that exist only under a condition that cannot be decided are said, not shown. */
function certain(world: World, modules: readonly PythonModule[]): Pick<World, 'tables' | 'context'> {
  const conditions = new Map<string, string>();
  for (const module of modules) {
    for (const { value, condition } of [...module.calls, ...module.classes, ...module.namespace.bindings.values()]) {
      if (condition !== null) conditions.set(placeKey(value.place), condition);
    }
  }
  const isCertain = (table: TableDraft): boolean => {
    const condition = conditions.get(placeKey(table.place));
    if (condition === undefined) return true;
    const where = { schema: schemaIn(world.context.dialect, table.schema), name: table.name };
    const why = `depends on the condition ${condition}`;
    world.context.note({ extent: 'whole', why, subject: table.name, table: where, place: table.place });
    return false;
  };
  return { context: world.context, tables: world.tables.filter(isCertain) };
}

/**
 * One table of each name. Under one MetaData a second definition is an error of the project; under two, `create_all`
 * makes the first and finds it there for the second. The one stands whose MetaData has more tables, for that is the
 * application's own rather than an old version or a corner of it; the other is said aloud.
 */
function withoutTwins(world: Pick<World, 'tables' | 'context'>): readonly TableDraft[] {
  const first = new Map<string, TableDraft>();
  for (const table of byMetaData(world.tables)) {
    const key = JSON.stringify([schemaIn(world.context.dialect, table.schema), table.name]);
    const known = first.get(key);
    if (known === undefined) first.set(key, table);
    else if (placeKey(known.place) !== placeKey(table.place)) {
      const where = { schema: schemaIn(world.context.dialect, table.schema), name: table.name };
      const why = `is defined a second time; the definition in ${known.place.path} line ${known.place.line} was read`;
      world.context.note({ extent: 'fact', why, subject: table.name, table: where, place: table.place });
    }
  }
  const chosen = new Set(first.values());
  return world.tables.filter((table) => chosen.has(table));
}

function byMetaData(tables: readonly TableDraft[]): readonly TableDraft[] {
  const sizes = new Map<string, number>();
  for (const { metadata } of tables) sizes.set(metadata.identity, (sizes.get(metadata.identity) ?? 0) + 1);
  const size = (table: TableDraft) => sizes.get(table.metadata.identity) ?? 0;
  return [...tables].sort((a, b) => size(b) - size(a));
}
