import type { FieldState } from '../fields/field-state';
import type { Model } from './schema-editor';

/** A field of a model as one of the two states around an operation has it. */
export interface ModelField extends Model {
  readonly field: FieldState;
}
