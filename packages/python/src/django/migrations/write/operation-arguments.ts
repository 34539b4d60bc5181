import { assertNever } from '@canonical-schema/schema';
import type { CreateModel, MigrationOperation } from '../missing/migration-operation';
import { textRepr } from '../missing/python-repr';
import { groupsTerm } from '../missing/reduce';
import { falseTerm, literal, noneTerm, type Term } from '../missing/term';

/** An argument of an operation: on one line, or a list or dict with a line for each item. */
export type Argument =
  | { readonly kind: 'value'; readonly name: string; readonly term: Term }
  | { readonly kind: 'list'; readonly name: string; readonly items: readonly Term[] }
  | { readonly kind: 'dict'; readonly name: string; readonly entries: readonly (readonly [Term, Term])[] };

const text = (value: string): Term => literal(textRepr(value));
const value = (name: string, term: Term): Argument => ({ kind: 'value', name, term });
const pair = (name: string, term: Term): Term => ({ kind: 'tuple', items: [text(name), term] });

/** The arguments of an operation in the order in which migrations write them. Source: each operation's `deconstruct()`. */
export function operationArguments(operation: MigrationOperation): readonly Argument[] {
  switch (operation.kind) {
    case 'CreateModel':
      return createModel(operation);
    case 'DeleteModel':
      return [value('name', text(operation.name))];
    case 'RenameModel':
      return [value('old_name', text(operation.name)), value('new_name', text(operation.newName))];
    case 'AddField':
    case 'AlterField':
      return [
        value('model_name', text(operation.model)),
        value('name', text(operation.name)),
        value('field', operation.field.term),
        ...(operation.preserveDefault ? [] : [value('preserve_default', falseTerm)]),
      ];
    case 'RemoveField':
    case 'RemoveIndex':
    case 'RemoveConstraint':
      return [value('model_name', text(operation.model)), value('name', text(operation.name))];
    case 'RenameField':
      return [
        value('model_name', text(operation.model)),
        value('old_name', text(operation.name)),
        value('new_name', text(operation.newName)),
      ];
    case 'AddIndex':
      return [value('model_name', text(operation.model)), value('index', operation.entry.term)];
    case 'RenameIndex':
      return [
        value('model_name', text(operation.model)),
        value('new_name', text(operation.name)),
        ...(operation.oldName === null ? [] : [value('old_name', text(operation.oldName))]),
        ...(operation.oldFields === null
          ? []
          : [value('old_fields', { kind: 'tuple', items: operation.oldFields.map(text) })]),
      ];
    case 'AddConstraint':
      return [value('model_name', text(operation.model)), value('constraint', operation.entry.term)];
    case 'AlterConstraint':
      return [
        value('model_name', text(operation.model)),
        value('name', text(operation.name)),
        value('constraint', operation.entry.term),
      ];
    default:
      return [value('name', text(operation.name)), optionArgument(operation)];
  }
}

function optionArgument(
  operation: Extract<
    MigrationOperation,
    {
      readonly kind:
        | 'AlterUniqueTogether'
        | 'AlterIndexTogether'
        | 'AlterModelTable'
        | 'AlterModelTableComment'
        | 'AlterOrderWithRespectTo'
        | 'AlterModelOptions'
        | 'AlterModelManagers';
    }
  >,
): Argument {
  switch (operation.kind) {
    case 'AlterUniqueTogether':
      return value('unique_together', groupsTerm(operation.groups));
    case 'AlterIndexTogether':
      return value('index_together', groupsTerm(operation.groups));
    case 'AlterModelTable':
      return value('table', operation.table);
    case 'AlterModelTableComment':
      return value('table_comment', operation.comment);
    case 'AlterOrderWithRespectTo':
      return value('order_with_respect_to', operation.field === null ? noneTerm : text(operation.field));
    case 'AlterModelOptions':
      return value('options', { kind: 'dict', entries: entriesOf(operation.options) });
    case 'AlterModelManagers':
      return { kind: 'list', name: 'managers', items: operation.managers.map(([name, term]) => pair(name, term)) };
    default:
      return assertNever(operation);
  }
}

function entriesOf(options: ReadonlyMap<string, Term>): readonly (readonly [Term, Term])[] {
  return [...options].map(([name, term]) => [text(name), term] as const);
}

function createModel({ name, fields, options, bases, managers }: CreateModel): readonly Argument[] {
  const [only] = bases;
  const isPlain =
    bases.length === 1 && only?.kind === 'class' && only.term.kind === 'literal' && only.term.text === 'models.Model';
  const baseTerms = bases.map((base) => (base.kind === 'model' ? text(base.key) : base.term));
  return [
    value('name', text(name)),
    { kind: 'list', name: 'fields', items: fields.map((field) => pair(field.name, field.term)) },
    ...(options.size === 0 ? [] : [{ kind: 'dict', name: 'options', entries: entriesOf(options) } as const]),
    ...(isPlain || bases.length === 0 ? [] : [value('bases', { kind: 'tuple', items: baseTerms })]),
    ...(managers.length === 0
      ? []
      : [{ kind: 'list', name: 'managers', items: managers.map(([manager, term]) => pair(manager, term)) } as const]),
  ];
}
