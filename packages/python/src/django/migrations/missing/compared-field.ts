import { isUnreadable } from '@canonical-schema/schema';
import { isSet } from '../../fields/arguments';
import { customMethod } from '../../fields/custom-field';
import type { FieldReading } from '../../fields/field-of-value';
import type { FieldState } from '../../fields/field-state';
import { isOurs } from '../../third-party/stand-ins';
import { deconstructed } from '../field-deconstruction';
import { canonicalText, NotComparable } from './canonical-text';

/** Is a field what migrations know of it? Throws `NotComparable` where that is not known. */
export function isSameField(model: FieldState, migrated: FieldState, reading: FieldReading): boolean {
  const [mine, theirs] = [textsOf(model, reading, true), textsOf(migrated, reading, false)];
  if (sameTexts(mine, theirs)) return true;
  if (isOfLibrary(model, reading)) return isWithin(mine, theirs);
  if (mine.get('class') !== theirs.get('class')) return false;
  const own = model.call === undefined ? null : customMethod(model.call, 'deconstruct', reading.program);
  if (own !== null) throw new NotComparable(`its class ${own} decides in deconstruct() what migrations remember`);
  return false;
}

/** Fields of libraries that are known without their text lack what shapes no table: labels, help, validators. */
function isOfLibrary({ call, autoCreated }: FieldState, { program }: FieldReading): boolean {
  if (call === undefined) return !autoCreated;
  if (isOurs(call.place.path)) return true;
  if (call.callee.kind !== 'class') return false;
  return program.mro(call.callee).some((each) => each.kind === 'class' && isOurs(each.place.path));
}

/** What is known agrees; throws where it does not, for the library's own version may say otherwise. */
function isWithin(known: ReadonlyMap<string, string>, whole: ReadonlyMap<string, string>): boolean {
  const differing = [...known].find(([name, text]) => whole.get(name) !== text);
  if (differing === undefined || differing[0] === 'class') return true;
  throw new NotComparable(`its ${differing[0]} is that of a library which is not installed here`);
}

function sameTexts(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);
}

/** Everything that `deconstruct()` would give, by argument. */
function textsOf(field: FieldState, reading: FieldReading, isModel: boolean): ReadonlyMap<string, string> {
  const { path, arguments: values } = deconstructed(field);
  const texts = new Map([['class', path]]);
  for (const [name, value] of values) texts.set(name, canonicalText(value, reading));
  if (field.arguments.incomplete !== null) throw new NotComparable(field.arguments.incomplete);
  addRelation(field, texts);
  if (isModel) addWhatDjangoAdds(field, texts);
  // A key that is its target's own is not written.
  if (texts.get('to_field') === '"id"') texts.delete('to_field');
  return texts;
}

function addRelation({ relation, kind }: FieldState, texts: Map<string, string>): void {
  if (relation === null) return;
  if (isUnreadable(relation.to)) throw new NotComparable(relation.to.unreadable);
  if (isUnreadable(relation.through)) throw new NotComparable(relation.through.unreadable);
  texts.set('to', relation.to);
  if (relation.through !== null) texts.set('through', relation.through);
  if (kind.form !== 'many-to-many') texts.set('on_delete', texts.get('on_delete') ?? 'CASCADE');
  texts.delete('symmetrical');
}

/** Django marks a key as not serialized, and fields that it makes itself as such. */
function addWhatDjangoAdds(field: FieldState, texts: Map<string, string>): void {
  if (isSet(field, 'primary_key')) texts.set('serialize', 'False');
  if (!field.autoCreated) return;
  texts.set('auto_created', 'True');
  if (field.relation !== null) texts.set('parent_link', 'True');
  else texts.set('verbose_name', '"ID"');
}
