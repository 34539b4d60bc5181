import { type Place, type Table, type TableRef, tableLabel } from '@canonical-schema/schema';
import type { Call, ClassDefinition } from '../../syntax/ast';
import type { ClassValue } from '../../syntax/value';
import { registryOfClass } from '../declarative/metadata';
import { isSqlModel } from '../declarative/table-name';
import type { TableDescription } from '../description';
import { frameworkName } from '../framework-name';
import { linearise } from '../linearise';
import type { LoadedModels } from '../load-models';
import { type TypeMap, typeOfPython } from '../types/read-annotation';
import { Habits } from './habits';
import type { ImportedName } from './imported-name';
import type { ModelFile, ModelFiles } from './model-file';
import { Scribe } from './scribe';
import { type ColumnForm, calleeName, type SourceColumn, sourceColumns } from './source-column';

/** A table of the models with the text that makes it. */
export interface TableTarget {
  readonly table: TableDescription;
  readonly emitted: Table;
  readonly file: ModelFile;
  readonly node: ClassNode | { readonly kind: 'core'; readonly call: Call };
  /** How its columns are written. */
  readonly form: ColumnForm;
  /** Those of its own text, in source order. */
  readonly columns: readonly SourceColumn[];
  readonly scribe: Scribe;
  /** Columns that get a flag of an index or key by the changes that are being made. */
  readonly flagged: Set<string>;
  /** The type that SQLAlchemy gives an annotation by itself; null for none that is known. */
  mapped(python: ImportedName): string | null;
}

export interface ClassNode {
  readonly kind: 'class';
  readonly definition: ClassDefinition;
  /** Has it an `__init__` made of its attributes, in which order they matter? */
  readonly isDataclass: boolean;
  /** Does a base bring `__table_args__` that a definition of the class's own would hide? */
  readonly inheritsArguments: boolean;
}

/** Why something cannot be written, and what a person does instead. */
export interface Refusal {
  readonly why: string;
  readonly remedy: string;
  readonly place: Place | null;
}

/** Did it come to a refusal? */
export function isRefusal(answer: object): answer is Refusal {
  return 'remedy' in answer && 'why' in answer;
}

/** Finds tables and columns in the text of models. */
export class Targets {
  readonly columns: readonly SourceColumn[];
  private readonly known = new Map<string, TableTarget | Refusal>();
  private readonly emitted: ReadonlyMap<string, Table>;
  private readonly described: ReadonlyMap<string, TableDescription>;
  private readonly taken = new Set<string>();
  private readonly places = new Map<string, number>();
  private readonly byFile = new Map<ModelFile, SourceColumn[]>();
  private readonly byTable = new Map<TableDescription, SourceColumn[]>();

  constructor(
    readonly loaded: LoadedModels,
    readonly files: ModelFiles,
    /** Tables that are to be added. */
    private readonly coming: readonly TableRef[],
  ) {
    this.columns = sourceColumns(loaded, files);
    this.emitted = new Map(loaded.schema.tables.map((table) => [keyOf(table), table]));
    this.described = new Map(
      loaded.models.tables.map((table) => [keyOf({ schema: table.schema ?? 'public', name: table.name }), table]),
    );
    for (const { place } of loaded.models.tables)
      this.places.set(placeOf(place), (this.places.get(placeOf(place)) ?? 0) + 1);
    for (const column of this.columns) {
      push(this.byFile, column.file, column);
      push(this.byTable, column.table, column);
    }
  }

  /** Is there such a table in the models? */
  has(ref: TableRef): boolean {
    return this.emitted.has(keyOf(ref));
  }

  /** A table's column whose text is no other table's, as a subclass that shares the table has it. */
  lentColumn({ table, file }: TableTarget, name: string): SourceColumn | null {
    const found = this.byTable.get(table)?.find((column) => column.column.name === name);
    if (found === undefined || found.file !== file) return null;
    const key = placeOf(found.column.place);
    const users = this.columns.filter(({ column }) => placeOf(column.place) === key);
    return users.length === 1 ? found : null;
  }

