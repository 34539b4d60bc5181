import { falseTerm, isNone, literal, noneTerm, type Term, trueTerm } from './term';

/** The keyword arguments of a field while they are worked out. */
export type Keywords = Map<string, Term>;

/** Changes what `Field.deconstruct()` gives as a class's own `deconstruct()` does. */
type Rule = (keywords: Keywords) => void;

/** Values that `Field.deconstruct()` leaves out, as a migration writes them. Source: `possibles`. */
const defaults: Readonly<Record<string, string>> = {
  verbose_name: 'None',
  primary_key: 'False',
  max_length: 'None',
  unique: 'False',
  blank: 'False',
  null: 'False',
  db_index: 'False',
  editable: 'True',
  serialize: 'True',
  unique_for_date: 'None',
  unique_for_month: 'None',
  unique_for_year: 'None',
  choices: 'None',
  help_text: "''",
  db_column: 'None',
  db_comment: 'None',
  db_tablespace: 'None',
  auto_created: 'False',
  error_messages: 'None',
};

/** Arguments of single classes that `deconstruct()` leaves out at these values. */
const ownDefaults: Readonly<Record<string, readonly string[]>> = {
  db_collation: ['None', "''"],
  auto_now: ['False'],
  auto_now_add: ['False'],
  max_digits: ['None'],
  decimal_places: ['None'],
  path: ["''"],
  match: ['None'],
  recursive: ['False'],
  allow_files: ['True'],
  allow_folders: ['False'],
  width_field: ['None', "''"],
  height_field: ['None', "''"],
  storage: ['None', 'django.core.files.storage.default_storage'],
  protocol: ["'both'"],
  unpack_ipv4: ['False'],
  encoder: ['None'],
  decoder: ['None'],
  default_bounds: ["'[)'"],
  allow_unicode: ['False'],
  related_name: ['None'],
  related_query_name: ['None'],
  parent_link: ['False'],
  to_field: ['None'],
  db_constraint: ['True'],
  db_table: ['None'],
  through_fields: ['None', '()', '[]'],
  limit_choices_to: ['None'],
  dim: ['2'],
  geography: ['False'],
  spatial_index: ['True'],
};

/** Arguments that no `deconstruct()` gives, or that a field's relation says. */
const silent: ReadonlySet<string> = new Set([
  'name',
  'to',
  'through',
  'symmetrical',
  'swappable',
  'rel',
  'field_names',
]);

/** Does `deconstruct()` leave an argument out for being the default? */
export function isLeftOut(name: string, term: Term, kind: string): boolean {
  if (silent.has(name)) return true;
  if (term.kind === 'literal' && term.text.endsWith('NOT_PROVIDED')) return true;
  if (isEmpty(term) && (name === 'validators' || name === 'limit_choices_to')) return true;
  if (term.kind !== 'literal') return false;
  if (name === 'validators' && isNone(term)) return true;
  const isOwn = keepsFalse[kind]?.includes(name) === true;
  return (!isOwn && defaults[name] === term.text) || ownDefaults[name]?.includes(term.text) === true;
}

/** Flags that are true where nobody says otherwise, so that `False` has to be kept until the class's rule saw it. */
const keepsFalse: Readonly<Record<string, readonly string[]>> = {
  SlugField: ['db_index'],
  ForeignKey: ['db_index'],
  OneToOneField: ['db_index'],
  BinaryField: ['editable'],
};

function isEmpty(term: Term): boolean {
  return 'items' in term ? term.items.length === 0 : term.kind === 'dict' && term.entries.length === 0;
}

const without =
  (...names: readonly string[]): Rule =>
  (keywords) => {
    for (const name of names) keywords.delete(name);
  };

const withDefault =
  (name: string, term: Term): Rule =>
  (keywords) => {
    if (!keywords.has(name)) keywords.set(name, term);
  };

const withoutLength =
  (length: number): Rule =>
  (keywords) => {
    const term = keywords.get('max_length');
    if (term?.kind === 'literal' && term.text === String(length)) keywords.delete('max_length');
  };

/** A flag that is set by default is written only where it is not. */
const unlessSet =
  (name: string): Rule =>
  (keywords) => {
    const term = keywords.get(name);
    if (term?.kind !== 'literal' || term.identity !== falseTerm.identity) keywords.delete(name);
    else keywords.set(name, falseTerm);
  };

/** `auto_now` and `auto_now_add` decide both themselves. */
const timed: Rule = (keywords) => {
  if (keywords.has('auto_now') || keywords.has('auto_now_add')) without('editable', 'blank')(keywords);
};

const file: readonly Rule[] = [withoutLength(100), withDefault('upload_to', literal("''"))];
const auto: readonly Rule[] = [without('blank'), (keywords) => keywords.set('primary_key', trueTerm)];
const spatial: readonly Rule[] = [withDefault('srid', literal('4326'))];
const key: readonly Rule[] = [
  unlessSet('db_index'),
  withDefault('on_delete', literal('django.db.models.deletion.CASCADE', ['import django.db.models.deletion'])),
];

/** What the classes of Django make of the arguments besides leaving out defaults. Source: each class's `deconstruct()`. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  AutoField: auto,
  BigAutoField: auto,
  SmallAutoField: auto,
  ArrayField: [withDefault('size', noneTerm)],
  BinaryField: [
    (keywords) => {
      const editable = keywords.get('editable');
      if (editable?.kind !== 'literal' || editable.identity !== trueTerm.identity) keywords.delete('editable');
    },
  ],
  CompositePrimaryKey: [
    without('editable'),
    withDefault('blank', trueTerm),
    withDefault('editable', falseTerm),
    withDefault('primary_key', trueTerm),
  ],
  DateField: [timed],
  DateTimeField: [timed],
  TimeField: [timed],
  EmailField: [withDefault('max_length', literal('254'))],
  FileField: file,
  ImageField: file,
  FilePathField: [withoutLength(100)],
  ForeignKey: key,
  OneToOneField: [...key, without('unique')],
  GeneratedField: [without('blank', 'editable')],
  GenericIPAddressField: [without('max_length')],
  IPAddressField: [without('max_length')],
  NullBooleanField: [without('null', 'blank')],
  SlugField: [withoutLength(50), unlessSet('db_index')],
  URLField: [withoutLength(200)],
  UUIDField: [without('max_length')],
  ...Object.fromEntries(
    'GeometryField PointField LineStringField PolygonField MultiPointField MultiLineStringField MultiPolygonField GeometryCollectionField RasterField'
      .split(' ')
      .map((name) => [name, spatial]),
  ),
};

/** Makes of the arguments that are no defaults what the class's `deconstruct()` gives. */
export function applyRules(kind: string, keywords: Keywords): void {
  for (const rule of rules[kind] ?? []) rule(keywords);
}
