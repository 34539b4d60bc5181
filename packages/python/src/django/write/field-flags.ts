import { asCall, keywordAt, memberNamed } from '../../edits/python-file';
import type { Expression } from '../../syntax/ast';
import type { FieldState } from '../fields/field-state';
import type { ModelTable } from './model-table';
import type { Problem } from './problem';

/** Gives an argument of a field's call a value, or takes it away for null; why that cannot be done, or null. */
export function setArgument(model: ModelTable, field: FieldState, name: string, value: string | null): Problem | null {
  const call = asCall(memberNamed(model.owner.body, field.name)?.value);
  const list = call === null ? null : model.draft.list(call);
  if (call === null || list === null) {
    const why = `The field ${model.state.name}.${field.name} is not written as a call in the class.`;
    const remedy = value === null ? `Take ${name} out of it by hand.` : `Give it ${name}=${value} by hand.`;
    return { why, remedy, ...(field.place === null ? {} : { place: field.place }) };
  }
  const at = keywordAt(call, name);
  const argument: Expression | undefined = call.args[at]?.value;
  if (value === null && at >= 0) list.remove(at);
  else if (value !== null && argument !== undefined) model.draft.replace(argument, value);
  else if (value !== null) list.append(`${name}=${value}`);
  return null;
}

/** Does the call of a field write an argument? */
export function writesArgument(model: ModelTable, field: FieldState, name: string): boolean {
  const call = asCall(memberNamed(model.owner.body, field.name)?.value);
  return call !== null && keywordAt(call, name) >= 0;
}
