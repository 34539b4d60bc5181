import type { Value } from '../../syntax/value';
import type { FieldState } from '../fields/field-state';
import type { ModelState } from '../model-state';
import { alterField } from './alter-field';
import { modelAt } from './model-operations';
import { demandArgument, type Operation, OperationError, textArgument } from './operation';
import type { DatabaseStep, OperationKind } from './operation-kind';
import type { ProjectState } from './project-state';
import { isMigrated, type Model } from './schema-editor';

const ofField = ['model_name', 'name', 'field', 'preserve_default'] as const;

/** Operations on fields. Source: `django/db/migrations/operations/fields.py`. */
export const fieldOperations: Readonly<Record<string, OperationKind>> = {
  AddField: {
    parameters: ofField,
    state: setField,
    database(step, operation) {
      const model = modelAt(step, 'after', operation, 'model_name');
      const field = fieldNamed(model, textArgument(operation, 'name'));
      if (isMigrated(model) && field !== null) step.editor.addField(model, field);
    },
  },
  RemoveField: {
    parameters: ['model_name', 'name'],
    state: (project, operation) =>
      project.removeField(operation.app, textArgument(operation, 'model_name'), textArgument(operation, 'name')),
    database(step, operation) {
      const model = modelAt(step, 'before', operation, 'model_name');
      const field = fieldNamed(model, textArgument(operation, 'name'));
      const after = modelAt(step, 'after', operation, 'model_name');
      if (isMigrated(model) && field !== null) step.editor.removeField(model, field, after);
    },
  },
  AlterField: {
    parameters: ofField,
    state: setField,
    database(step, operation) {
      const name = textArgument(operation, 'name');
      alterNamed(step, operation, name, name);
    },
  },
  RenameField: {
    parameters: ['model_name', 'old_name', 'new_name'],
    state(project, operation) {
      const [from, to] = [textArgument(operation, 'old_name'), textArgument(operation, 'new_name')];
      project.renameField(operation.app, textArgument(operation, 'model_name'), from, to);
    },
    database(step, operation) {
      alterNamed(step, operation, textArgument(operation, 'old_name'), textArgument(operation, 'new_name'));
    },
  },
};

function setField(project: ProjectState, operation: Operation): void {
  const [model, name] = [textArgument(operation, 'model_name'), textArgument(operation, 'name')];
  const keeps = isTrue(operation.arguments.get('preserve_default'));
  project.setField(operation.app, model, name, demandArgument(operation, 'field'), keeps);
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind !== 'bool' || value.value;
}

function alterNamed(step: DatabaseStep, operation: Operation, from: string, to: string): void {
  const after = modelAt(step, 'after', operation, 'model_name');
  if (!isMigrated(after)) return;
  const before = modelAt(step, 'before', operation, 'model_name');
  const [old, next] = [fieldNamed(before, from), fieldNamed(after, to)];
  if (old !== null && next !== null) alterField(step.editor, { ...before, field: old }, { ...after, field: next });
}

/** A field of a model; null for one that could not be read, which is said elsewhere. */
function fieldNamed({ state, context }: Model, name: string): FieldState | null {
  const field = context.registry.fields(state).find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (field !== undefined) return field;
  if (mayHave(state, name)) return null;
  throw new OperationError(`the model ${state.app}.${state.name} has no field ${name}`);
}

function mayHave({ unread }: ModelState, name: string): boolean {
  return unread.some(({ kind, columns }) => kind === 'anything' || columns?.includes(name) === true);
}
