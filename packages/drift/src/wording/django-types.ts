import { parseColumnType } from '@canonical-schema/schema';
import type { FieldWords } from '../dialects/judged-dialect';

/** The field that makes a type: `CharField(max_length=10)`; in words where Django has none of its own. */
export function djangoField(type: string, fields: FieldWords): string {
  const { base, modifiers, array } = parseColumnType(type);
  if (array) return `ArrayField(${djangoField(type.slice(0, -2), fields)})`;
  const whole = fields[type];
  if (whole !== undefined) return `${whole.field}()`;
  const { field, arguments: names = [] } = fields[base] ?? {};
  if (field !== undefined && modifiers.length === 0) return `${field}()`;
  if (field === undefined || names.length !== modifiers.length) return `a field whose db_type() is "${type}"`;
  return `${field}(${names.map((name, at) => `${name}=${modifiers[at]}`).join(', ')})`;
}

/** What to do to a field so that its column changes from one type to the other. */
export function djangoTypeChange(from: string, to: string, fields: FieldWords): string {
  const before = parseColumnType(from);
  const { base, modifiers, array } = parseColumnType(to);
  const names = fields[base]?.arguments ?? [];
  const isSameField = before.base === base && before.array === array && names.length > 0;
  if (isSameField && modifiers.length === names.length) {
    return `Change ${names.map((name, at) => `${name} to ${modifiers[at]}`).join(' and ')}`;
  }
  if (isSameField && modifiers.length === 0 && names.length === 1) return `Remove ${names[0]}`;
  return `Use ${djangoField(to, fields)}`;
}
