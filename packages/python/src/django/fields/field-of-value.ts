import type { Fact, Place } from '@canonical-schema/schema';
import type { PythonProgram } from '../../syntax/program';
import type { CallValue, ClassValue, FunctionValue, Value } from '../../syntax/value';
import type { Backend } from '../backends';
import { dottedName } from '../constants';
import type { Settings } from '../settings';
import { argumentsOf, type ReachingArguments } from '../super-arguments';
import { boundArguments } from './arguments';
import { customField } from './custom-field';
import type { FieldKind } from './field-kind';
import type { FieldArguments, FieldState } from './field-state';
import { fieldKindNamed } from './field-table';
import { knownArgument } from './known-value';

/** A field whose relations are not resolved yet, for they depend on the model that gets it. */
export interface RawField extends Omit<FieldState, 'relation'> {
  readonly to: Value | undefined;
  readonly through: Value | undefined;
}

/** What a value in a model's body is to the model. */
export type FieldAnswer =
  | {
      readonly kind: 'field';
      readonly field: RawField;
      readonly addsMore: string | null;
      /** Fields that it adds to its model, by name; absent for none. */
      readonly beside?: readonly (readonly [name: string, value: Value])[];
    }
  | { readonly kind: 'no-field' }
  /** It may be a field; or it is something that changes the model when the class is made. */
  | { readonly kind: 'unread'; readonly why: string; readonly whole: boolean };

const noField: FieldAnswer = { kind: 'no-field' };

/** Everything that reading a value as a field asks. */
export interface FieldReading {
  readonly program: PythonProgram;
  readonly settings: Settings;
  /** The server's, for the types of fields that make their own. */
  readonly backend: Backend;
}

/** Reads a value as the field that it is, custom classes followed to the Django class under them. */
export function fieldOfValue(name: string, value: Value, place: Place | null, reading: FieldReading): FieldAnswer {
  const read = readField(name, value, place, reading);
  return read.kind === 'field' && value.kind === 'call' ? { ...read, field: { ...read.field, call: value } } : read;
}

function readField(name: string, value: Value, place: Place | null, reading: FieldReading): FieldAnswer {
  if (value.kind === 'unknown') return { kind: 'unread', why: value.why, whole: false };
  if (value.kind !== 'call') return noField;
  const callee = value.callee;
  if (callee.kind === 'class') return fieldOfClass(name, value, callee, place, reading);
  if (callee.kind === 'unknown') return { kind: 'unread', why: callee.why, whole: false };
  const dotted = dottedName(callee);
  if (dotted === null) return noField;
  const kind = fieldKindNamed(dotted);
  if (kind !== null)
    return answer(name, kind, boundArguments(kind, withPositionalNames(kind, value)), undefined, place, null, reading);
  return missingClass(callee) ?? noField;
}

/** Names of classes that are no fields, whatever else they are. */
const neverFields = /(Manager|QuerySet|Tracker|Descriptor|Signal|Lock|Logger|getLogger|Validator|property)$/;

function missingClass(callee: Value): FieldAnswer | null {
  if (callee.kind !== 'external' || callee.missing === null || neverFields.test(callee.name)) return null;
  return { kind: 'unread', why: `${callee.name} was not found`, whole: false };
}

function fieldOfClass(
  name: string,
  call: CallValue,
  callee: ClassValue,
  place: Place | null,
  reading: FieldReading,
): FieldAnswer {
  const custom = customField(call, callee, reading);
  if (custom.kind === 'no-field') return noField;
  if (custom.kind === 'hook') return { kind: 'unread', why: custom.why, whole: true };
  if (custom.kind === 'unread') {
    return neverFields.test(callee.name) ? noField : { kind: 'unread', why: custom.why, whole: false };
  }
  const read = answer(name, custom.field, custom.arguments, custom.dbType, place, custom.addsMore, reading);
  if (custom.beside === null || read.kind !== 'field') return read;
  const beside = fieldsBeside(custom.beside, name, call, reading);
  return beside === null
    ? { ...read, addsMore: `the fields that ${callee.name} adds could not be read` }
    : { ...read, beside };
}

function fieldsBeside(
  make: FunctionValue,
  name: string,
  call: CallValue,
  reading: FieldReading,
): readonly (readonly [name: string, value: Value])[] | null {
  if (!call.complete) return null;
  const keywords = new Map([...call.keywords].map(([key, value]) => [key, knownArgument(key, value, reading)]));
  const made = make.call([{ kind: 'str', value: name, place: call.place }], keywords);
  if (made.kind !== 'list') return null;
  const pairs: (readonly [string, Value])[] = [];
  for (const item of made.items) {
    const [key, value] = item.kind === 'tuple' ? item.items : [];
    if (key?.kind !== 'str' || value === undefined) return null;
    pairs.push([key.value, value]);
  }
  return pairs;
}

function answer(
  name: string,
  kind: FieldKind,
  passed: FieldArguments,
  dbType: Fact<string | null> | undefined,
  place: Place | null,
  addsMore: string | null,
  reading: FieldReading,
): FieldAnswer {
  const values = new Map([...passed.values].map(([key, value]) => [key, knownArgument(key, value, reading)]));
  const written = values.get('name');
  const field: RawField = {
    name: written?.kind === 'str' && written.value !== '' ? written.value : name,
    kind,
    arguments: { values, incomplete: passed.incomplete },
    dbType,
    to: passed.values.get('to'),
    through: passed.values.get('through'),
    autoCreated: false,
    condition: null,
    place,
  };
  return { kind: 'field', field, addsMore };
}

/** `CompositePrimaryKey('a', 'b')` takes names instead of parameters. */
function withPositionalNames(kind: FieldKind, call: CallValue): ReachingArguments {
  const passed = argumentsOf(call);
  if (kind.form !== 'composite-key') return passed;
  const names: Value = { kind: 'tuple', items: passed.positional, place: call.place };
  return { ...passed, positional: [], keywords: new Map([...passed.keywords, ['field_names', names]]) };
}
