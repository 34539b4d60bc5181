import { isUnreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { isSet } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import { djangoKind } from '../fields/field-table';
import type { ModelState } from '../model-state';
import { constantArguments, falseValue } from '../nowhere';
import { isKeyed } from './field-columns';

/** A model's fields with the key that Django makes, the link to a parent that it promotes to key, and the order that it adds. */
export function withKey(state: ModelState): readonly FieldState[] {
  const fields = state.fields.concat(orderField(state));
  if (fields.some((field) => isSet(field, 'primary_key') || field.kind.form === 'composite-key')) return fields;
  const link = fields.findIndex((field) => isKeyed(field) && isParentLink(field, state));
  const promoted = fields[link];
  if (promoted !== undefined) {
    return fields.with(link, withArgument(promoted, constantArguments({ primary_key: true })));
  }
  return mayHaveOtherKey(state) ? fields : [implicitKey(state), ...fields];
}

function isParentLink(field: FieldState, state: ModelState): boolean {
  if (field.relation === null || !(field.autoCreated || isSet(field, 'parent_link'))) return false;
  const { to } = field.relation;
  return isUnreadable(to) ? state.parents.length > 0 : to === state.parents[0];
}

/** A base or field that could not be read may be the key. */
function mayHaveOtherKey(state: ModelState): boolean {
  return state.unread.some((part) => part.kind === 'anything' || part.kind === 'primary-key');
}

/** The `id` that Django makes where no field is the key. */
function implicitKey(state: ModelState): FieldState {
  const auto = state.autoField;
  return {
    name: 'id',
    kind: djangoKind(isUnreadable(auto) ? 'AutoField' : auto),
    arguments: { values: constantArguments({ primary_key: true }), incomplete: null },
    dbType: isUnreadable(auto) ? auto : undefined,
    relation: null,
    autoCreated: true,
    condition: null,
    place: state.place,
  };
}

/** The `_order` that `order_with_respect_to` adds. */
function orderField(state: ModelState): readonly FieldState[] {
  if (state.options.orderWithRespectTo === null || state.fields.some((field) => field.name === '_order')) return [];
  const values = new Map([['editable', falseValue]]);
  const kind = djangoKind('OrderWrt');
  const own = { values, incomplete: null };
  return [
    {
      name: '_order',
      kind,
      arguments: own,
      dbType: undefined,
      relation: null,
      autoCreated: true,
      condition: null,
      place: state.place,
    },
  ];
}

function withArgument(field: FieldState, more: ReadonlyMap<string, Value>): FieldState {
  return { ...field, arguments: { ...field.arguments, values: new Map([...field.arguments.values, ...more]) } };
}
