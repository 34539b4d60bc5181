import type { FieldState } from '../../fields/field-state';

/** Words that Python keeps for itself. */
const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Attributes of every model that a field must not hide. */
const modelAttributes: ReadonlySet<string> = new Set(
  (
    'pk objects save asave delete adelete clean full_clean clean_fields check from_db refresh_from_db arefresh_from_db ' +
    'serializable_value get_deferred_fields save_base prepare_database_save validate_unique validate_constraints ' +
    'get_constraints unique_error_message date_error_message'
  ).split(' '),
);

/** What the name of a column's field depends on. */
export interface NameQuestion {
  readonly column: string;
  readonly isRelation: boolean;
  /** Is the column the key by itself? Only a key may be called `id`. */
  readonly isKey: boolean;
  /** Does something of the model have that name already? */
  isTaken(name: string): boolean;
}

/** A field's name, and whether the field must say its column. */
export interface FieldName {
  readonly name: string;
  readonly dbColumn: string | null;
}

/** The name of a column's field: the column's own where Python and Django let it be. A relation goes without `_id`. */
export function fieldName({ column, isRelation, isKey, isTaken }: NameQuestion): FieldName {
  const isFree = (name: string): boolean => isAllowed(name, isKey) && !isTaken(name);
  const stem = isRelation && column.endsWith('_id') ? column.slice(0, -'_id'.length) : null;
  if (stem !== null && isFree(stem)) return { name: stem, dbColumn: null };
  if (isFree(column)) return { name: column, dbColumn: isRelation ? column : null };
  const plainName = pythonName(column);
  const candidates = [plainName, `${plainName}_field`];
  for (let number = 2; number < 100; number += 1) candidates.push(`${plainName}_field${number}`);
  return { name: candidates.find(isFree) ?? `${plainName}_field`, dbColumn: column };
}

/** Names with a double underscore would be lookups; those that end in one would run into a lookup's. */
function isAllowed(name: string, isKey: boolean): boolean {
  if (!/^[\p{Ll}\p{Lo}_][\p{Ll}\p{Lo}0-9_]*$/u.test(name) || name.includes('__') || name.endsWith('_')) return false;
  return !keywords.has(name) && !modelAttributes.has(name) && (name !== 'id' || isKey);
}

/** `unitPrice` is `unit_price`, `2nd` is `number_2nd`, `a__b_` is `a_b`. */
function pythonName(column: string): string {
  const words = column
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}0-9_]+/gu, '_')
    .replace(/_+/g, '_')
    .replace(/_$/, '');
  if (words === '' || words === '_') return 'column';
  return /^[0-9]/.test(words) ? `number_${words}` : words;
}

/** The field's name, and its attribute's where that is another. */
export function namesOf({ name, relation }: FieldState): readonly string[] {
  return relation === null ? [name] : [name, `${name}_id`];
}
