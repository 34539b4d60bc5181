import { classesIn } from '../../edits/nodes';
import { innerClass, membersOf } from '../../edits/python-file';
import type { Statement } from '../../syntax/ast';

/** The order of the members of Meta where a file shows none. */
const usual: readonly string[] = [
  'app_label',
  'abstract',
  'managed',
  'db_table',
  'db_table_comment',
  'verbose_name',
  'verbose_name_plural',
  'ordering',
  'get_latest_by',
  'order_with_respect_to',
  'permissions',
  'unique_together',
  'index_together',
  'indexes',
  'constraints',
];

const orders = new WeakMap<readonly Statement[], (name: string) => number>();

/** Where a member of Meta stands among others: as the Metas of the file show it, else as usual. */
export function metaOrder(module: readonly Statement[]): (name: string) => number {
  const known = orders.get(module);
  if (known !== undefined) return known;
  const order = orderIn(module);
  orders.set(module, order);
  return order;
}

function orderIn(module: readonly Statement[]): (name: string) => number {
  const metas = classesIn(module).flatMap(({ body }) => innerClass(body, 'Meta') ?? []);
  const written = metas.map(({ body }) => membersOf(body).map(({ name }) => name));
  const positions = new Map<string, number>(usual.map((name, at) => [name, at]));
  for (const names of written) for (const [at, name] of names.entries()) place(name, names[at - 1], positions);
  return (name) => positions.get(name) ?? usual.length;
}

/** A member that a file puts behind another, against the usual order, stands behind it. */
function place(name: string, previous: string | undefined, positions: Map<string, number>): void {
  const before = previous === undefined ? undefined : positions.get(previous);
  const own = positions.get(name);
  if (before === undefined || (own !== undefined && own > before)) return;
  positions.set(name, before + 0.001);
}