  /** Is there to be such a table? */
  isComing(ref: TableRef): boolean {
    return this.coming.some((each) => keyOf(each) === keyOf(ref));
  }

  /** The description of a table; null where the models have none. */
  description(ref: TableRef): TableDescription | null {
    return this.described.get(keyOf(ref)) ?? null;
  }

  /** The text of a table, or why it cannot be edited. */
  table(ref: TableRef): TableTarget | Refusal {
    const key = keyOf(ref);
    const known = this.known.get(key) ?? this.find(ref);
    this.known.set(key, known);
    return known;
  }

  /** A scribe for code that stands in no class yet; `hidden` are the names that its own class will have. */
  scribeOf(file: ModelFile, hidden: ReadonlySet<string>): Scribe {
    return this.scribe(file, [], hidden);
  }

  /** The columns of a file. */
  columnsIn(file: ModelFile): readonly SourceColumn[] {
    return this.byFile.get(file) ?? [];
  }

  /** How the classes of a file write their columns. */
  formNear(file: ModelFile): ColumnForm {
    return this.formOf([], file, false);
  }

  /** The type that SQLAlchemy gives an annotation in the classes of a file; null where one of their type maps may decide. */
  mappedNear(file: ModelFile, python: ImportedName): string | null {
    const of = this.loaded.program
      .moduleAt(file.path)
      ?.classes.findLast(({ value }) => registryOfClass(value, linearise(value)) !== null);
    const types = of === undefined ? undefined : registryOfClass(of.value, linearise(of.value))?.types;
    return types === undefined ? null : this.mappedType(python, types, of?.value.place ?? file.file.source.start);
  }

  /** Does the module bind a name, or will it? */
  isBound(file: ModelFile, name: string): boolean {
    const namespace = this.loaded.program.moduleAt(file.path)?.namespace;
    return namespace?.bindings.has(name) === true || this.taken.has(`${file.path} ${name}`);
  }

  /** Notes a name that a module will bind. */
  take(file: ModelFile, name: string): void {
    this.taken.add(`${file.path} ${name}`);
  }

  private find(ref: TableRef): TableTarget | Refusal {
    const key = keyOf(ref);
    const [table, emitted] = [this.described.get(key), this.emitted.get(key)];
    if (table === undefined || emitted === undefined) {
      return {
        why: `The SQLAlchemy models have no table ${tableLabel(ref)} that could be edited.`,
        remedy: `Write the change where ${tableLabel(ref)} is made.`,
        place: null,
      };
    }
    const file = table.external ? null : this.files.at(table.place.path);
    if (file === null) return refused(table, 'lies outside of the project', 'Change it there');
    if ((this.places.get(placeOf(table.place)) ?? 0) > 1)
      return refused(table, 'is made by code that makes several tables', 'Change that code');
    const broken = brokenFile(file);
    if (broken !== null) return broken;
    const definition = file.classAt(table.place.span);
    if (definition !== null) return this.ofClass(table, emitted, file, definition);
    const placed = file.callAt(table.place.span);
    if (placed === null || placed.isRepeated || calleeName(placed.call) !== 'Table')
      return refused(table, 'is made by code that runs in a function or a loop', 'Change that code');
    const open = placed.call.args.find(({ form }) => form === 'star' || form === 'double-star');
    if (open !== undefined) return refused(table, 'has arguments that are unpacked', 'Change what is unpacked');
    const columns = this.byTable.get(table) ?? [];
    return {
      table,
      emitted,
      file,
      node: { kind: 'core', call: placed.call },
      form: 'core',
      columns,
      scribe: this.scribe(file, columns, new Set()),
      flagged: new Set(),
      mapped: () => null,
    };
  }

