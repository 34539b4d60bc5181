import { isUnreadable } from '@canonical-schema/schema';
import { columnName, isKeyed } from '../emit/field-columns';
import { isSet } from '../fields/arguments';
import type { ModelField } from './model-field';

/** What of a field decides its column. */
export interface FieldFacts {
  readonly column: string;
  readonly type: string | null;
  readonly collation: string | null;
  readonly isKey: boolean;
  readonly isUnique: boolean;
  readonly isIndexed: boolean;
  readonly isNullable: boolean;
  readonly isPositive: boolean;
  readonly isAuto: boolean;
  readonly hasForeignKey: boolean;
}

/** These facts of a field. */
export function factsOf({ field, context }: ModelField): FieldFacts {
  const type = context.registry.typeOf(field);
  const isKey = isSet(field, 'primary_key');
  return {
    column: context.backend.names.stored(columnName(field)),
    type: isUnreadable(type) ? null : type,
    collation: context.registry.collation(field),
    isKey,
    isUnique: isKey || isSet(field, 'unique'),
    isIndexed: isSet(field, 'db_index'),
    isNullable: isSet(field, 'null'),
    isPositive: field.kind.form === 'positive',
    isAuto: field.kind.form === 'auto',
    hasForeignKey: isKeyed(field) && isSet(field, 'db_constraint'),
  };
}
