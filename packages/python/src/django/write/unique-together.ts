import type { Display } from '../../syntax/ast';
import type { ModelTable } from './model-table';

/** Takes a group of fields out of `unique_together`; false where it is not there. */
export function dropTogether(fields: readonly string[], { meta, draft }: ModelTable): boolean {
  const list = meta.listNamed('unique_together');
  if (list === null) return false;
  if (isGroup(list, fields)) {
    meta.drop('unique_together');
    return true;
  }
  const at = list.items.findIndex((item) => (item.kind === 'tuple' || item.kind === 'list') && isGroup(item, fields));
  if (at < 0 || draft.list(list) === null) return false;
  meta.remove({ member: 'unique_together', list, at });
  return true;
}

function isGroup({ items }: Display, fields: readonly string[]): boolean {
  return (
    items.length === fields.length &&
    items.every((item, at) => item.kind === 'string' && item.parts.join('') === fields[at])
  );
}
