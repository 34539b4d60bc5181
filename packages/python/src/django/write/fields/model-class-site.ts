import { isDocstring } from '../../../edits/body-edits';
import type { FileDraft } from '../../../edits/file-draft';
import { classAt, type Member, membersOf } from '../../../edits/python-file';
import type { ClassDefinition, Statement } from '../../../syntax/ast';
import type { ModelState } from '../../model-state';
import type { FieldSite } from './field-site';
import type { FieldWriting } from './field-writing';
import { KnownModels } from './known-models';

/** The class statement of a model. */
export interface ClassSite {
  readonly draft: FileDraft;
  readonly owner: ClassDefinition;
}

/** Where a model's class stands; null where it is not in a file of the project. */
export function classSite({ place, name }: ModelState, writing: FieldWriting): ClassSite | null {
  if (place === null || writing.loaded.project.isInstalled(place.path)) return null;
  const draft = writing.draft(place.path);
  const owner = draft === null ? null : classAt(draft.file, place.span);
  return draft === null || owner === null || owner.name !== name ? null : { draft, owner };
}

/** The classes whose Meta may name a field: the one that it stands in, and those of the models that inherit it. */
export function classesWith(
  { draft, owner, field }: Pick<FieldSite, 'draft' | 'owner' | 'field'>,
  state: ModelState,
  writing: FieldWriting,
): readonly ClassSite[] {
  const others = field.place === null ? [] : KnownModels.of(writing).othersWith(state, field.place);
  const heirs = [state, ...others].flatMap((each) => classSite(each, writing) ?? []);
  return [{ draft, owner }, ...heirs.filter((each) => each.owner !== owner)];
}

/** The statement that a new field follows: the last field, else the docstring; null for the start of the class. */
export function lastField({ owner }: ClassSite, state: ModelState): Statement | null {
  const starts = new Set(state.fields.flatMap(({ name }) => memberStart(owner, name)));
  const fields = owner.body.filter(({ start }) => starts.has(start));
  return fields.at(-1) ?? owner.body.find(isDocstring) ?? null;
}

/** The statement that a key written first follows: the docstring. */
export function headOf({ owner }: ClassSite): Statement | null {
  return owner.body.find(isDocstring) ?? null;
}

function memberStart(owner: ClassDefinition, name: string): number[] {
  const member: Member | undefined = membersOf(owner.body).findLast((each) => each.name === name);
  return member === undefined || member.value === null ? [] : [member.statement.start];
}
