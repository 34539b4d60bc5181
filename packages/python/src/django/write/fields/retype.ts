import { isSet } from '../../fields/arguments';
import type { FieldDraft } from './field-draft';
import { imported, type PythonCode, plain } from './python-code';
import type { FieldOfType } from './type-fields';

/** Arguments that belong to a class rather than to the field: another class does not take them over. */
export const ownArguments: readonly string[] = [
  ...['max_length', 'max_digits', 'decimal_places', 'base_field', 'size', 'protocol', 'unpack_ipv4'],
  ...['auto_now', 'auto_now_add', 'upload_to', 'storage', 'path', 'match', 'recursive', 'allow_files'],
  ...['allow_folders', 'width_field', 'height_field', 'encoder', 'decoder', 'geography', 'dim', 'srid'],
  ...['spatial_index', 'db_collation', 'allow_unicode'],
];

/** Arguments of a class that another one knows as well. */
const shared: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['DateField', 'DateTimeField', 'TimeField'].map((name) => [name, ['auto_now', 'auto_now_add']]),
  ),
  ...Object.fromEntries(['CharField', 'TextField'].map((name) => [name, ['db_collation']])),
};

/** Classes of Django's over varchar, which say more than the type: they stay, whatever the length. */
const texts: ReadonlySet<string> = new Set([
  'CharField',
  'CommaSeparatedIntegerField',
  'EmailField',
  'FileField',
  'FilePathField',
  'ImageField',
  'SlugField',
  'URLField',
]);

/** Gives a field another type: the same class with other arguments where it can have the type, else another class. */
export function retype(draft: FieldDraft, wanted: FieldOfType): void {
  const { kind, dbType } = draft.site.field;
  const isAlike = kind.name === wanted.name || (texts.has(kind.name) && wanted.name === 'CharField');
  // A class of the project's own that names its type itself has that one whatever its arguments are.
  const stays = isAlike && dbType === undefined;
  if (!stays) {
    draft.setClass(wanted.name, imported(wanted.module, wanted.name));
    const kept = shared[wanted.name] ?? [];
    for (const name of ownArguments) {
      if (!kept.includes(name) && draft.has(name)) draft.removeArgument(name);
    }
    keepIndex(draft);
  }
  if (stays && wanted.name === 'CharField' && wanted.args.length === 0) withoutLength(draft, kind.defaults.max_length);
  for (const { name, value } of wanted.args) draft.setArgument(stays && name === '' ? 'base_field' : name, value);
  if (stays)
    for (const name of spatialArguments) if (!isAmong(name, wanted) && draft.has(name)) draft.removeArgument(name);
}

/** A SlugField has an index without a word; another class is to say so. */
function keepIndex(draft: FieldDraft): void {
  const { field } = draft.site;
  if (field.kind.name !== 'SlugField') return;
  if (isSet(field, 'db_index') && !isSet(field, 'unique')) draft.setArgument('db_index', plain('True'));
  else if (draft.has('db_index')) draft.removeArgument('db_index');
}

const spatialArguments = ['geography', 'dim', 'srid'];

function isAmong(name: string, { args }: FieldOfType): boolean {
  return args.some((each) => each.name === name);
}

/** `EmailField(max_length=None)`: it has a length of its own where nothing is said. */
function withoutLength(draft: FieldDraft, ownLength: string | number | boolean | undefined): void {
  const none: PythonCode = plain('None');
  if (ownLength !== undefined) draft.setArgument('max_length', none);
  else if (draft.has('max_length')) draft.removeArgument('max_length');
}
