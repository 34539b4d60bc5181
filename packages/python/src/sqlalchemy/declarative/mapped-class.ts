import { isUnreadable } from '@canonical-schema/schema';
import type { Binding, CallValue, ClassValue, Value } from '../../syntax/value';
import type { ColumnDescription, MetaDataDescription } from '../description';
import { schemaIn } from '../dialects/schema-in';
import { isTrue, textOf, whyNot } from '../facts-of-values';
import { callOf, dottedPath, frameworkName, isFacade } from '../framework-name';
import { baseIdentity, linearise } from '../linearise';
import { addColumn, addIndex, addTableItem, addUnread, type TableDraft, tableDraft } from '../tables/table-draft';
import type { TypeMap } from '../types/read-annotation';
import type { World } from '../world';
import { type ClassAttribute, readClassAttribute } from './class-attribute';
import { isColumnless } from './columnless-bases';
import { isDeclarativeRoot, isMappedByDecorator, type Registry, registryOfClass } from './metadata';
import { isTableModel, readSqlModelField } from './sqlmodel-fields';
import { readTableArguments, type TableArguments } from './table-arguments';
import { type Ancestry, classWithTableName, directive, isFlaskModel, isSqlModel, tableNameOf } from './table-name';

/** A class that SQLAlchemy maps to a table, its own or (single-table inheritance) its parent's. */
export interface MappedClass {
  readonly of: ClassValue;
  readonly table: TableDraft | null;
  readonly parent: MappedClass | null;
  /** Columns by the attribute that maps them, those of mixins included. */
  readonly attributes: ReadonlyMap<string, ColumnDescription>;
}

/** The mapping of a class; null where SQLAlchemy maps none: bases, abstract classes, mixins, anything else. */
export function mappedClass(of: ClassValue, world: World): MappedClass | null {
  const identity = baseIdentity(of);
  const known = world.classes.get(identity);
  if (known !== undefined) return known;
  world.classes.set(identity, null);
  const linear = linearise(of);
  const mapped = isModel(of, linear, world) ? mapClass(of, linear, world) : null;
  world.classes.set(identity, mapped);
  return mapped;
}

function isModel(of: ClassValue, linear: readonly Value[], world: World): boolean {
  if (isTrue(of.body.bindings.get('__abstract__')?.value) || isDeclarativeRoot(of)) return false;
  if (isMappedByDecorator(of)) return true;
  if (of.bases.some((base) => frameworkName(base) === 'AbstractConcreteBase')) return false;
  if (isSqlModel(linear)) return isTableModel(of.keywords) === true && !inheritsTableModel(linear, world);
  return (
    linear.slice(1).some((base) => isDeclarativeRoot(base) || (base.kind === 'class' && isMappedByDecorator(base))) ||
    looksMapped(of, linear)
  );
}

/** SQLModel maps no class whose base is a table already. */
function inheritsTableModel(linear: readonly Value[], world: World): boolean {
  return linear.slice(1).some((base) => base.kind === 'class' && mappedClass(base, world) !== null);
}

/** A base was not found, but only a model has a `__tablename__` beside columns. */
function looksMapped(of: ClassValue, linear: readonly Value[]): boolean {
  const isOpen = linear.some(isUnfollowed);
  return isOpen && (of.body.bindings.has('__tablename__') || of.body.bindings.has('__table__'));
}

function isUnfollowed(base: Value): boolean {
  if (base.kind === 'attribute' && isFacade(base.of)) return !facadeBases.has(base.name);
  return base.kind === 'unknown' || (base.kind === 'external' && base.missing !== null && !isColumnless(base));
}

/** What Flask-SQLAlchemy's `db` has that models inherit from; anything else is an extension of somebody's own. */
const facadeBases = new Set([
  'Model',
  'AbstractConcreteBase',
  'ConcreteBase',
  'DeclarativeBase',
  'DeclarativeBaseNoMeta',
  'DeferredReflection',
  'MappedAsDataclass',
]);

function mapClass(of: ClassValue, linear: readonly Value[], world: World): MappedClass | null {
  const unnamed: Ancestry = {
    of,
    receiver: of,
    linear,
    isMapped: (base) => mappedClass(base, world) !== null,
  };
  const name = tableNameOf(unnamed);
  const ancestry =
    typeof name.name === 'string' ? { ...unnamed, receiver: classWithTableName(of, name.name) } : unnamed;
  const parent = parentOf(linear, world);
  const registry = registryOfClass(of, linear) ?? world.unknownRegistry;
  const fixed = of.body.bindings.get('__table__') ?? inheritedTable(linear, ancestry);
  if (fixed?.assigned) return mapToTable(of, fixed, parent, registry, world);
  const collected = collectAttributes(ancestry, registry.types, world);
  if (isUnreadable(name.name)) {
    world.noteClass(of, name.name.unreadable);
    return null;
  }
  const isSingle = name.name === null || (isFlaskModel(linear) && parent !== null && !hasKey(collected, ancestry));
  const table =
    isSingle || name.name === null
      ? (parent?.table ?? null)
      : ownTable(name.name, name.given, ancestry, registry, world);
  if (table === null) {
    if (parent === null) world.noteClass(of, whyUnnamed(linear));
    return { of, table, parent, attributes: new Map() };
  }
  noteVersions(table, linear, world);
  return { of, table, parent, attributes: fill(table, collected, parent, world) };
}

