import { isUnreadable } from '@canonical-schema/schema';
import { stringsFact } from '../constants';
import { declaredConstraint, declaredIndex } from '../declared';
import { columnsNamed } from './created-table';
import { objectsOver } from './introspection';
import { nameOfEntry, renamedEntry } from './meta-values';
import { modelAt } from './model-operations';
import { demandArgument, type Operation, OperationError, textArgument } from './operation';
import type { DatabaseStep, OperationKind } from './operation-kind';
import type { ProjectState } from './project-state';
import { isMigrated, nameOf } from './schema-editor';

const addIndex: OperationKind = {
  parameters: ['model_name', 'index'],
  state: appendTo('indexes', 'index'),
  database(step, operation) {
    const model = modelAt(step, 'after', operation, 'model_name');
    const declared = declaredIndex(demandArgument(operation, 'index'), step.replay.loaded.fields.program);
    if (isMigrated(model)) step.editor.addDeclaredIndex(model, declared);
  },
};

const removeIndex: OperationKind = {
  parameters: ['model_name', 'name'],
  state: removeFrom('indexes'),
  database: dropNamed,
};

const addConstraint: OperationKind = {
  parameters: ['model_name', 'constraint'],
  state: appendTo('constraints', 'constraint'),
  database(step, operation) {
    const model = modelAt(step, 'after', operation, 'model_name');
    const declared = declaredConstraint(demandArgument(operation, 'constraint'), step.replay.loaded.fields.program);
    if (isMigrated(model)) step.editor.addDeclaredConstraint(model, declared);
  },
};

/** Operations on indexes and constraints, PostgreSQL's own among them. */
export const indexOperations: Readonly<Record<string, OperationKind>> = {
  AddIndex: addIndex,
  AddIndexConcurrently: addIndex,
  RemoveIndex: removeIndex,
  RemoveIndexConcurrently: removeIndex,
  RenameIndex: {
    parameters: ['model_name', 'new_name', 'old_name', 'old_fields'],
    state: renameState,
    database: rename,
  },
  AddConstraint: addConstraint,
  AddConstraintNotValid: addConstraint,
  ValidateConstraint: { parameters: ['model_name', 'name'] },
  RemoveConstraint: { parameters: ['model_name', 'name'], state: removeFrom('constraints'), database: dropConstraint },
  AlterConstraint: { parameters: ['model_name', 'name', 'constraint'], state: replaceConstraint },
};

function appendTo(option: string, argument: string): NonNullable<OperationKind['state']> {
  return (project, operation) => {
    const entry = demandArgument(operation, argument);
    project.alterMeta(operation.app, textArgument(operation, 'model_name'), (meta) =>
      meta.withEntries(option, (entries) => [...entries, entry]),
    );
  };
}

function removeFrom(option: string): NonNullable<OperationKind['state']> {
  return (project, operation) => {
    const name = textArgument(operation, 'name');
    project.alterMeta(operation.app, textArgument(operation, 'model_name'), (meta) =>
      meta.withEntries(option, (entries) => entries.filter((entry) => nameOfEntry(entry) !== name)),
    );
  };
}

function dropNamed(step: DatabaseStep, operation: Operation): void {
  const model = modelAt(step, 'before', operation, 'model_name');
  if (isMigrated(model)) step.editor.dropNamed(model, textArgument(operation, 'name'));
}

function dropConstraint(step: DatabaseStep, operation: Operation): void {
  const [before, after] = (['before', 'after'] as const).map((when) => modelAt(step, when, operation, 'model_name'));
  if (before === undefined || after === undefined || !isMigrated(after)) return;
  step.editor.dropDeclaredConstraint(before, textArgument(operation, 'name'), after);
}

function replaceConstraint(project: ProjectState, operation: Operation): void {
  const name = textArgument(operation, 'name');
  const next = demandArgument(operation, 'constraint');
  project.alterMeta(operation.app, textArgument(operation, 'model_name'), (meta) =>
    meta.withEntries('constraints', (entries) => entries.map((entry) => (nameOfEntry(entry) === name ? next : entry))),
  );
}

/** An index that `index_together` or `db_index` made has no name in the state: it is taken from the old option. */
function renameState(project: ProjectState, operation: Operation): void {
  const model = textArgument(operation, 'model_name');
  const to = textArgument(operation, 'new_name');
  const from = operation.arguments.get('old_name');
  if (from?.kind === 'str') {
    project.alterMeta(operation.app, model, (meta) =>
      meta.withEntries('indexes', (entries) =>
        entries.map((entry) => (nameOfEntry(entry) === from.value ? renamedEntry(entry, to) : entry)),
      ),
    );
    return;
  }
  const fields = oldFields(operation);
  const { place } = operation;
  const items = fields.map((value) => ({ kind: 'str' as const, value, place }));
  const keywords = new Map([
    ['fields', { kind: 'list' as const, items, place }],
    ['name', { kind: 'str' as const, value: to, place }],
  ] as const);
  const callee = { kind: 'external' as const, name: 'django.db.models.Index', missing: null, place };
  const index = { kind: 'call' as const, callee, positional: [], keywords, complete: true, place };
  project.alterMeta(operation.app, model, (meta) => {
    const together = meta.value('index_together');
    const groups =
      together?.kind === 'list' || together?.kind === 'tuple' || together?.kind === 'set' ? together : null;
    const left = groups?.items.filter((group) => !sameTexts(stringsFact(group), fields)) ?? [];
    const option =
      groups === null ? {} : { index_together: left.length === 0 ? undefined : { ...groups, items: left } };
    return meta.with(option).withEntries('indexes', (entries) => [...entries, index]);
  });
}

function sameTexts(a: ReturnType<typeof stringsFact>, b: readonly string[]): boolean {
  return !isUnreadable(a) && a.length === b.length && a.every((text, index) => text === b[index]);
}

function oldFields(operation: Operation): readonly string[] {
  const fields = stringsFact(demandArgument(operation, 'old_fields'));
  if (isUnreadable(fields)) throw new OperationError(`its old_fields: ${fields.unreadable}`);
  return fields;
}

function rename(step: DatabaseStep, operation: Operation): void {
  const model = modelAt(step, 'after', operation, 'model_name');
  if (!isMigrated(model)) return;
  const { stored } = step.editor.backend.names;
  const to = stored(textArgument(operation, 'new_name'));
  const from = operation.arguments.get('old_name');
  const table = step.editor.refOf(model);
  const before = from?.kind === 'str' ? stored(from.value) : indexOver(step, operation);
  if (before !== to) step.editor.apply({ kind: 'rename-index', table, index: before, to });
}

function indexOver(step: DatabaseStep, operation: Operation): string {
  const model = modelAt(step, 'before', operation, 'model_name');
  const columns = columnsNamed(model.state, oldFields(operation), model.context).map((column) =>
    step.editor.backend.names.stored(column),
  );
  const [found] = objectsOver(step.editor.table(model), { kind: 'index', columns });
  if (found === undefined) throw new OperationError(`no index over ${columns.join(', ')} was found to be renamed`);
  return nameOf(found);
}
