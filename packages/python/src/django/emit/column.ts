import type { Generated } from '@canonical-schema/schema';
import { type Column, type Fact, isUnreadable, mapFact, unreadable } from '@canonical-schema/schema';
import { truthFact } from '../constants';
import { argument, flag, isSet, knownText } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import type { ModelState } from '../model-state';
import { choiceValues } from './choices';
import type { EmitContext } from './context';
import { databaseDefault } from './database-default';
import { ModelExpressions } from './expression-model';
import { columnName } from './field-columns';
import { pythonDefault } from './python-default';

/** The column that the schema editor creates for a field. Source: `column_sql`, `_iter_column_sql`. */
export function columnOf(state: ModelState, field: FieldState, context: EmitContext): Column {
  const type = context.registry.typeOf(field);
  return {
    name: context.backend.names.stored(columnName(field)),
    type,
    nullable: nullability(field),
    default: databaseDefault(state, field, type, context),
    pythonDefault: pythonDefault(field, type, context),
    identity: context.backend.types.identity(field, type, isSet(field, 'primary_key')),
    generated: generatedBy(state, field, context),
    collation: context.registry.collation(field),
    comment: commentOf(field, context),
    choices: choiceValues(argument(field, 'choices')),
    place: field.place,
  };
}

/** An empty comment is none. */
function commentOf(field: FieldState, { backend }: EmitContext): string | null {
  const written = backend.sql.traits.hasComments ? knownText(field, 'db_comment') : null;
  return written === '' ? null : written;
}

function nullability(field: FieldState): Fact<boolean> {
  if (isSet(field, 'primary_key')) return false;
  // Django writes no NOT NULL behind GENERATED ALWAYS.
  if (field.kind.form === 'generated') return true;
  return flag(field, 'null');
}

function generatedBy(state: ModelState, field: FieldState, context: EmitContext): Fact<Generated | null> {
  if (field.kind.form !== 'generated') return null;
  const expression = argument(field, 'expression');
  const persisted = argument(field, 'db_persist');
  if (expression === undefined) return unreadable(field.arguments.incomplete ?? 'it has no expression');
  const stored = persisted === undefined ? true : truthFact(persisted);
  if (isUnreadable(stored)) return stored;
  const sql = new ModelExpressions(state, context.registry).expression(expression);
  return mapFact(sql, (text) => ({ expression: text, kind: stored ? 'stored' : 'virtual' }));
}