  private ofClass(
    table: TableDescription,
    emitted: Table,
    file: ModelFile,
    definition: ClassDefinition,
  ): TableTarget | Refusal {
    const value = this.classValue(file, definition);
    if (value === null) return refused(table, 'is made by a class that exists under a condition', 'Change the class');
    const linear = linearise(value);
    const types: TypeMap = registryOfClass(value, linear)?.types ?? new Map();
    const columns = (this.byTable.get(table) ?? []).filter(
      ({ file: at, statement }) =>
        at === file && definition.start <= statement.start && statement.end <= definition.end,
    );
    const isDataclass =
      linear.some((base) => frameworkName(base) === 'MappedAsDataclass') || isDataclassDecorator(file, definition);
    const inheritsArguments = linear
      .slice(1)
      .some((base) => base.kind === 'class' && base.body.bindings.has('__table_args__') && !this.isTable(base));
    return {
      table,
      emitted,
      file,
      node: { kind: 'class', definition, isDataclass, inheritsArguments },
      form: this.formOf(columns, file, isSqlModel(linear)),
      columns,
      scribe: this.scribe(file, columns, new Set(value.body.bindings.keys())),
      flagged: new Set(),
      mapped: (python) => this.mappedType(python, types, table.place),
    };
  }

  /** A mapped base keeps its arguments to itself, unless a function declares them. */
  private isTable(base: ClassValue): boolean {
    const isMapped = this.loaded.models.tables.some(({ place }) => placeOf(place) === placeOf(base.place));
    return isMapped && base.body.bindings.get('__table_args__')?.value.kind !== 'function';
  }

  private mappedType({ module, name }: ImportedName, types: TypeMap, place: Place): string | null {
    const value = { kind: 'external' as const, name: `${module}.${name}`, missing: null, place };
    const type = typeOfPython(value, types, this.loaded.context);
    return type.kind === 'plain' && type.collation === null ? type.text : null;
  }

  private classValue(file: ModelFile, { start, end }: ClassDefinition): ClassValue | null {
    const module = this.loaded.program.moduleAt(file.path);
    const found = module?.classes.find(
      ({ value: { place } }) => place.path === file.path && place.span.start === start && place.span.end === end,
    );
    return found === undefined || found.condition !== null ? null : found.value;
  }

  /** As the class writes its columns, or else the classes near it. */
  private formOf(columns: readonly SourceColumn[], file: ModelFile, isSqlModelClass: boolean): ColumnForm {
    if (isSqlModelClass) return 'sqlmodel';
    const habits = new Habits([columns, this.byFile.get(file) ?? [], this.columns]);
    const form = habits.prevailing((column) =>
      column.form === 'core' || column.form === 'sqlmodel' ? null : column.form,
    );
    return form ?? (this.loaded.context.isAtLeast(2, 0) ? 'mapped' : 'column');
  }

  private scribe(file: ModelFile, columns: readonly SourceColumn[], hidden: ReadonlySet<string>): Scribe {
    const habits = new Habits([columns, this.byFile.get(file) ?? [], this.columns]);
    return new Scribe(file, habits, this.loaded.context, hidden);
  }
}

/** A file that does not parse wholly is not edited: its statements may not end where they seem to. */
export function brokenFile({ file, path }: ModelFile): Refusal | null {
  const [error] = file.syntax.errors;
  if (error === undefined) return null;
  const place = file.source.placeOf(error);
  return { why: `${path} does not parse.`, remedy: `Correct line ${place.line} first.`, place };
}

function isDataclassDecorator(file: ModelFile, { decorators }: ClassDefinition): boolean {
  return decorators.some((decorator) => file.textOf(decorator).includes('mapped_as_dataclass'));
}

function refused(table: TableDescription, why: string, remedy: string): Refusal {
  return {
    why: `Table ${table.name} ${why}.`,
    remedy: `${remedy} in ${table.place.path} by hand.`,
    place: table.place,
  };
}

function keyOf({ schema, name }: TableRef): string {
  return JSON.stringify([schema, name]);
}

function placeOf({ path, span }: Place): string {
  return `${path}:${span.start}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
