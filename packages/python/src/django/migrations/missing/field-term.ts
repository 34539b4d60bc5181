import { isUnreadable } from '@canonical-schema/schema';
import type { CallValue, ClassValue, Value } from '../../../syntax/value';
import { dottedName } from '../../constants';
import { boundArguments } from '../../fields/arguments';
import { customField, customMethod } from '../../fields/custom-field';
import { fieldOfValue } from '../../fields/field-of-value';
import type { FieldState } from '../../fields/field-state';
import type { ModelKey } from '../../model-state';
import { argumentsOf } from '../../super-arguments';
import { isOurs } from '../../third-party/stand-ins';
import { type DjangoVersion, isAtLeast } from '../../version';
import { contribKeywords } from './contrib-fields';
import { applyRules, isLeftOut, type Keywords } from './field-rules';
import { ownDeconstruct } from './own-deconstruct';
import { textRepr } from './python-repr';
import { falseTerm, literal, type MadeTerm, NotComparable, type Term, trueTerm } from './term';
import { type TermReading, termOfValue } from './term-of-value';

/** What the fields of one side's models ask of each other. */
export interface ModelNames {
  /** The setting through which a model is, or may be, swapped for another; null for none. */
  settingOf(key: ModelKey): string | null;
  /** `app.Model`, with the class's own letters. */
  labelOf(key: ModelKey): string;
  /** Is it the name of the model's primary key? */
  isKeyOf(key: ModelKey, field: string): boolean;
}

/** Where a field stands: in a model class, in a migration, or among another field's arguments. */
export type FieldSide = 'model' | 'migration' | 'nested';

/** What makes terms of fields. */
export interface FieldTermReading extends TermReading {
  readonly version: DjangoVersion;
}

/** What a field's `deconstruct()` gives. Throws `NotComparable` where that is not known. */
export function fieldTerm(field: FieldState, side: FieldSide, names: ModelNames, reading: FieldTermReading): MadeTerm {
  if (field.arguments.incomplete !== null) throw new NotComparable(field.arguments.incomplete);
  const keywords: Keywords = new Map(contribKeywords(field) ?? writtenKeywords(field, reading));
  if (side === 'model') addWhatDjangoAdds(field, keywords);
  applyRules(field.kind.name, keywords);
  addRelation(field, side, keywords, names);
  // Before Django 5.2 migrations did not remember them.
  if (!isAtLeast(reading.version, 5, 2)) keywords.delete('through_fields');
  const term: MadeTerm = {
    kind: 'made',
    path: pathOf(field),
    positional: field.kind.form === 'composite-key' ? keyNames(field, reading) : [],
    keywords,
  };
  const unwritable = whyUnwritable(field, reading);
  if (unwritable === null) return term;
  const own = unwritable.includes('deconstruct()') ? ownDeconstruct(field, term, reading) : null;
  return own ?? { ...term, unwritable };
}

function writtenKeywords(field: FieldState, reading: FieldTermReading): Keywords {
  const keywords: Keywords = new Map();
  for (const [name, value] of writtenArguments(field, reading)) {
    const term = argumentTerm(name, value, reading);
    if (!isLeftOut(name, term, field.kind.name)) keywords.set(name, term);
  }
  return keywords;
}

/** The field that a call among arguments makes; null for what is no field. */
export function nestedFieldTerm(call: CallValue, reading: FieldTermReading): Term | null {
  const answer = fieldOfValue('', call, call.place, reading);
  if (answer.kind !== 'field') return null;
  return fieldTerm({ ...answer.field, relation: null }, 'nested', noNames, reading);
}

const noNames: ModelNames = { settingOf: () => null, labelOf: (key) => key, isKeyOf: () => false };

/** The arguments by name, members of enums as such and not as their values. */
function writtenArguments(field: FieldState, reading: FieldTermReading): ReadonlyMap<string, Value> {
  const { call, kind } = field;
  if (call === undefined) return field.arguments.values;
  const { callee } = call;
  const passed =
    callee.kind === 'class' ? customArguments(call, callee, reading) : boundArguments(kind, argumentsOf(call)).values;
  return new Map(
    [...field.arguments.values].map(([name, value]) => {
      const raw = passed.get(name);
      if (name === 'choices' && raw?.kind === 'class') return [name, listedChoices(raw, value, reading)];
      const isMember = raw !== undefined && reading.program.enumMember(reading.settings.settled(raw)) !== null;
      return [name, isMember ? raw : value];
    }),
  );
}

/** A Choices class stands for its `choices`, with the one for nothing where it has one. */
function listedChoices(of: ClassValue, otherwise: Value, { program }: FieldTermReading): Value {
  const choices = program.attribute(of, 'choices');
  return choices.kind === 'list' ? choices : otherwise;
}

function customArguments(call: CallValue, callee: ClassValue, reading: FieldTermReading): ReadonlyMap<string, Value> {
  const custom = customField(call, callee, reading);
  return custom.kind === 'field' ? custom.arguments.values : new Map();
}

function argumentTerm(name: string, value: Value, reading: FieldTermReading): Term {
  if (name === 'choices') return choicesTerm(value, reading, true);
  const term = termOfValue(value, reading);
  if (name === 'validators' && term.kind === 'tuple') return { ...term, kind: 'list' };
  return term;
}

