import type { Change, Refused, Schema, Table, Written } from '@canonical-schema/schema';
import { pythonString } from '../../edits/python-text';
import { type DjangoModelsOptions, type LoadedModels, loadModels } from '../loaded-models';
import { modelsReading } from '../reader';
import { misread } from './confirmed';
import { needOf, removeModel } from './dropped-models';
import { setArgument } from './field-flags';
import type { FieldWriting } from './fields/field-writing';
import { writeFields } from './fields/write-fields';
import { FileDrafts } from './files-of-project';
import { keyOf, type ModelTable, ModelTables } from './model-table';
import { type AddTable, plannedModels, writeNewModel } from './new-models';
import { dbTableText, type ObjectChange, type VacantEntries, writeObjectChange } from './object-changes';
import { isProblem, type Problem } from './problem';
import { settledChanges } from './settled-changes';
import { TakenNames } from './taken-names';

/** What `writeDjangoModels` is asked. */
export interface DjangoModelsWriting extends DjangoModelsOptions {
  /** In the models' own names of tables, with the objects as the SQL has them. */
  readonly changes: readonly Change[];
  /** What the models shall agree with. */
  readonly canonical: Schema;
  /** The label of the app that gets the models of new tables; found by the table's name where absent. */
  readonly newTableApp?: string;
}

/** Changes to what Django's models say nothing of. */
const foreign: ReadonlySet<Change['kind']> = new Set([
  'add-enum',
  'drop-enum',
  'rename-enum',
  'add-enum-label',
  'rename-enum-label',
  'add-domain',
  'alter-domain',
  'drop-domain',
  'add-sequence',
  'alter-sequence',
  'drop-sequence',
  'add-other',
  'drop-other',
]);

const objectKinds: ReadonlySet<Change['kind']> = new Set([
  'add-index',
  'drop-index',
  'rename-index',
  'add-constraint',
  'drop-constraint',
  'rename-constraint',
  'set-table-comment',
  'rename-table',
]);

/** The edits of a Django project's files that make its models say what changes ask; nothing where any is refused. */
export function writeDjangoModels(options: DjangoModelsWriting): Written {
  const changes = settledChanges(options.changes, options.canonical);
  const writer = new ModelsWriter({ ...options, changes });
  const refused = writer.write();
  if (refused.length > 0) return { edits: [], refused };
  const edits = writer.edits();
  const wrong = misread(changes, edits, options);
  return wrong.length > 0 ? { edits: [], refused: wrong } : { edits, refused: [] };
}

/** One writing: the drafts of all files, and what came of each change. */
class ModelsWriter {
  readonly loaded: LoadedModels;
  readonly drafts: FileDrafts;
  private readonly tables: readonly Table[];
  readonly names: TakenNames;
  private readonly refused: Refused[] = [];
  private readonly dropped: { readonly change: Change; readonly model: ModelTable }[] = [];
  private readonly vacant: VacantEntries = new Map();

  constructor(readonly options: DjangoModelsWriting) {
    this.loaded = loadModels(options);
    const { program, isInstalled } = this.loaded.project;
    this.drafts = new FileDrafts(options.files, program, isInstalled);
    this.tables = modelsReading(this.loaded).schema.tables;
    this.names = new TakenNames(this.tables);
  }

  write(): readonly Refused[] {
    const { changes, canonical, files, newTableApp } = this.options;
    const added = changes.filter((change): change is AddTable => change.kind === 'add-table');
    const planned = plannedModels(added, newTableApp, canonical, this.loaded);
    for (const { change, problem } of planned.problems) this.refuse(change, problem);
    const writing: FieldWriting = {
      loaded: this.loaded,
      files,
      canonical,
      newModels: planned.models,
      draft: (path) => this.drafts.draft(path),
    };
    const fresh = new Set(added.map(({ table }) => keyOf(table)));
    const fields = writeFields(
      changes.filter((change) => !('table' in change && fresh.has(keyOf(asRef(change.table))))),
      writing,
    );
    this.refused.push(...fields.refused);
    const tables = new ModelTables({
      loaded: this.loaded,
      tables: this.tables,
      canonical,
      drafts: this.drafts,
      names: this.names,
      fieldOf: (table, column) => fields.fieldOf(table, column),
    });
    for (const change of changes) if (!fields.taken.has(change)) this.writeChange(change, tables, fresh);
    // Only now is it known what else goes.
    for (const { change, model } of this.dropped) this.tell(change, needOf(model, changes, this));
    for (const { meta, entry } of this.vacant.values()) meta.remove(entry);
    // Fields that go take their entries of Meta along, and may leave a list empty.
    for (const change of changes)
      if ('table' in change && !fresh.has(keyOf(asRef(change.table)))) tables.modelOf(asRef(change.table));
    for (const model of planned.models) {
      for (const problem of writeNewModel(model, writing, this)) this.refuse(model.change, problem);
    }
    tables.finish();
    fields.finish();
    return this.refused;
  }

  edits() {
    return this.drafts.edits();
  }

  private writeChange(change: Change, tables: ModelTables, fresh: ReadonlySet<string>): void {
    if (foreign.has(change.kind) || change.kind === 'add-table' || !('table' in change)) return;
    const ref = asRef(change.table);
    // The class of a new table says all that is said of the table.
    if (fresh.has(keyOf(ref))) return;
    if (change.kind === 'rename-table' && this.renamesJoinTable(change, tables)) return;
    const model = tables.modelOf(ref);
    if (isProblem(model)) {
      this.refuse(change, model);
      return;
    }
    if (change.kind === 'drop-table') {
      this.tell(change, removeModel(model));
      this.dropped.push({ change, model });
    } else if (isObjectChange(change)) this.tell(change, writeObjectChange(change, model, this.vacant));
    else this.refuse(change, unwritable(change, model.state.name));
    if (change.kind === 'rename-table') tables.rename(change.table, change.to);
  }

  /** The table that Django makes for a many-to-many field is named by the field. */
  private renamesJoinTable(change: Extract<Change, { kind: 'rename-table' }>, tables: ModelTables): boolean {
    const [app = '', name = '', field] = tables.tableNamed(change.table)?.orm?.model.split('.') ?? [];
    const owner = this.tables.find((table) => table.orm?.model === `${app}.${name}`);
    if (field === undefined || owner === undefined) return false;
    const model = tables.modelOf(owner);
    const state = isProblem(model) ? undefined : model.state.fields.find((each) => each.name === field);
    if (isProblem(model) || state === undefined) return false;
    const text = pythonString(dbTableText(change.to), model.draft.file.style);
    this.tell(change, setArgument(model, state, 'db_table', text));
    tables.rename(change.table, change.to);
    return true;
  }

  private tell(change: Change, problem: Problem | null): void {
    if (problem !== null) this.refuse(change, problem);
  }

  private refuse(change: Change, { why, remedy, place }: Problem): void {
    this.refused.push({ change, why, remedy, place: place ?? null });
  }
}

function isObjectChange(change: Change): change is ObjectChange {
  return objectKinds.has(change.kind);
}

function unwritable(change: Change, model: string): Problem {
  return { why: `The change ${change.kind} of ${model} was not written.`, remedy: 'Make it by hand.' };
}

function asRef(table: { readonly schema: string; readonly name: string } | string | undefined) {
  return typeof table === 'object' ? table : { schema: 'public', name: table ?? '' };
}
