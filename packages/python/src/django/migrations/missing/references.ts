import { assertNever } from '@canonical-schema/schema';
import type { ModelKey } from '../../model-state';
import type { MigrationOperation } from './migration-operation';
import type { FieldFacts } from './model-facts';

/** Does a field refer to a model, or to one of its fields? Source: `field_references`. */
function fieldReferences({ remote }: FieldFacts, key: ModelKey, name: string | null): boolean {
  if (remote === null) return false;
  const isTo =
    remote.to === key && (name === null || remote.manyToMany || remote.toField === null || remote.toField === name);
  return isTo || remote.through === key;
}

/** May an operation refer to a model? Source: each operation's `references_model`. */
export function referencesModel(operation: MigrationOperation, name: string, app: string): boolean {
  const lower = name.toLowerCase();
  const key = `${app}.${lower}`;
  switch (operation.kind) {
    case 'CreateModel':
      return (
        operation.name.toLowerCase() === lower ||
        operation.bases.some((base) => base.kind === 'model' && base.key === key) ||
        operation.fields.some((field) => fieldReferences(field, key, null))
      );
    case 'AddField':
    case 'AlterField':
      return operation.model.toLowerCase() === lower || fieldReferences(operation.field, key, null);
    case 'RemoveField':
    case 'RenameField':
      return operation.model.toLowerCase() === lower;
    case 'RenameModel':
      return operation.name.toLowerCase() === lower || operation.newName.toLowerCase() === lower;
    case 'AlterUniqueTogether':
    case 'AlterIndexTogether':
    case 'AlterModelTable':
    case 'AlterModelTableComment':
    case 'AlterOrderWithRespectTo':
    case 'AlterModelOptions':
    case 'AlterModelManagers':
      return operation.name.toLowerCase() === lower;
    case 'DeleteModel':
    case 'AddIndex':
    case 'RemoveIndex':
    case 'RenameIndex':
    case 'AddConstraint':
    case 'RemoveConstraint':
    case 'AlterConstraint':
      return true;
    default:
      return assertNever(operation);
  }
}

/** May an operation refer to a field? Source: each operation's `references_field`. */
export function referencesField(operation: MigrationOperation, model: string, name: string, app: string): boolean {
  switch (operation.kind) {
    case 'AddField':
    case 'AlterField':
      return (
        (operation.model.toLowerCase() === model.toLowerCase() && operation.name === name) ||
        fieldReferences(operation.field, `${app}.${model.toLowerCase()}`, name)
      );
    case 'RemoveField':
      return operation.model.toLowerCase() === model.toLowerCase() && operation.name === name;
    case 'RenameField':
      return (
        referencesModel(operation, model, app) &&
        [operation.name, operation.newName].some((each) => each.toLowerCase() === name.toLowerCase())
      );
    case 'AlterUniqueTogether':
    case 'AlterIndexTogether':
      return (
        referencesModel(operation, model, app) &&
        (operation.groups === null ||
          operation.groups.length === 0 ||
          operation.groups.some((group) => group.includes(name)))
      );
    case 'AlterOrderWithRespectTo':
      return referencesModel(operation, model, app) && (operation.field === null || operation.field === name);
    default:
      return referencesModel(operation, model, app);
  }
}