/** SQLAlchemy-Continuum makes tables of its own for classes with `__versioned__`, once the mappers are configured. */
function noteVersions({ name, schema, place }: TableDraft, linear: readonly Value[], world: World): void {
  if (attributeOf(linear, '__versioned__') === null) return;
  for (const made of [`${name}_version`, 'transaction']) {
    const table = { schema: schemaIn(world.context.dialect, schema), name: made };
    const why = 'is made of __versioned__ when the program runs';
    world.context.note({ extent: 'whole', why, subject: made, table, place });
  }
}

/** Why a model has no table. */
function whyUnnamed(linear: readonly Value[]): string {
  const open = linear.find(isUnfollowed);
  if (open !== undefined) return `has no __tablename__, and its base ${whyNot(open, 'known')}`;
  return 'has no __tablename__ that static reading could find';
}

function parentOf(linear: readonly Value[], world: World): MappedClass | null {
  for (const base of linear.slice(1)) {
    const mapped = base.kind === 'class' ? mappedClass(base, world) : null;
    if (mapped !== null) return mapped;
  }
  return null;
}

/** `__table__` of a mixin: a `declared_attr` that makes the table. */
function inheritedTable(linear: readonly Value[], ancestry: Ancestry): Binding | undefined {
  const made = directive('__table__', ancestry);
  const holder = linear.find((base) => base.kind === 'class' && base.body.bindings.get('__table__')?.assigned);
  const binding = holder?.kind === 'class' ? holder.body.bindings.get('__table__') : undefined;
  return made === null || made.kind === 'unknown' || binding === undefined ? undefined : { ...binding, value: made };
}

/** `__table__ = Table(...)`: attributes are the table's column keys. */
function mapToTable(
  of: ClassValue,
  binding: Binding,
  parent: MappedClass | null,
  registry: Registry,
  world: World,
): MappedClass | null {
  const table = world.tableOf(binding.value, registry.metadata);
  if (table === null) {
    if (callOf(binding.value, 'Table') === null)
      world.noteClass(of, `its __table__ ${whyNot(binding.value, 'a Table that is known')}`);
    return { of, table: null, parent, attributes: new Map() };
  }
  world.nameModel(table, of);
  return { of, table, parent, attributes: new Map(table.columns.map((column) => [column.key, column])) };
}

interface Collected {
  readonly attribute: string;
  readonly read: ClassAttribute;
}

/**
 * The class's own attributes, then those of mixins and abstract bases in MRO order; the first definition of a name wins,
 * and what a mapped parent maps is the parent's.
 */
function collectAttributes(ancestry: Ancestry, types: TypeMap, world: World): readonly Collected[] {
  const isTable = isSqlModel(ancestry.linear);
  const seen = new Set<string>();
  const collected: Collected[] = [];
  for (const base of ancestry.linear) {
    if (isUnfollowed(base)) collected.push(unfollowed(base));
    if (base.kind !== 'class') continue;
    const isParent = base !== ancestry.of && ancestry.isMapped(base);
    if (isParent) for (const name of mappedClass(base, world)?.attributes.keys() ?? []) seen.add(name);
    for (const binding of base.body.bindings.values()) {
      if (seen.has(binding.name) || /^__\w+__$/.test(binding.name)) continue;
      seen.add(binding.name);
      makeSecondaryTable(binding.value, world);
      if (isParent) continue;
      const read = isTable
        ? readSqlModelField(binding, world.context)
        : readClassAttribute(binding, ancestry.receiver, types, world.context);
      collected.push({ attribute: binding.name, read });
    }
    for (const gap of isParent ? [] : base.body.obscured) collected.push(unfollowed(gap));
  }
  return collected;
}

/** `relationship(secondary=Table(...))` makes its table in passing. */
function makeSecondaryTable(value: Value, world: World): void {
  const secondary = value.kind === 'call' ? value.keywords.get('secondary') : undefined;
  if (secondary !== undefined) world.tableOf(secondary);
}

