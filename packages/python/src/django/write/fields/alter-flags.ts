import type { ColumnPlan } from './column-plan';
import type { FieldDraft } from './field-draft';
import { imported, plain } from './python-code';
import { modelsModule } from './type-fields';

/** What a field says of its column alone: unique, not negative, indexed, the key. */
export function alterFlags({ unique, positive, index, key }: ColumnPlan, draft: FieldDraft): void {
  const { kind } = draft.site.field;
  if (unique === 'yes') setUnique(draft, kind.form === 'foreign-key');
  if (unique === 'no') {
    if (kind.form === 'one-to-one') draft.setClass('ForeignKey', imported(modelsModule, 'ForeignKey'));
    else draft.removeArgument('unique');
  }
  if (positive !== null) setPositive(draft, positive === 'yes');
  if (index === 'yes') draft.removeArgument('db_index');
  if (index === 'no') {
    if (kind.defaults.db_index === true) draft.setArgument('db_index', plain('False'));
    else draft.removeArgument('db_index');
  }
  if (key === 'no') draft.removeArgument('primary_key');
  if (key !== 'yes') return;
  draft.setArgument('primary_key', plain('True'));
  for (const each of ['null', 'blank', 'unique']) if (draft.has(each)) draft.removeArgument(each);
}

function setUnique(draft: FieldDraft, isRelation: boolean): void {
  if (isRelation) draft.setClass('OneToOneField', imported(modelsModule, 'OneToOneField'));
  else draft.setArgument('unique', plain('True'));
}

/** The type may have given the field another class already. */
function setPositive(draft: FieldDraft, isPositive: boolean): void {
  const bare = draft.className.replace(/^Positive/, '');
  if (!bare.endsWith('IntegerField')) return;
  const name = isPositive ? `Positive${bare}` : bare;
  draft.setClass(name, imported(modelsModule, name));
}
