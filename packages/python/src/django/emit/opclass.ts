import { isUnreadable, parseColumnType } from '@canonical-schema/schema';
import { isDefaultOpclass } from '@canonical-schema/sql';
import type { FieldState } from '../fields/field-state';
import type { EmitContext } from './context';

/** The operator class written for a key over a field; null where it is the one that PostgreSQL takes anyway. */
export function writtenOpclass(
  opclass: string | null,
  field: FieldState | null,
  method: string,
  context: EmitContext,
): string | null {
  if (!context.backend.sql.traits.hasIndexOptions) return null;
  if (opclass === null || field === null) return opclass;
  const type = context.registry.typeOf(field);
  if (isUnreadable(type)) return opclass;
  const { base, array } = parseColumnType(type);
  return isDefaultOpclass(opclass, array ? 'array' : base, method) ? null : opclass;
}
