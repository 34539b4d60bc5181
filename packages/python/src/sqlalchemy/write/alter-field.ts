import { isUnreadable } from '@canonical-schema/schema';
import type { Code } from '../../edits/code';
import type { DictDisplay, Display } from '../../syntax/ast';
import { alterAnnotation, isSamePython } from './alter-type';
import { type Altering, has } from './altering';
import { NewCall } from './column-call';
import { keyOf } from './column-intent';
import { identityItem, renderComputed } from './column-parts';
import { pythonName } from './imported-name';
import { renderServerDefault } from './render-default';
import { nullableAnnotation, renderType, wantedCollation } from './render-type';
import { calleeName } from './source-column';

/** SQLModel's `Field(...)`: its own arguments say length, digits and nullability, `sa_column_kwargs` the rest. */
export function alterField(altering: Altering): void {
  const { set } = altering.change;
  if (has(set, 'identity')) alterFieldItem(altering, 'Identity');
  if (has(set, 'generated')) alterFieldItem(altering, 'Computed');
  if (has(set, 'type') || has(set, 'collation')) alterFieldType(altering);
  if (has(set, 'default') || has(set, 'comment')) alterFieldOptions(altering);
  if (!has(set, 'nullable')) return;
  const { call, column } = altering;
  if (!has(set, 'type')) alterAnnotation(altering, null);
  alterNoneDefault(altering);
  if (call.has('nullable')) call.setKeyword('nullable', column.nullable !== false ? 'True' : 'False');
}

/** `name: str`, or `name: str = "x"`, gets a Field where that does not say it all. */
export function alterNewField(bare: Omit<Altering, 'call'>): void {
  const { source, target, refuse } = bare;
  const { statement, file } = source;
  if (statement.kind !== 'annotated') {
    refuse('it has no annotation');
    return;
  }
  const call = new NewCall();
  if (statement.value !== null) call.setKeyword('default', file.textOf(statement.value));
  const before = call.isEmpty;
  alterField({ ...bare, call });
  const isPlain = statement.value !== null && call.isOnly('default');
  if (call.isEmpty || isPlain) {
    if (!before && call.isEmpty && statement.value !== null)
      file.draft.replace({ start: statement.annotation.end, end: statement.value.end }, '');
    return;
  }
  const field = target.scribe.name(pythonName('sqlmodel', 'Field'));
  const { end } = statement.annotation;
  if (statement.value === null) file.draft.replace({ start: end, end }, call.code(` = ${field}`));
  else file.draft.replace(statement.value, call.code(field));
}

/** A field that may be NULL is None unless it is given; one that may not has to be given. */
export function alterNoneDefault({ source, call, column }: Altering): void {
  const { statement } = source;
  const bare = statement.kind === 'annotated' ? statement.value : null;
  const given = source.call?.args.find(({ name }) => name === 'default')?.value ?? (source.call === null ? bare : null);
  const isGiven =
    given !== null || source.call?.args.some(({ name, form }) => form === 'positional' || name === 'default_factory');
  if (column.nullable !== false && isGiven !== true) call.setKeyword('default', 'None');
  if (column.nullable === false && given?.kind === 'none') call.removeKeyword('default');
}

function alterFieldType(altering: Altering): void {
  const { call, column, target, batch, refuse, source } = altering;
  const type =
    typeof column.type === 'string'
      ? renderType(column.type, wantedCollation(column, source.emitted), batch.canonical, target.scribe)
      : null;
  if (type === null) {
    refuse(`SQLAlchemy has no type for ${String(column.type)}`);
    return;
  }
  const { annotation, file } = source;
  const isSame = isSamePython(source, type);
  if (!isSame && annotation !== null) {
    const python = type.python();
    file.draft.replace(annotation, column.nullable !== false ? nullableAnnotation(python, target.scribe) : python);
  } else alterAnnotation(altering, null);
  const own = ownKeywords(String(column.type), wantedCollation(column, source.emitted));
  for (const keyword of ['max_length', 'max_digits', 'decimal_places'])
    if (own?.some(([name]) => name === keyword) !== true) call.removeKeyword(keyword);
  for (const [name, value] of own ?? []) call.setKeyword(name, value);
  const isPlain =
    own === null &&
    type.plain !== null &&
    target.mapped(type.plain) === column.type &&
    wantedCollation(column, source.emitted) === null;
  if (own !== null || isPlain) call.removeKeyword('sa_type');
  else call.setKeyword('sa_type', type.sql());
}

