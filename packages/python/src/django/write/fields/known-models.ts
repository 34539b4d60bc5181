import { isUnreadable, type Place, type Table, type TableRef } from '@canonical-schema/schema';
import { isSwappedOut } from '../../emit/emit';
import { columnName, hasColumn } from '../../emit/field-columns';
import { argument, knownText } from '../../fields/arguments';
import type { FieldState } from '../../fields/field-state';
import { type ModelKey, type ModelState, modelKey } from '../../model-state';
import { fieldName } from './field-name';
import type { FieldWriting, NewModel } from './field-writing';

/** A model as foreign keys see it: one that is loaded, or one that is written in the same go. */
export interface KnownModel {
  readonly key: ModelKey;
  readonly app: string;
  readonly name: string;
  /** Null for one that is written in the same go. */
  readonly state: ModelState | null;
  /** The column of its key; null where it has none or several. */
  readonly keyColumn: string | null;
  /** Has it a field of that name? */
  hasField(name: string): boolean;
  /** The name of the field that makes a column; null where none does. */
  fieldOf(column: string): string | null;
}

/** The models of a project by their tables, and the names by which they know who points to them. */
export class KnownModels {
  private readonly byTable = new Map<string, KnownModel>();
  private readonly reverseNames = new Map<ModelKey, Set<string>>();
  private readonly wanted: ReadonlyMap<string, Table>;
  private readonly byPlace = new Map<string, ModelState[]>();

  private constructor(private readonly writing: FieldWriting) {
    const { all, context } = writing.loaded;
    this.wanted = new Map(writing.canonical.tables.map((table) => [tableKey(table), table]));
    for (const [key, state] of all) {
      if (state.options.proxy || isSwappedOut(key, state, context)) continue;
      const dbTable = context.registry.dbTable(state);
      if (isUnreadable(dbTable)) continue;
      const table = tableKey(context.backend.names.tableRef(dbTable));
      this.byTable.set(table, this.loadedModel(key, state, this.wanted.get(table) ?? null));
    }
    for (const model of writing.newModels) this.byTable.set(tableKey(model.table), newModel(model));
    for (const state of all.values()) {
      for (const field of state.fields) {
        this.noteRelation(state, field);
        if (field.place !== null && !state.options.proxy) this.notePlace(state, field.place);
      }
    }
  }

  private static readonly made = new WeakMap<FieldWriting, KnownModels>();

  /** What is known for one writing; found out once. */
  static of(writing: FieldWriting): KnownModels {
    const known = KnownModels.made.get(writing) ?? new KnownModels(writing);
    KnownModels.made.set(writing, known);
    return known;
  }

  /** The model whose table that is; null for none. */
  modelOf(table: TableRef): KnownModel | null {
    return this.byTable.get(tableKey(table)) ?? null;
  }

  /** The table as the SQL has it; null where it has none of that name. */
  wantedTable(table: TableRef): Table | null {
    return this.wanted.get(tableKey(table)) ?? null;
  }

  /** The names that a relation from elsewhere must not take on a model: those of its fields and of other relations. */
  isReverseNameTaken(target: KnownModel, name: string): boolean {
    return target.hasField(name) || this.namesOf(target.key).has(name);
  }

  /** The other models that have the field which stands at a place. */
  othersWith(state: ModelState, place: Place): readonly ModelState[] {
    return (this.byPlace.get(placeKey(place)) ?? []).filter((each) => each !== state);
  }

  /** How many models have the field which stands at a place. */
  modelsWith(place: Place): number {
    return this.byPlace.get(placeKey(place))?.length ?? 0;
  }

  /** Remembers that a relation was written. */
  takeReverseNames(target: ModelKey, names: readonly string[]): void {
    const taken = this.namesOf(target);
    for (const name of names) taken.add(name);
  }

  /** Does a relation from elsewhere already use that name on the model? */
  hasReverseName(key: ModelKey, name: string): boolean {
    return this.namesOf(key).has(name);
  }

  private namesOf(key: ModelKey): Set<string> {
    const known = this.reverseNames.get(key);
    if (known !== undefined) return known;
    const names = new Set<string>();
    this.reverseNames.set(key, names);
    return names;
  }

  private notePlace(state: ModelState, place: Place): void {
    const known = this.byPlace.get(placeKey(place));
    if (known === undefined) this.byPlace.set(placeKey(place), [state]);
    else known.push(state);
  }

  private noteRelation(state: ModelState, field: FieldState): void {
    const to = field.relation?.to;
    if (to === undefined || isUnreadable(to)) return;
    const isOne = field.kind.form === 'one-to-one';
    const ownDefault = state.meta?.value('default_related_name');
    const fallback = ownDefault?.kind === 'str' ? ownDefault.value : null;
    const written = knownText(field, 'related_name') ?? fallback;
    if (written?.endsWith('+')) return;
    const named = written === null ? null : withClassNames(written, state);
    const query = argument(field, 'related_query_name');
    const queryName = query?.kind === 'str' ? withClassNames(query.value, state) : named;
    this.takeReverseNames(to, [named ?? defaultAccessor(state.name, isOne), queryName ?? state.name.toLowerCase()]);
  }

  /** Fields that the SQL wants are as good as there: they may come in the same go. */
  private loadedModel(key: ModelKey, state: ModelState, wanted: Table | null): KnownModel {
    let coming: ReadonlySet<string> | null = null;
    const willHave = (name: string): boolean => {
      coming ??= new Set(wanted?.columns.map((column) => fieldNameIn(wanted, column.name)));
      return coming.has(name);
    };
    const { registry, backend } = this.writing.loaded.context;
    const columns = () => registry.fields(state).filter(hasColumn);
    return {
      key,
      app: state.app,
      name: state.name,
      state,
      get keyColumn() {
        const field = registry.primaryKey(state);
        return field === null ? null : backend.names.stored(columnName(field));
      },
      hasField: (name) => registry.fields(state).some((field) => field.name === name) || willHave(name),
      fieldOf: (column) => columns().find((each) => backend.names.stored(columnName(each)) === column)?.name ?? null,
    };
  }
}

/** `trade_set` of a model that points here, or `trade` where it is one to one. */
export function defaultAccessor(model: string, isOne: boolean): string {
  return isOne ? model.toLowerCase() : `${model.toLowerCase()}_set`;
}

function newModel({ app, name, table }: NewModel): KnownModel {
  const key = table.primaryKey?.columns;
  return {
    key: modelKey(app, name),
    app,
    name,
    state: null,
    keyColumn: key?.length === 1 ? (key[0] ?? null) : null,
    hasField: (field) => table.columns.some((each) => fieldNameIn(table, each.name) === field),
    fieldOf: (column) => (table.columns.some((each) => each.name === column) ? fieldNameIn(table, column) : null),
  };
}

/** The name that the field of a column gets in a model of its own. */
export function fieldNameIn(table: Table, column: string): string {
  const isRelation = table.foreignKeys.some(({ columns }) => columns.length === 1 && columns[0] === column);
  const key = table.primaryKey?.columns;
  const isKey = key?.length === 1 && key[0] === column;
  return fieldName({ column, isRelation, isKey, isTaken: () => false }).name;
}

function withClassNames(name: string, { app, name: model }: ModelState): string {
  return name
    .replaceAll('%(class)s', model.toLowerCase())
    .replaceAll('%(model_name)s', model.toLowerCase())
    .replaceAll('%(app_label)s', app);
}

function placeKey({ path, span }: Place): string {
  return `${path}:${span.start}`;
}

function tableKey({ schema, name }: TableRef): string {
  return `${schema}\u0000${name}`;
}
