/** The order in which people write a field's arguments. */
const order: readonly string[] = [
  ...['', 'to', 'on_delete', 'to_field', 'related_name'],
  ...['expression', 'output_field', 'db_persist'],
  ...['max_length', 'max_digits', 'decimal_places', 'geography', 'dim', 'srid', 'choices'],
  ...['primary_key', 'unique', 'db_index', 'spatial_index', 'db_constraint'],
  ...['auto_now', 'auto_now_add', 'default', 'db_default', 'null', 'blank', 'editable'],
  ...['db_column', 'db_collation', 'db_comment'],
];

/** The rank of an argument among the others of a field; -1 for one that may stand anywhere. */
export function argumentOrder(name: string): number {
  return order.indexOf(name);
}
