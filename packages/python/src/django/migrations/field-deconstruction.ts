import type { Value } from '../../syntax/value';
import { equalValues, sameValue } from '../../syntax/values';
import { dottedName } from '../constants';
import type { FieldState } from '../fields/field-state';

/**
 * What a field's `deconstruct()` gives: the path of its class, and the arguments that differ from the defaults. Relations
 * are kept apart, resolved, by the field itself.
 */
export interface Deconstruction {
  readonly path: string;
  readonly arguments: ReadonlyMap<string, Value>;
}

/** Defaults that `deconstruct()` leaves out. Source: `Field.deconstruct`. */
const defaults: Readonly<Record<string, readonly (string | number | boolean | null)[]>> = {
  verbose_name: [null],
  name: [null],
  primary_key: [false],
  max_length: [null],
  unique: [false],
  blank: [false],
  null: [false],
  db_index: [false],
  editable: [true],
  serialize: [true],
  unique_for_date: [null],
  unique_for_month: [null],
  unique_for_year: [null],
  choices: [null],
  help_text: [''],
  db_column: [null],
  db_comment: [null],
  db_collation: [null],
  db_tablespace: [null, ''],
  auto_created: [false],
  error_messages: [null],
  db_constraint: [true],
  related_name: [null],
  related_query_name: [null],
  to_field: [null],
  parent_link: [false],
  auto_now: [false],
  auto_now_add: [false],
  max_digits: [null],
  decimal_places: [null],
  path: [''],
  match: [null],
  recursive: [false],
  allow_files: [true],
  allow_folders: [false],
  upload_to: [''],
  width_field: [null],
  height_field: [null],
  encoder: [null],
  decoder: [null],
  size: [null],
  protocol: ['both'],
  unpack_ipv4: [false],
  symmetrical: [null],
  through: [null],
  through_fields: [null],
  db_table: [null],
  allow_unicode: [false],
  default_bounds: ['[)'],
};

/** Defaults of single classes, which their own `deconstruct()` leaves out or puts in. */
const classDefaults: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>> = {
  BinaryField: { editable: false },
  EmailField: { max_length: 254 },
  SlugField: { max_length: 50, db_index: true },
  FileField: { max_length: 100 },
  ImageField: { max_length: 100 },
  FilePathField: { max_length: 100 },
  URLField: { max_length: 200 },
  ForeignKey: { db_index: true },
  OneToOneField: { db_index: true, unique: true },
};

/** Arguments that relations say elsewhere. */
const resolved: ReadonlySet<string> = new Set(['to', 'through', 'name', 'from_fields', 'to_fields']);

/** A field taken apart. */
export function deconstructed(field: FieldState): Deconstruction {
  const own = classDefaults[field.kind.name] ?? {};
  const found = new Map<string, Value>();
  for (const [name, value] of field.arguments.values) {
    const known = name === 'choices' ? listedChoices(settledText(value)) : settledText(value);
    if (resolved.has(name) || isDefault(name, known, own[name])) continue;
    found.set(name, known);
  }
  // `auto_now` and `auto_now_add` decide both themselves.
  if (found.has('auto_now') || found.has('auto_now_add')) for (const name of ['editable', 'blank']) found.delete(name);
  return { path: pathOf(field), arguments: found };
}

/** Choices given as a dict are the list of its pairs, within groups too. */
function listedChoices(choices: Value): Value {
  const { place } = choices;
  if (choices.kind === 'dict') {
    const items = choices.entries.map(
      ([key, label]): Value => ({ kind: 'tuple', items: [key, listedChoices(label)], place }),
    );
    return { kind: 'list', items, place };
  }
  return choices.kind === 'list' || choices.kind === 'tuple'
    ? { ...choices, items: choices.items.map(listedChoices) }
    : choices;
}

function isDefault(name: string, value: Value, own: string | number | boolean | undefined): boolean {
  if (dottedName(value)?.endsWith('.NOT_PROVIDED') === true) return true;
  if (name === 'validators' && (value.kind === 'list' || value.kind === 'tuple')) return value.items.length === 0;
  if (name === 'limit_choices_to' && value.kind === 'dict') return value.entries.length === 0;
  if (name === 'limit_choices_to' && value.kind === 'none') return true;
  if (own !== undefined) return isConstant(value, own);
  return defaults[name]?.some((each) => isConstant(value, each)) === true;
}

function isConstant(value: Value, constant: string | number | boolean | null): boolean {
  if (constant === null) return value.kind === 'none';
  if (typeof constant === 'number') return value.kind === 'int' && Number(value.value) === constant;
  return (value.kind === 'str' || value.kind === 'bool') && value.value === constant;
}

/** Functions that translate a text; those with a context have the text second. */
const translations = /^django\.utils\.translation\.(?:u|(p))?gettext(?:_lazy|_noop)?$/;

/** Texts that are translated when shown compare as they are written. */
export function settledText(value: Value): Value {
  const translation = value.kind === 'call' ? translations.exec(dottedName(value.callee) ?? '') : null;
  if (value.kind === 'call' && translation !== null) return value.positional[translation[1] === 'p' ? 1 : 0] ?? value;
  if (value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set') {
    return { ...value, items: value.items.map(settledText) };
  }
  if (value.kind === 'dict') {
    return { ...value, entries: value.entries.map(([key, item]) => [settledText(key), settledText(item)] as const) };
  }
  return value;
}

function pathOf(field: FieldState): string {
  const name = field.call === undefined ? null : dottedName(field.call.callee);
  if (name === null) return `django.db.models.${field.kind.name}`;
  return name
    .replace(/^django\.db\.models\.fields\.(\w+\.)?/, 'django.db.models.')
    .replace(/^django\.contrib\.postgres\.fields\..*\.(\w+)$/, 'django.contrib.postgres.fields.$1');
}

/** Are two arguments the same? Null where that is not known. */
export function equalArguments(a: Value | undefined, b: Value | undefined): boolean | null {
  if (a === undefined || b === undefined) return a === b;
  if (sameValue(a, b)) return true;
  const [x, y] = [dottedName(a), dottedName(b)];
  if (x !== null && y !== null) return x === y;
  return equalValues(a, b);
}