function unfollowed(value: Value): Collected {
  return {
    attribute: '',
    read: {
      kind: 'unread',
      why: `the base ${dottedPath(value) ?? ''} ${whyNot(value, 'known')}`.replace('  ', ' '),
      place: value.place,
    },
  };
}

/** Flask-SQLAlchemy gives a subclass a table of its own only where it has a key of its own, whatever its name says. */
function hasKey(collected: readonly Collected[], ancestry: Ancestry): boolean {
  const { items } = readTableArguments(directive('__table_args__', ancestry));
  if (items.some((item) => callOf(item, 'PrimaryKeyConstraint') !== null)) return true;
  return collected.some(
    ({ read }) => read.kind === 'columns' && read.columns.some((column) => column.primaryKey === true),
  );
}

function ownTable(name: string, given: boolean, ancestry: Ancestry, registry: Registry, world: World): TableDraft {
  const { of, linear } = ancestry;
  const args = readTableArguments(directive('__table_args__', ancestry));
  const schema = args.options.get('schema');
  const bind = isFlaskModel(linear) ? textOf(attributeOf(linear, '__bind_key__')) : null;
  const metadata =
    bind === null ? registry.metadata : { ...registry.metadata, identity: `${registry.metadata.identity} ${bind}` };
  const isExtended = isTrue(args.options.get('extend_existing'));
  const table = world.newTable(name, schema ?? null, metadata, (resolved, configured) => {
    const known = isExtended ? world.tables.find((each) => isTable(each, name, resolved, configured)) : undefined;
    return (
      known ??
      tableDraft({
        name,
        schema: resolved,
        metadata: configured,
        longestName: world.context.dialect.ddl.longestName,
        comment: textOf(args.options.get('comment')),
        options: args.options,
        model: of.qualifiedName,
        owner: of.module,
        nameGiven: given,
        external: world.isExternal(of),
        place: of.place,
      })
    );
  });
  queueArguments(table, args, world);
  return table;
}

/** Is it the table of that name in that MetaData, which `extend_existing` adds columns to? */
function isTable(table: TableDraft, name: string, schema: string | null, metadata: MetaDataDescription): boolean {
  return table.name === name && table.schema === schema && table.metadata.identity === metadata.identity;
}

function attributeOf(linear: readonly Value[], name: string): Value | null {
  for (const base of linear) {
    const binding = base.kind === 'class' ? base.body.bindings.get(name) : undefined;
    if (binding?.assigned) return binding.value;
  }
  return null;
}

/** Table arguments come after the columns, as in `Table(name, metadata, *columns, *args)`. */
function queueArguments(table: TableDraft, args: TableArguments, world: World): void {
  world.pendingItems.set(table, args);
}

function fill(
  table: TableDraft,
  collected: readonly Collected[],
  parent: MappedClass | null,
  world: World,
): ReadonlyMap<string, ColumnDescription> {
  const attributes = new Map<string, ColumnDescription>();
  const items: CallValue[] = [];
  for (const { attribute, read } of sorted(collected)) {
    if (read.kind === 'unread')
      addUnread(table, attribute === '' ? 'anything' : 'column', attribute || null, read.why, read.place);
    if (read.kind === 'item') items.push(read.call);
    if (read.kind !== 'columns') continue;
    for (const column of read.columns) {
      const existing = table === parent?.table ? sharedColumn(table, attribute, column) : undefined;
      const added = existing ?? addColumn(table, column, read.isComposite ? null : attribute, world.context);
      if (added !== null) attributes.set(attribute, added);
    }
  }
  for (const item of items) attachItem(table, item, world);
  const args = world.pendingItems.get(table);
  world.pendingItems.delete(table);
  for (const item of args?.items ?? []) addTableItem(table, item, world.context);
  for (const gap of args?.unread ?? []) addUnread(table, 'anything', null, gap.why, gap.place);
  return attributes;
}

/** `use_existing_column=True` and `declared_attr` with `cls.__table__.c.get(...)` share the column of a sibling class. */
function sharedColumn(
  table: TableDraft,
  attribute: string,
  column: { readonly name: unknown; readonly key: string | null },
): ColumnDescription | undefined {
  const key = column.key ?? (typeof column.name === 'string' ? column.name : attribute);
  return table.columns.find((existing) => existing.key === key);
}

/** Columns of a lower `sort_order` first; otherwise in the order of definition. */
function sorted(collected: readonly Collected[]): readonly Collected[] {
  const order = (read: ClassAttribute): number => (read.kind === 'columns' ? (read.columns[0]?.sortOrder ?? 0) : 0);
  return [...collected].sort((a, b) => order(a.read) - order(b.read));
}

function attachItem(table: TableDraft, call: CallValue, world: World): void {
  if (callOf(call, 'Index') !== null) addIndex(table, call, world.context);
  else addTableItem(table, call, world.context);
}