/** Choices are a list of pairs, groups a pair of a name and such a list. Source: `normalize_choices`. */
function choicesTerm(value: Value, reading: FieldTermReading, isWhole: boolean): Term {
  if (value.kind === 'dict') {
    const items = value.entries.map(([key, label]) => choiceTerm(key, label, reading));
    return { kind: 'list', items };
  }
  if (value.kind !== 'list' && value.kind !== 'tuple') return termOfValue(value, reading);
  if (!isAtLeast(reading.version, 5, 0)) {
    const items = value.items.map((item) => termOfValue(item, reading));
    return { kind: isWhole ? 'list' : value.kind, items };
  }
  const items = value.items.map((item) => {
    const [key, label, ...more] = item.kind === 'list' || item.kind === 'tuple' ? item.items : [];
    const isPair = key !== undefined && label !== undefined && more.length === 0;
    return isPair ? choiceTerm(key, label, reading) : termOfValue(item, reading);
  });
  return { kind: 'list', items };
}

function choiceTerm(key: Value, label: Value, reading: FieldTermReading): Term {
  return { kind: 'tuple', items: [termOfValue(key, reading), choicesTerm(label, reading, false)] };
}

/** Django marks a key as not serialized, and fields that it makes itself as such. */
function addWhatDjangoAdds(field: FieldState, keywords: Keywords): void {
  const key = keywords.get('primary_key');
  const isKey = key?.kind === 'literal' ? key.identity === trueTerm.identity : field.kind.form === 'composite-key';
  if (isKey) keywords.set('serialize', falseTerm);
  if (!field.autoCreated) return;
  keywords.set('auto_created', trueTerm);
  if (field.relation !== null) keywords.set('parent_link', trueTerm);
  else keywords.set('verbose_name', literal("'ID'"));
}

function addRelation(field: FieldState, side: FieldSide, keywords: Keywords, names: ModelNames): void {
  const { relation } = field;
  if (relation === null) return;
  if (isUnreadable(relation.to)) throw new NotComparable(relation.to.unreadable);
  if (isUnreadable(relation.through)) throw new NotComparable(relation.through.unreadable);
  const swappable = field.arguments.values.get('swappable');
  const isFixed = swappable?.kind === 'bool' && !swappable.value;
  keywords.set('to', targetTerm(relation.to, isFixed ? null : names.settingOf(relation.to)));
  if (relation.through !== null) keywords.set('through', literal(textRepr(names.labelOf(relation.through))));
  const toField = toFieldOf(field);
  if (side === 'model' && toField !== null && names.isKeyOf(relation.to, toField)) keywords.delete('to_field');
}

/** A reference to a setting equals the text of the model that it names. */
function targetTerm(to: ModelKey, setting: string | null): Term {
  const text = textRepr(to);
  return setting === null ? literal(text) : literal(`settings.${setting}`, ['from django.conf import settings'], text);
}

function toFieldOf(field: FieldState): string | null {
  const value = field.arguments.values.get('to_field');
  return value?.kind === 'str' ? value.value : null;
}

function keyNames(field: FieldState, reading: FieldTermReading): readonly Term[] {
  const names = field.arguments.values.get('field_names');
  if (names?.kind !== 'tuple') throw new NotComparable('the fields of its composite key are not known');
  return names.items.map((item) => termOfValue(item, reading));
}

/** The modules of fields that `deconstruct()` does not shorten. */
const modulesOfFields: Readonly<Record<string, string>> = {
  ArrayField: 'django.contrib.postgres.fields',
  CICharField: 'django.contrib.postgres.fields.citext',
  CIEmailField: 'django.contrib.postgres.fields.citext',
  CITextField: 'django.contrib.postgres.fields.citext',
  HStoreField: 'django.contrib.postgres.fields.hstore',
  SearchVectorField: 'django.contrib.postgres.search',
  SearchQueryField: 'django.contrib.postgres.search',
  ...Object.fromEntries(
    ['BigInteger', 'Date', 'DateTime', 'Decimal', 'Float', 'Integer'].map((name) => [
      `${name}RangeField`,
      'django.contrib.postgres.fields.ranges',
    ]),
  ),
  ...Object.fromEntries(
    'GeometryField PointField LineStringField PolygonField MultiPointField MultiLineStringField MultiPolygonField GeometryCollectionField RasterField'
      .split(' ')
      .map((name) => [name, 'django.contrib.gis.db.models.fields']),
  ),
};

function pathOf(field: FieldState): string {
  const callee = field.call?.callee;
  if (callee?.kind === 'class') return `${callee.module}.${callee.qualifiedName}`;
  const name = callee === undefined ? field.kind.name : (dottedName(callee)?.split('.').at(-1) ?? field.kind.name);
  return `${modulesOfFields[name] ?? 'django.db.models'}.${name}`;
}

function whyUnwritable(field: FieldState, { program }: FieldTermReading): string | null {
  const { call, autoCreated } = field;
  if (call === undefined) {
    const isKnown = autoCreated || contribKeywords(field) !== null;
    return isKnown ? null : 'it is a field of a library that is not installed here';
  }
  const own = customMethod(call, 'deconstruct', program);
  if (own !== null) return `its class ${own} decides in deconstruct() what migrations remember`;
  return isCallOfLibrary(call, program) ? 'its class is that of a library which is not installed here' : null;
}

/** Fields of libraries that are known without their text lack what shapes no table: labels, help, validators. */
export function isOfLibrary({ call, autoCreated }: FieldState, program: FieldTermReading['program']): boolean {
  return call === undefined ? !autoCreated : isCallOfLibrary(call, program);
}

function isCallOfLibrary(call: CallValue, program: FieldTermReading['program']): boolean {
  if (isOurs(call.place.path)) return true;
  if (call.callee.kind !== 'class') return false;
  return program.mro(call.callee).some((each) => each.kind === 'class' && isOurs(each.place.path));
}
