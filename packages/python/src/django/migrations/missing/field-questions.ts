import { type DjangoVersion, isAtLeast } from '../../version';
import type { FieldFacts } from './model-facts';
import { identityOf, type Term, trueTerm } from './term';

const isTrue = ({ term }: FieldFacts, name: string): boolean => {
  const value = term.keywords.get(name);
  return value !== undefined && identityOf(value) === trueTerm.identity;
};

/** May the field be NULL? */
export function isNullable(field: FieldFacts): boolean {
  return isTrue(field, 'null');
}

/** Has it a default in Python? */
export function hasDefault({ term }: FieldFacts): boolean {
  return term.keywords.has('default');
}

/** Has it a default in the database? */
export function hasDatabaseDefault({ term }: FieldFacts): boolean {
  return term.keywords.has('db_default');
}

/** Fields for which an empty text is no value. Source: `empty_strings_allowed`. */
const withoutEmptyText: ReadonlySet<string> = new Set(
  `AutoField BigAutoField SmallAutoField BigIntegerField BooleanField NullBooleanField DateField DateTimeField
   DecimalField DurationField FloatField GenericIPAddressField IPAddressField IntegerField JSONField
   PositiveBigIntegerField PositiveIntegerField PositiveSmallIntegerField SmallIntegerField TimeField UUIDField
   ArrayField HStoreField BigIntegerRangeField DateRangeField DateTimeRangeField DecimalRangeField FloatRangeField
   IntegerRangeField ForeignKey OneToOneField`.split(/\s+/),
);

/** Can the field be added to a table with rows without asking for their value? Source: `_generate_added_field`. */
export function keepsDefault(field: FieldFacts, version: DjangoVersion): boolean {
  const { kind } = field;
  const isAuto = kind.form === 'auto' && isAtLeast(version, 5, 2);
  const isBlank = isTrue(field, 'blank') || kind.form === 'generated';
  return (
    isNullable(field) ||
    hasDefault(field) ||
    hasDatabaseDefault(field) ||
    kind.form === 'many-to-many' ||
    (isBlank && !withoutEmptyText.has(kind.name)) ||
    isTrue(field, 'auto_now') ||
    isAuto
  );
}

/** Is the value that a new field gets the moment of its making? */
export function isMadeNow(field: FieldFacts): boolean {
  return isTrue(field, 'auto_now_add');
}

/** The field with a default for one occasion. */
export function withDefault(field: FieldFacts, value: Term): FieldFacts {
  return withKeyword(field, 'default', value);
}

/** The field with its column named. */
export function withDatabaseColumn(field: FieldFacts, column: Term): FieldFacts {
  return withKeyword(field, 'db_column', column);
}

function withKeyword(field: FieldFacts, name: string, value: Term): FieldFacts {
  const term = { ...field.term, keywords: new Map([...field.term.keywords, [name, value]] as const) };
  return { ...field, term };
}

/** Does the field name its column itself? */
export function hasDatabaseColumn({ term }: FieldFacts): boolean {
  return term.keywords.has('db_column');
}
