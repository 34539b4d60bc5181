import {
  type Catalog,
  CatalogError,
  isUnreadable,
  type Place,
  type Remark,
  type TableRef,
  type Unread,
} from '@canonical-schema/schema';
import type { SqlRun } from '@canonical-schema/sql';
import type { Value } from '../../syntax/value';
import { emitContext, type LoadedModels } from '../loaded-models';
import { type ModelKey, type ModelState, modelKey } from '../model-state';
import { type Migration, migrationLabel } from './migration';
import { type Operation, OperationError } from './operation';
import type { Moment } from './operation-kind';
import { operationKinds, readOperation } from './operation-kinds';
import { ProjectState } from './project-state';
import { SchemaEditor } from './schema-editor';

/** Carries out migrations over the models and over a catalog, each its own way. Source: `Migration.apply`. */
export class Replay {
  readonly unread: Unread[] = [];
  readonly remarks: Remark[] = [];
  /** Apps with an operation that is not known: their tables may have anything besides. */
  readonly lost = new Map<string, Unread>();
  /** Labels of apps whose migrations changed the models. */
  readonly after: Moment;
  private readonly before: Moment;
  private readonly editor: SchemaEditor;
  private readonly session: SqlRun;
  private migration: Migration | null = null;

  constructor(
    readonly loaded: LoadedModels,
    catalog: Catalog,
    models: ReadonlyMap<ModelKey, ModelState>,
  ) {
    this.before = this.momentOf(new ProjectState(new Map(models), loaded));
    this.after = this.momentOf(new ProjectState(new Map(models), loaded));
    this.editor = new SchemaEditor(catalog, loaded.fields.backend);
    const { sql, server } = loaded.fields.backend;
    this.session = sql.session(catalog, { version: server.join('.') });
  }

  isExternal(app: string): boolean {
    return this.loaded.apps.appLabelled(app)?.external ?? false;
  }

  /** Carries out one migration. */
  run(migration: Migration): void {
    this.migration = migration;
    for (const value of migration.operations) this.runOperation(value, migration.app, this.before, this.after);
    this.attempt(null, migration.place, () => this.editor.finish());
    this.migration = null;
  }

  /** Operations on the database alone, over models that go their own way. */
  runSeparately(operations: readonly Value[], app: string): void {
    const before = this.momentOf(this.before.project.clone());
    const after = this.momentOf(this.before.project.clone());
    for (const value of operations) this.runOperation(value, app, before, after);
  }

  /** An operation on the models alone. */
  runState(project: ProjectState, value: Value, app: string): void {
    const read = readOperation(value, app, this.loaded.fields.program);
    if (read.kind === 'unread') this.noteAt('whole', read.why, value.place, null);
    if (read.kind !== 'operation') return;
    const { operation } = read;
    this.attempt(operation, value.place, () => operationKinds.get(operation.kind)?.state?.(project, operation, this));
  }

  /** SQL on the database alone. */
  runSql(text: string, place: Place, operation: Operation): void {
    const { unread, remarks } = this.session.run(text, place);
    if (this.isForeign()) return;
    this.unread.push(
      ...unread.map((each) => ({ ...each, subject: `${each.subject ?? 'SQL'} in ${this.label(operation.app)}` })),
    );
    this.remarks.push(...remarks);
  }

  /** Notes that something of an operation could not be read. */
  note(extent: Unread['extent'], why: string, operation: Operation, table: TableRef | null): void {
    this.noteAt(extent, why, operation.place, table);
  }

  private runOperation(value: Value, app: string, before: Moment, after: Moment): void {
    const read = readOperation(value, app, this.loaded.fields.program);
    if (read.kind === 'unread') {
      this.noteAt('whole', read.why, value.place, null);
      this.lost.set(app, { extent: 'whole', why: read.why, subject: this.label(app), table: null, place: value.place });
    }
    if (read.kind !== 'operation') return;
    const { operation, doubt } = read;
    const kind = operationKinds.get(operation.kind);
    const step = { editor: this.editor, before, after, replay: this };
    this.attempt(operation, value.place, () => {
      kind?.state?.(after.project, operation, this);
      kind?.database?.(step, operation);
    });
    if (doubt !== null) this.note('fact', doubt, operation, this.tableOf(operation));
    before.project.follow(after.project);
  }

  /** What the text of a migration may cause becomes unread; a broken invariant of our own goes on being thrown. */
  private attempt(operation: Operation | null, place: Place, run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof CatalogError || error instanceof OperationError)) throw error;
      this.noteAt('whole', error.message, place, operation === null ? null : this.tableOf(operation));
    }
  }

  /** The table of the model that an operation is about. */
  private tableOf({ app, arguments: values }: Operation): TableRef | null {
    const name = values.get('model_name') ?? values.get('new_name') ?? values.get('name');
    const state = name?.kind === 'str' ? this.after.project.models.get(modelKey(app, name.value)) : undefined;
    const dbTable = state === undefined ? null : this.after.context.registry.dbTable(state);
    return dbTable === null || isUnreadable(dbTable) ? null : this.after.context.backend.names.tableRef(dbTable);
  }

  private noteAt(extent: Unread['extent'], why: string, place: Place, table: TableRef | null): void {
    if (this.isForeign()) return;
    this.unread.push({ extent, why, subject: this.label(''), table, place });
  }

  private label(app: string): string {
    return `migration ${this.migration === null ? app : migrationLabel(this.migration)}`;
  }

  /** What installed packages do is theirs to answer for. */
  private isForeign(): boolean {
    return this.migration?.external === true;
  }

  private momentOf(project: ProjectState): Moment {
    const { fields, project: whole } = this.loaded;
    return { project, context: emitContext(project.models, fields, whole.version) };
  }
}
