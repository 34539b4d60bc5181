import type { Fact, Place } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import type { ModelKey } from '../model-state';
import type { FieldKind } from './field-kind';

/** One field of a model: which of Django's fields it boils down to, and the arguments that reach that one's constructor. */
export interface FieldState {
  readonly name: string;
  readonly kind: FieldKind;
  readonly arguments: FieldArguments;
  /** Set where a custom field's own `db_type` decides the column's type; null in it for no column. */
  readonly dbType: Fact<string | null> | undefined;
  /** The models at its other end; null for a field that is no relation. */
  readonly relation: Relation | null;
  /** True for the `parent_ptr` that multi-table inheritance makes. */
  readonly autoCreated: boolean;
  /** Set for a many-to-many field that exists only under a condition which cannot be decided; its table may exist. */
  readonly condition: string | null;
  readonly place: Place | null;
  /** The call that makes the field, of a custom class where it is one; absent where Django makes it by itself. */
  readonly call?: CallValue;
}

/** Constructor arguments by parameter name. */
export interface FieldArguments {
  readonly values: ReadonlyMap<string, Value>;
  /** Why more arguments may exist than are listed; null where all are known. */
  readonly incomplete: string | null;
}

export interface Relation {
  readonly to: Fact<ModelKey>;
  /** The `through` model of a many-to-many field; null where Django makes it. */
  readonly through: Fact<ModelKey | null>;
}
