import { isUnreadable, type Span } from '@canonical-schema/schema';
import type { FileDraft } from '../../../edits/file-draft';
import { asCall, classAt, innerClass, memberNamed } from '../../../edits/python-file';
import type { Expression, StringLiteral } from '../../../syntax/ast';
import { knownText } from '../../fields/arguments';
import type { FieldState } from '../../fields/field-state';
import type { ModelState } from '../../model-state';
import { modelKey } from '../../model-state';
import type { FieldWriting } from './field-writing';

/** A mention of a field from another class's declarations. */
export interface ForeignMention {
  readonly draft: FileDraft;
  readonly span: Span;
}

/** Foreign keys that point to a field: by `to_field`, or as the key of their target. */
export function keysTo(state: ModelState, field: FieldState, writing: FieldWriting): readonly FieldState[] {
  const { registry } = writing.loaded.context;
  return [...writing.loaded.all.values()].flatMap((each) =>
    each.fields.filter((candidate) => {
      if (candidate.kind.form !== 'foreign-key' && candidate.kind.form !== 'one-to-one') return false;
      const target = registry.target(candidate);
      return !isUnreadable(target) && target.model === state && target.field === field;
    }),
  );
}

/** Where other declarations name a field: `to_field`, `through_fields`, and paths in the `ordering` of other models. */
export function mentionsElsewhere(state: ModelState, field: FieldState, writing: FieldWriting): ForeignMention[] {
  const named = keysTo(state, field, writing).filter((key) => knownText(key, 'to_field') === field.name);
  const key = modelKey(state.app, state.name);
  const states = [...writing.loaded.all.values()];
  const through = states.flatMap((each) => each.fields.filter(({ relation }) => relation?.through === key));
  return [
    ...named.flatMap((each) => argumentMentions(each, 'to_field', field.name, writing)),
    ...through.flatMap((each) => argumentMentions(each, 'through_fields', field.name, writing)),
    ...states.filter((each) => each !== state).flatMap((each) => orderingMentions(each, state, field, writing)),
  ];
}

function argumentMentions(field: FieldState, name: string, text: string, writing: FieldWriting): ForeignMention[] {
  const draft = draftAt(field.place?.path, writing);
  const { place } = field;
  if (draft === null || place === null) return [];
  const owner = classAt(draft.file, place.span);
  const call = owner === null ? null : asCall(memberNamed(owner.body, field.name)?.value);
  const value = call?.args.find((each) => each.form === 'keyword' && each.name === name)?.value;
  return stringsIn(value).flatMap((literal) => (literal.parts[0] === text ? partAt(draft, literal, text, 0) : []));
}

/** `ordering = ['stock__symbol']` of a model with a foreign key to the field's. */
function orderingMentions(
  from: ModelState,
  state: ModelState,
  field: FieldState,
  writing: FieldWriting,
): ForeignMention[] {
  const draft = from.external ? null : draftAt(from.place?.path, writing);
  if (draft === null || from.place === null) return [];
  const owner = classAt(draft.file, from.place.span);
  const meta = owner === null ? null : innerClass(owner.body, 'Meta');
  const value = meta === null ? null : memberNamed(meta.body, 'ordering')?.value;
  return stringsIn(value ?? undefined).flatMap((literal) => {
    const [path] = literal.parts;
    if (typeof path !== 'string' || !path.includes('__')) return [];
    const offset = offsetInPath(path, from, state, field, writing);
    return offset === null ? [] : partAt(draft, literal, field.name, offset);
  });
}

/** How many characters of a path stand before the field; null where it does not lead there. */
function offsetInPath(
  path: string,
  from: ModelState,
  state: ModelState,
  field: FieldState,
  { loaded: { context } }: FieldWriting,
): number | null {
  let model: ModelState | null = from;
  let offset = path.startsWith('-') ? 1 : 0;
  for (const part of path.slice(offset).split('__')) {
    if (model === null) return null;
    if (model === state && part === field.name) return offset;
    const found = context.registry.fieldNamed(model, part);
    const to: unknown = found?.field.relation?.to;
    model = typeof to === 'string' ? context.registry.model(to) : null;
    offset += part.length + '__'.length;
  }
  return null;
}

function stringsIn(value: Expression | undefined): readonly StringLiteral[] {
  if (value?.kind === 'string') return [value];
  return value?.kind === 'list' || value?.kind === 'tuple' ? value.items.flatMap(stringsIn) : [];
}

function partAt(draft: FileDraft, { start, end }: StringLiteral, text: string, offset: number): ForeignMention[] {
  const raw = draft.file.text.slice(start, end);
  const opening = /^[A-Za-z]*("""|'''|"|')/.exec(raw)?.[0].length ?? 1;
  const at = start + opening + offset;
  return draft.file.text.startsWith(text, at) ? [{ draft, span: { start: at, end: at + text.length } }] : [];
}

function draftAt(path: string | undefined, writing: FieldWriting): FileDraft | null {
  return path === undefined || writing.loaded.project.isInstalled(path) ? null : writing.draft(path);
}
