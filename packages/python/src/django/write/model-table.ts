import { isUnreadable, type Schema, type Table, type TableRef } from '@canonical-schema/schema';
import type { FileDraft } from '../../edits/file-draft';
import { classAt } from '../../edits/python-file';
import type { ClassDefinition } from '../../syntax/ast';
import { columnName, hasColumn } from '../emit/field-columns';
import type { FieldState } from '../fields/field-state';
import type { LoadedModels } from '../loaded-models';
import { type ModelState, modelKey } from '../model-state';
import type { FileDrafts } from './files-of-project';
import { inheritedMeta } from './inherited-meta';
import { MetaDraft } from './meta-draft';
import type { ObjectHome } from './object-home';
import { isProblem, type Problem } from './problem';
import type { TakenNames } from './taken-names';

/** A table of the project with the class that makes it. */
export interface ModelTable {
  readonly table: Table;
  readonly state: ModelState;
  readonly owner: ClassDefinition;
  readonly draft: FileDraft;
  readonly meta: MetaDraft;
  readonly home: ObjectHome;
  /** The table as it is to be in the end; null where that is not known. */
  readonly canonical: Table | null;
  /** How many plain indexes were asked for so far over a column that has one without a name. */
  readonly writtenIndexes: Map<string, number>;
  /** The field of a column, as it was before; null for none. */
  fieldOfColumn(column: string): FieldState | null;
}

/** What finding the classes of tables asks. */
export interface TableQuestions {
  readonly loaded: LoadedModels;
  readonly tables: readonly Table[];
  readonly canonical: Schema;
  readonly drafts: FileDrafts;
  readonly names: TakenNames;
  /** The field of a column after all changes; null where only the models as they were know it. */
  fieldOf(table: TableRef, column: string): string | null;
}

/** The tables of a project's models by name, through the renames of one writing. */
export class ModelTables {
  private readonly known = new Map<Table, ModelTable | Problem>();
  private readonly byName: Map<string, Table>;

  constructor(private readonly questions: TableQuestions) {
    this.byName = new Map(questions.tables.map((table) => [keyOf(table), table]));
  }

  /** Does the project have the table? */
  has(ref: TableRef): boolean {
    return this.byName.has(keyOf(ref));
  }

  /** The table as the models made it before. */
  tableNamed(ref: TableRef): Table | null {
    return this.byName.get(keyOf(ref)) ?? null;
  }

  /** From now on the table goes by another name. */
  rename(from: TableRef, to: TableRef): void {
    const table = this.byName.get(keyOf(from));
    if (table !== undefined) this.byName.set(keyOf(to), table);
  }

  /** The class of a table; or why it cannot be edited. */
  modelOf(ref: TableRef): ModelTable | Problem {
    const table = this.byName.get(keyOf(ref));
    if (table === undefined) {
      return { why: `No model makes the table ${ref.name}.`, remedy: `Write a model with db_table "${ref.name}".` };
    }
    const known = this.known.get(table) ?? this.found(table, ref);
    this.known.set(table, known);
    return known;
  }

  /** Says to the drafts what became of the Meta of each model. */
  finish(): void {
    for (const each of this.known.values()) if (!isProblem(each)) each.meta.finish();
  }

  private found(table: Table, ref: TableRef): ModelTable | Problem {
    const { loaded, drafts } = this.questions;
    const [app = '', name = '', field] = table.orm?.model.split('.') ?? [];
    const at = table.place === null ? {} : { place: table.place };
    if (field !== undefined) {
      const why = `The table ${table.name} is the join table that Django makes for the field ${name}.${field}.`;
      return { why, remedy: 'Write a model of its own for it, and name that in the field as "through".', ...at };
    }
    const state = loaded.all.get(modelKey(app, name));
    const draft = state?.place === null || state?.place === undefined ? null : drafts.draft(state.place.path);
    if (state === undefined || draft === null || state.place === null || state.external) {
      const why = `The model ${app}.${name} of the table ${table.name} is not part of the project.`;
      return { why, remedy: 'Change the package that it belongs to, or the SQL.', ...at };
    }
    if (state.condition !== null) {
      const why = `The class ${name} exists only under the condition ${state.condition}.`;
      return { why, remedy: 'Make the change by hand.', ...at };
    }
    const [broken] = draft.file.syntax.errors;
    if (broken !== undefined) {
      const why = `${state.place.path} does not parse, so that the class ${name} is not known wholly.`;
      return { why, remedy: 'Mend the file first.', place: draft.file.source.placeOf(broken) };
    }
    const owner = classAt(draft.file, state.place.span);
    if (owner === null || owner.name !== name) {
      const why = `The class ${name} of the table ${table.name} is not written as a class statement.`;
      return { why, remedy: 'Make the change by hand.', ...at };
    }
    const meta = new MetaDraft(owner, draft, inheritedMeta(state, owner, draft, loaded));
    return meta.problem() ?? this.made(table, ref, state, owner, draft, meta);
  }

  private made(
    table: Table,
    ref: TableRef,
    state: ModelState,
    owner: ClassDefinition,
    draft: FileDraft,
    meta: MetaDraft,
  ): ModelTable {
    const { loaded, canonical, fieldOf } = this.questions;
    const { registry, version, backend } = loaded.context;
    const fieldOfColumn = (column: string): FieldState | null =>
      registry.fields(state).find((field) => hasColumn(field) && backend.names.stored(columnName(field)) === column) ??
      null;
    const own =
      canonical.tables.find((each) => keyOf(each) === keyOf(ref)) ??
      canonical.tables.find((each) => keyOf(each) === keyOf(table));
    const columnNamed = (name: string) =>
      own?.columns.find((column) => column.name === name) ?? table.columns.find((column) => column.name === name);
    const home: ObjectHome = {
      table: table.name,
      // Names of the class around it mean nothing inside Meta.
      file: { spelling: draft.spelling, style: draft.file.style, hidden: new Set() },
      version,
      backend,
      takeName: (member, name) => this.questions.names.take(member, name, table),
      fieldOf: (column) => fieldOf(ref, column) ?? fieldOf(table, column) ?? fieldOfColumn(column)?.name ?? null,
      typeOf: (column) => {
        const type = columnNamed(column)?.type;
        return type === undefined || isUnreadable(type) ? undefined : type;
      },
      isNullable: (column) => columnNamed(column)?.nullable !== false,
    };
    return {
      table,
      state,
      owner,
      draft,
      meta,
      home,
      fieldOfColumn,
      canonical: own ?? null,
      writtenIndexes: new Map(),
    };
  }
}

/** A table's name as a key. */
export function keyOf({ schema, name }: TableRef): string {
  return `${schema}\u0000${name}`;
}
