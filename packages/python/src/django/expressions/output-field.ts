import type { Value } from '../../syntax/value';
import { djangoName } from './django-name';

/** What an output field is cast to; `length` is the name of the argument that goes into parentheses. */
const types: Readonly<Record<string, { readonly type: string; readonly modifiers?: readonly string[] }>> = {
  AutoField: { type: 'integer' },
  BigAutoField: { type: 'bigint' },
  SmallAutoField: { type: 'smallint' },
  BigIntegerField: { type: 'bigint' },
  BinaryField: { type: 'bytea' },
  BooleanField: { type: 'boolean' },
  CharField: { type: 'character varying', modifiers: ['max_length'] },
  DateField: { type: 'date' },
  DateTimeField: { type: 'timestamp with time zone' },
  DecimalField: { type: 'numeric', modifiers: ['max_digits', 'decimal_places'] },
  DurationField: { type: 'interval' },
  EmailField: { type: 'character varying', modifiers: ['max_length'] },
  FloatField: { type: 'double precision' },
  GenericIPAddressField: { type: 'inet' },
  IntegerField: { type: 'integer' },
  JSONField: { type: 'jsonb' },
  PositiveBigIntegerField: { type: 'bigint' },
  PositiveIntegerField: { type: 'integer' },
  PositiveSmallIntegerField: { type: 'smallint' },
  SearchVectorField: { type: 'tsvector' },
  SlugField: { type: 'character varying', modifiers: ['max_length'] },
  SmallIntegerField: { type: 'smallint' },
  TextField: { type: 'text' },
  TimeField: { type: 'time without time zone' },
  URLField: { type: 'character varying', modifiers: ['max_length'] },
  UUIDField: { type: 'uuid' },
};

/** The type behind an `output_field`; undefined where it is none of Django's plain fields. */
export function outputType(field: Value | undefined): string | undefined {
  if (field?.kind !== 'call') return undefined;
  const name = djangoName(field.callee);
  if (name === 'ArrayField') {
    const base = outputType(field.positional[0] ?? field.keywords.get('base_field'));
    return base === undefined ? undefined : `${base}[]`;
  }
  const row = name === null || !Object.hasOwn(types, name) ? undefined : types[name];
  if (row === undefined) return undefined;
  const modifiers = (row.modifiers ?? []).map((argument) => field.keywords.get(argument));
  const digits = modifiers.flatMap((value) => (value?.kind === 'int' ? [String(value.value)] : []));
  return digits.length === 0 ? row.type : `${row.type}(${digits.join(',')})`;
}
