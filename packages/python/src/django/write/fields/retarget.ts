import { type ForeignKey, isUnreadable } from '@canonical-schema/schema';
import { hasArgument, knownText } from '../../fields/arguments';
import type { FieldState } from '../../fields/field-state';
import type { ColumnPlan } from './column-plan';
import type { FieldDraft } from './field-draft';
import type { FieldHome, FieldProblem, FieldWriting } from './field-writing';
import { KnownModels } from './known-models';
import { relationArguments } from './relation-code';

/** A relation whose foreign key is to be another. */
export interface RetargetQuestion {
  readonly plan: ColumnPlan;
  readonly key: ForeignKey;
  readonly draft: FieldDraft;
  readonly home: FieldHome;
}

/** Gives a relation the target and the action of a foreign key; only what is not so yet is edited. */
export function retarget({ plan, key, draft, home }: RetargetQuestion, writing: FieldWriting): FieldProblem | null {
  const { field, call } = draft.site;
  if (draft.has('db_constraint')) draft.removeArgument('db_constraint');
  const question = {
    key,
    column: { ...plan.column, ...plan.set },
    name: field.name,
    isOne: field.kind.form === 'one-to-one',
    named: false,
    isNamed: draft.has('related_name'),
    hasDefault: hasArgument(field, 'default'),
    home,
  };
  const answer = relationArguments(question, writing);
  if (answer.kind === 'none') return answer;
  const isSame = hasTarget(field, key, writing);
  for (const { name, value } of answer.args) {
    if (name === 'on_delete' && !hasAction(field, key)) draft.setArgument(name, value);
    if (isSame || name === 'on_delete') continue;
    // The target may be written as `to=`.
    const isKeyword = name === '' && call.args.some((each) => each.name === 'to');
    draft.setArgument(isKeyword ? 'to' : name, value);
  }
  const hasToField = answer.args.some(({ name }) => name === 'to_field');
  if (!isSame && !hasToField && knownText(field, 'to_field') !== null) draft.removeArgument('to_field');
  return null;
}

function hasTarget(field: FieldState, { references }: ForeignKey, writing: FieldWriting): boolean {
  const target = writing.loaded.context.registry.target(field);
  const model = KnownModels.of(writing).modelOf({ schema: references.schema, name: references.table });
  if (isUnreadable(target) || model?.state !== target.model) return false;
  return model.fieldOf(references.columns[0] ?? '') === target.field.name;
}

/** What Django's `on_delete` may say for each action of the SQL. */
const namesakes: Readonly<Record<string, readonly string[]>> = {
  cascade: ['CASCADE', 'DO_NOTHING', 'DB_CASCADE'],
  'set null': ['SET_NULL', 'DO_NOTHING', 'DB_SET_NULL'],
  'set default': ['SET_DEFAULT', 'DO_NOTHING', 'DB_SET_DEFAULT'],
  restrict: ['PROTECT', 'RESTRICT', 'DO_NOTHING'],
};

/** Does the field's `on_delete` do what the foreign key says? */
function hasAction(field: FieldState, { onDelete }: ForeignKey): boolean {
  const value = field.arguments.values.get('on_delete');
  const name = value?.kind === 'external' || value?.kind === 'attribute' ? value.name.split('.').at(-1) : '';
  return onDelete === 'no action' || (namesakes[onDelete] ?? []).includes(name ?? '');
}
