import type { Place } from '@canonical-schema/schema';
import type { FileDraft } from '../../../edits/file-draft';
import { asCall, classAt, type Member, membersOf } from '../../../edits/python-file';
import type { Call, ClassDefinition } from '../../../syntax/ast';
import type { FieldState } from '../../fields/field-state';
import type { ModelState } from '../../model-state';
import type { FieldProblem, FieldWriting } from './field-writing';
import { KnownModels } from './known-models';

/** Where a field is written, in a form that can be edited: `name = callee(arguments)` in a class's body. */
export interface FieldSite {
  readonly kind: 'site';
  readonly field: FieldState;
  readonly draft: FileDraft;
  readonly owner: ClassDefinition;
  readonly member: Member;
  readonly call: Call;
}

/** Why a field cannot be edited where it stands. */
export interface NoSite extends FieldProblem {
  readonly kind: 'none';
  readonly place: Place | null;
}

/**
 * The place of a model's field in its file. One that stands in a base class of several models is refused, unless
 * `isShared` says that all of them want the same of it.
 */
export function siteOf(
  state: ModelState,
  field: FieldState,
  writing: FieldWriting,
  isShared: (field: FieldState) => boolean = () => false,
): FieldSite | NoSite {
  const { place } = field;
  const refuse = (why: string, remedy = `Change ${field.name} by hand.`): NoSite => ({
    kind: 'none',
    why,
    remedy,
    place,
  });
  const label = `${state.name}.${field.name}`;
  if (field.autoCreated || place === null) return refuse(`${label} is written nowhere: Django makes it by itself.`);
  const draft = writing.loaded.project.isInstalled(place.path) ? null : writing.draft(place.path);
  if (draft === null) return refuse(`${label} stands in an installed package.`);
  const others = KnownModels.of(writing).othersWith(state, place);
  if (others.length > 0 && !isShared(field)) {
    const names = others.map(({ name }) => name).join(', ');
    return refuse(
      `${label} stands in a base class that ${names} ${others.length === 1 ? 'has' : 'have'}, too.`,
      `Change it there for all of them, or write a field ${field.name} of its own into ${state.name}.`,
    );
  }
  const owner = classAt(draft.file, place.span);
  const member = owner === null ? undefined : membersOf(owner.body).find((each) => isAt(each, field.name, place));
  const call = asCall(member?.value);
  if (owner === null || member === undefined) return refuse(`${label} is not a plain statement of a class.`);
  if (call === null || !isMadeBy(field, call, place.path)) {
    return refuse(`${label} is not made by a call that stands in its statement.`);
  }
  return { kind: 'site', field, draft, owner, member, call };
}

function isAt({ name, statement }: Member, field: string, { span }: Place): boolean {
  return name === field && statement.start <= span.start && span.end <= statement.end;
}

/** A helper's call has another place than the field's own that it returns. */
function isMadeBy({ call }: FieldState, written: Call, path: string): boolean {
  if (call === undefined) return false;
  return call.place.path === path && call.place.span.start === written.start && call.place.span.end === written.end;
}
