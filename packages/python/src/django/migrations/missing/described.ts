import { assertNever } from '@canonical-schema/schema';
import type { MigrationOperation } from './migration-operation';
import type { EntryFacts } from './model-facts';
import type { Term } from './term';
import { isNone } from './term';

/** An operation as Django describes it: `Add field market_cap to stock`. Source: each operation's `describe()`. */
export function described(operation: MigrationOperation): string {
  const { name } = operation;
  switch (operation.kind) {
    case 'CreateModel':
      return `Create ${operation.proxy ? 'proxy model' : 'model'} ${name}`;
    case 'DeleteModel':
      return `Delete model ${name}`;
    case 'RenameModel':
      return `Rename model ${name} to ${operation.newName}`;
    case 'AddField':
      return `Add field ${name} to ${operation.model}`;
    case 'AlterField':
      return `Alter field ${name} on ${operation.model}`;
    case 'RemoveField':
      return `Remove field ${name} from ${operation.model}`;
    case 'RenameField':
      return `Rename field ${name} on ${operation.model} to ${operation.newName}`;
    case 'AddIndex':
      return addedIndex(operation.entry, operation.model);
    case 'RemoveIndex':
      return `Remove index ${name} from ${operation.model}`;
    case 'RenameIndex':
      return operation.oldName === null
        ? `Rename unnamed index for (${(operation.oldFields ?? []).map((field) => `'${field}'`).join(', ')}) on ${operation.model} to ${name}`
        : `Rename index ${operation.oldName} on ${operation.model} to ${name}`;
    case 'AddConstraint':
      return `Create constraint ${name} on model ${operation.model}`;
    case 'RemoveConstraint':
      return `Remove constraint ${name} from model ${operation.model}`;
    case 'AlterConstraint':
      return `Alter constraint ${name} on ${operation.model}`;
    case 'AlterUniqueTogether':
      return `Alter unique_together for ${name} (${operation.groups?.length ?? 0} constraint(s))`;
    case 'AlterIndexTogether':
      return `Alter index_together for ${name} (${operation.groups?.length ?? 0} constraint(s))`;
    case 'AlterModelTable':
      return `Rename table for ${name} to ${isNone(operation.table) ? '(default)' : textOf(operation.table)}`;
    case 'AlterModelTableComment':
      return `Alter ${name} table comment`;
    case 'AlterOrderWithRespectTo':
      return `Set order_with_respect_to on ${name} to ${operation.field ?? 'None'}`;
    case 'AlterModelOptions':
      return `Change Meta options on ${name}`;
    case 'AlterModelManagers':
      return `Change managers on ${name}`;
    default:
      return assertNever(operation);
  }
}

function addedIndex({ name, on, fields }: EntryFacts, model: string): string {
  return fields === null
    ? `Create index ${name} on ${on} on model ${model}`
    : `Create index ${name} on field(s) ${on} of model ${model}`;
}

/** The text that a term of a plain text stands for. */
function textOf(term: Term): string {
  return term.kind === 'literal' ? term.text.slice(1, -1).replace(/\\(.)/g, '$1') : '';
}

/** What an operation gives to its migration's name. Source: each operation's `migration_name_fragment`. */
export function nameFragment(operation: MigrationOperation): string {
  const name = operation.name.toLowerCase();
  switch (operation.kind) {
    case 'CreateModel':
      return name;
    case 'DeleteModel':
      return `delete_${name}`;
    case 'RenameModel':
      return `rename_${name}_${operation.newName.toLowerCase()}`;
    case 'AddField':
    case 'AddIndex':
    case 'AddConstraint':
      return `${operation.model.toLowerCase()}_${name}`;
    case 'AlterField':
    case 'AlterConstraint':
      return `alter_${operation.model.toLowerCase()}_${name}`;
    case 'RemoveField':
    case 'RemoveIndex':
    case 'RemoveConstraint':
      return `remove_${operation.model.toLowerCase()}_${name}`;
    case 'RenameField':
      return `rename_${name}_${operation.model.toLowerCase()}_${operation.newName.toLowerCase()}`;
    case 'RenameIndex':
      return operation.oldName === null
        ? `rename_${operation.model.toLowerCase()}_${(operation.oldFields ?? []).join('_')}_${name}`
        : `rename_${operation.oldName.toLowerCase()}_${name}`;
    case 'AlterUniqueTogether':
      return `alter_${name}_unique_together`;
    case 'AlterIndexTogether':
      return `alter_${name}_index_together`;
    case 'AlterModelTable':
      return `alter_${name}_table`;
    case 'AlterModelTableComment':
      return `alter_${name}_table_comment`;
    case 'AlterOrderWithRespectTo':
      return `alter_${name}_order_with_respect_to`;
    case 'AlterModelOptions':
      return `alter_${name}_options`;
    case 'AlterModelManagers':
      return `alter_${name}_managers`;
    default:
      return assertNever(operation);
  }
}
