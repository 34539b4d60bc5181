import { isSet } from '../../fields/arguments';
import type { FieldState } from '../../fields/field-state';
import type { ModelState } from '../../model-state';
import { dropMentions, type OpenOption } from './drop-mentions';
import { namesOf } from './field-name';
import type { FieldSite } from './field-site';
import type { FieldProblem, FieldWriting } from './field-writing';
import { keysTo } from './foreign-mentions';
import { classesWith } from './model-class-site';

/** Why a field cannot go: something relies on it that stays. `dropped` are the fields that go in the same run. */
export function whyItStays(
  { field, member }: FieldSite,
  state: ModelState,
  hasOtherKey: boolean,
  dropped: ReadonlySet<FieldState>,
  writing: FieldWriting,
): FieldProblem | null {
  const label = `${state.name}.${field.name}`;
  if (isSet(field, 'primary_key') && !hasOtherKey) {
    return { why: `${label} is the primary key.`, remedy: 'Make another column the primary key first.' };
  }
  const [key] = keysTo(state, field, writing).filter((each) => !dropped.has(each));
  if (key !== undefined) {
    return { why: `The foreign key ${key.name} points to ${label}.`, remedy: `Drop ${key.name} first.` };
  }
  if (member.statement.kind === 'assign' && member.statement.targets.length > 1) {
    const remedy = `Take ${field.name} away by hand.`;
    return { why: `${field.name} is assigned together with other names.`, remedy };
  }
  return null;
}

/** Takes a field away, and what names it in the Meta of its class and of those that inherit it. */
export function dropField(site: FieldSite, state: ModelState, writing: FieldWriting): OpenOption[] {
  site.draft.body(site.owner).remove(site.member.statement);
  return classesWith(site, state, writing).flatMap(({ draft, owner }) =>
    namesOf(site.field).flatMap((name) => dropMentions(draft, owner, name)),
  );
}