/** `max_length` and digits, which SQLModel makes a type of; null where these do not say it. */
function ownKeywords(type: string, collation: string | null): readonly (readonly [string, string])[] | null {
  if (collation !== null) return null;
  const length = /^character varying(?:\((\d+)\))?$/.exec(type);
  if (length !== null) return length[1] === undefined ? [] : [['max_length', length[1]]];
  const digits = /^numeric\((\d+),(\d+)\)$/.exec(type);
  return digits === null
    ? null
    : [
        ['max_digits', String(digits[1])],
        ['decimal_places', String(digits[2])],
      ];
}

/** DEFAULT and comment, which Field hands on to the Column. */
function alterFieldOptions({ call, column, change, target, source, refuse }: Altering): void {
  const { default: wanted, type } = column;
  if (isUnreadable(wanted) || isUnreadable(type)) {
    refuse('its default could not be read');
    return;
  }
  const { scribe, file } = target;
  const entries: [string, string | null][] = [];
  if (has(change.set, 'default'))
    entries.push(['server_default', wanted === null ? null : renderServerDefault(wanted, type, scribe)]);
  if (has(change.set, 'comment'))
    entries.push(['comment', column.comment === null ? null : scribe.quoted(column.comment)]);
  const known = source.call?.args.find(({ name }) => name === 'sa_column_kwargs')?.value;
  if (known !== undefined && known.kind !== 'dict') {
    refuse('its sa_column_kwargs are computed');
    return;
  }
  const given = entries.flatMap(([name, text]): Code[] => (text === null ? [] : [`${scribe.quoted(name)}: ${text}`]));
  if (known !== undefined) for (const [name, text] of entries) setEntry(known, name, text, { file, scribe });
  else if (given.length > 0)
    call.setKeyword('sa_column_kwargs', { kind: 'bracketed', open: '{', items: given, close: '}' });
}

/** `sa_column_args=[Identity()]`, which Field hands on too. */
function alterFieldItem({ call, column, target, source, refuse }: Altering, name: 'Identity' | 'Computed'): void {
  const { scribe, file } = target;
  const { generated } = column;
  if (isUnreadable(generated)) {
    refuse('its expression could not be read');
    return;
  }
  const computed = generated === null ? null : renderComputed(generated, scribe);
  const item = name === 'Identity' ? identityItem(column, keyOf(column.name, target.emitted), scribe) : computed;
  const known = source.call?.args.find((argument) => argument.name === 'sa_column_args')?.value;
  if (known !== undefined && known.kind !== 'list' && known.kind !== 'tuple') {
    refuse('its sa_column_args are computed');
    return;
  }
  const at = known?.items.findIndex((each) => each.kind === 'call' && calleeName(each) === name) ?? -1;
  const before = known?.items[at];
  if (before !== undefined && item !== null) file.draft.replace(before, item);
  else if (known !== undefined && before !== undefined) removeItem(known, at, { call, file });
  else if (known !== undefined && item !== null) file.draft.list(known)?.append(item);
  else if (item !== null) call.setKeyword('sa_column_args', `[${item}]`);
}

function removeItem(
  list: Display,
  at: number,
  { call, file }: { readonly call: Altering['call']; readonly file: Altering['target']['file'] },
): void {
  if (list.items.length === 1) call.removeKeyword('sa_column_args');
  else file.draft.list(list)?.remove(at);
}

function setEntry(
  dict: DictDisplay,
  name: string,
  text: string | null,
  { file, scribe }: Pick<Altering['target'], 'file' | 'scribe'>,
): void {
  const at = dict.entries.findIndex(({ key }) => key?.kind === 'string' && key.parts[0] === name);
  const entry = dict.entries[at];
  if (entry === undefined && text !== null) file.draft.list(dict)?.append(`${scribe.quoted(name)}: ${text}`);
  if (entry !== undefined && text !== null) file.draft.replace(entry.value, text);
  if (entry !== undefined && text === null) file.draft.list(dict)?.remove(at);
}
