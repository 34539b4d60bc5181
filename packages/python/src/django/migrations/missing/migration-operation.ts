import type { Place } from '@canonical-schema/schema';
import type { BaseFacts, EntryFacts, FieldFacts } from './model-facts';
import type { Term } from './term';

/** Where the model says what an operation does, and where migrations said last what they know of it. */
export interface At {
  readonly place: Place | null;
  readonly migratedPlace: Place | null;
}

type NameOf<T> = T & { readonly at: At };

export type CreateModel = NameOf<{
  readonly kind: 'CreateModel';
  readonly name: string;
  readonly fields: readonly FieldFacts[];
  readonly options: ReadonlyMap<string, Term>;
  readonly proxy: boolean;
  readonly bases: readonly BaseFacts[];
  readonly managers: readonly (readonly [name: string, manager: Term])[];
}>;

type OfField<K, More = unknown> = NameOf<{ readonly kind: K; readonly model: string; readonly name: string } & More>;
type OfModel<K, More = unknown> = NameOf<{ readonly kind: K; readonly name: string } & More>;

export type AddField = OfField<'AddField', { readonly field: FieldFacts; readonly preserveDefault: boolean }>;
export type AlterField = OfField<'AlterField', { readonly field: FieldFacts; readonly preserveDefault: boolean }>;
export type RemoveField = OfField<'RemoveField'>;
export type RenameField = OfField<'RenameField', { readonly newName: string }>;
export type FieldOperation = AddField | AlterField | RemoveField | RenameField;

/** Groups of `unique_together` or `index_together`; null for `None`. */
export type AlterTogether = OfModel<
  'AlterUniqueTogether' | 'AlterIndexTogether',
  { readonly groups: readonly (readonly string[])[] | null }
>;

export type ModelOptionOperation =
  | AlterTogether
  | OfModel<'AlterModelTable', { readonly table: Term }>
  | OfModel<'AlterModelTableComment', { readonly comment: Term }>
  | OfModel<'AlterOrderWithRespectTo', { readonly field: string | null }>
  | OfModel<'AlterModelOptions', { readonly options: ReadonlyMap<string, Term> }>
  | OfModel<'AlterModelManagers', { readonly managers: CreateModel['managers'] }>;

export type IndexOperation =
  | OfField<'AddIndex', { readonly entry: EntryFacts }>
  | OfField<'RemoveIndex'>
  | OfField<'RenameIndex', { readonly oldName: string | null; readonly oldFields: readonly string[] | null }>
  | OfField<'AddConstraint', { readonly entry: EntryFacts }>
  | OfField<'RemoveConstraint'>
  | OfField<'AlterConstraint', { readonly entry: EntryFacts }>;

/** An operation that `makemigrations` writes. */
export type MigrationOperation =
  | CreateModel
  | OfModel<'DeleteModel'>
  | OfModel<'RenameModel', { readonly newName: string }>
  | FieldOperation
  | ModelOptionOperation
  | IndexOperation;

/** Is it an operation on one field? */
export function isFieldOperation(operation: MigrationOperation): operation is FieldOperation {
  return ['AddField', 'AlterField', 'RemoveField', 'RenameField'].includes(operation.kind);
}

/** Is it an operation on a model's Meta? */
export function isModelOption(operation: MigrationOperation): operation is ModelOptionOperation {
  return (
    operation.kind === 'AlterUniqueTogether' ||
    operation.kind === 'AlterIndexTogether' ||
    operation.kind === 'AlterModelTable' ||
    operation.kind === 'AlterModelTableComment' ||
    operation.kind === 'AlterOrderWithRespectTo' ||
    operation.kind === 'AlterModelOptions' ||
    operation.kind === 'AlterModelManagers'
  );
}

/** Is it an operation on an index or constraint? */
export function isIndexOperation(operation: MigrationOperation): operation is IndexOperation {
  return (
    operation.kind === 'AddIndex' ||
    operation.kind === 'RemoveIndex' ||
    operation.kind === 'RenameIndex' ||
    operation.kind === 'AddConstraint' ||
    operation.kind === 'RemoveConstraint' ||
    operation.kind === 'AlterConstraint'
  );
}
