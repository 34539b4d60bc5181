import {
  type Change,
  type EnumType,
  isUnreadable,
  type Place,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import { asCall, membersOf } from '../../edits/python-file';
import type { Call, ClassDefinition } from '../../syntax/ast';
import type { EnumDescription, SqlType, TableDescription } from '../description';
import type { Batch } from './batch';
import { calleeName } from './source-column';
import { firstKeyword } from './table-arguments';

type EnumChange = Extract<
  Change,
  { kind: 'add-enum' | 'drop-enum' | 'rename-enum' | 'add-enum-label' | 'rename-enum-label' }
>;

/** Gives the models' enum the labels that the SQL has. A type comes and goes with its columns, so that is all there is to do. */
export function changeEnum(change: EnumChange, batch: Batch): void {
  const wanted = wantedEnum(change, batch);
  if (wanted === null || batch.relabelled.has(tableLabel(wanted))) return;
  batch.relabelled.add(tableLabel(wanted));
  const seen = new Set<string>();
  for (const { type, table } of enumsOf(batch)) {
    const key = `${type.place.path}:${type.place.span.start}`;
    if (!type.native || seen.has(key)) continue;
    seen.add(key);
    if (isNamed(type, table, change.enum)) relabel(change, type, wanted, batch);
  }
}

/** The enum that the SQL has in the end; null where the models need no change for it. */
function wantedEnum(change: EnumChange, { canonical }: Batch): EnumType | null {
  const ref = change.kind === 'rename-enum' ? change.to : change.enum;
  return canonical.enums.find((candidate) => tableLabel(candidate) === tableLabel(ref)) ?? null;
}

function* enumsOf({ targets }: Batch): Generator<{ type: EnumDescription; table: TableDescription }> {
  for (const table of targets.loaded.models.tables) {
    for (const column of table.columns) {
      let type: SqlType = column.type;
      while (type.kind === 'array') type = type.item;
      if (type.kind === 'enum') yield { type, table };
    }
  }
}

function isNamed(type: EnumDescription, { metadata, schema }: TableDescription, ref: TableRef): boolean {
  const ofMetadata = typeof metadata.schema === 'string' ? metadata.schema : null;
  const where = {
    given: type.schema.from === 'given' ? type.schema.schema : null,
    metadata: ofMetadata,
    table: schema,
  };
  return type.name === ref.name && (where[type.schema.from] ?? 'public') === ref.schema;
}

function relabel(change: EnumChange, type: EnumDescription, wanted: EnumType, batch: Batch): void {
  const refuse = (why: string, place: Place): void =>
    batch.refuseAt(change, `Enum ${tableLabel(wanted)} ${why}.`, `Change its labels in ${place.path} by hand.`, place);
  const { labels } = type;
  if (isUnreadable(labels) || isUnreadable(wanted.labels)) {
    refuse('has labels that could not be read', type.place);
    return;
  }
  const file = batch.targets.files.at(type.place.path);
  const definition = file?.classAt(type.place.span) ?? null;
  const call = file?.callAt(type.place.span)?.call ?? null;
  if (file === null) {
    refuse('lies outside of the project', type.place);
    return;
  }
  if (definition !== null) {
    addMembers(definition, { change, type, wanted, batch, refuse });
    return;
  }
  if (call === null || (calleeName(call) !== 'Enum' && calleeName(call) !== 'ENUM')) {
    refuse('is made by code', type.place);
    return;
  }
  const scribe = batch.targets.scribeOf(file, new Set());
  if (change.kind === 'rename-enum') {
    const name = call.args.find((argument) => argument.name === 'name');
    if (name === undefined) {
      refuse('has no name that could be changed', type.place);
      return;
    }
    file.draft.replace(name.value, scribe.quoted(wanted.name));
  }
  relabelCall(call, labels, wanted.labels, {
    file,
    quoted: (label) => scribe.quoted(label),
    refuse: (why) => refuse(why, type.place),
  });
}

interface Relabelling {
  readonly file: NonNullable<ReturnType<Batch['targets']['files']['at']>>;
  quoted(label: string): string;
  refuse(why: string): void;
}

/** `Enum('a', 'b', name='mood')`: labels come, go, move, and change their text. */
function relabelCall(
  call: Call,
  before: readonly string[],
  after: readonly string[],
  { file, quoted, refuse }: Relabelling,
): void {
  const end = firstKeyword(call);
  const list = file.draft.list(call);
  const written = call.args.slice(0, end);
  const isPlain =
    written.length === before.length &&
    written.every(({ value }, at) => value.kind === 'string' && value.parts[0] === before[at]);
  if (list === null || !isPlain) {
    refuse('has labels that are computed');
    return;
  }
  if (before.length === after.length) {
    for (const [at, label] of after.entries()) {
      const value = written[at]?.value;
      if (value !== undefined && before[at] !== label) file.draft.replace(value, quoted(label));
    }
    return;
  }
  const kept = before.filter((label) => after.includes(label));
  const isOrderKept = after.filter((label) => before.includes(label)).every((label, at) => label === kept[at]);
  if (!isOrderKept) {
    refuse('has its labels in another order');
    return;
  }
  for (const [at, label] of before.entries()) if (!after.includes(label)) list.remove(at);
  for (const [at, label] of after.entries()) {
    if (before.includes(label)) continue;
    const next = after.slice(at + 1).find((candidate) => before.includes(candidate));
    list.insert(next === undefined ? end : before.indexOf(next), quoted(label));
  }
}

interface Membering {
  readonly change: EnumChange;
  readonly type: EnumDescription;
  readonly wanted: EnumType;
  readonly batch: Batch;
  refuse(why: string, place: Place): void;
}

/** `class Mood(enum.Enum)`: members are added; one that goes or changes may be named by any code. */
function addMembers(definition: ClassDefinition, { change, type, wanted, batch, refuse }: Membering): void {
  const file = batch.targets.files.at(type.place.path);
  const { labels } = type;
  if (file === null || isUnreadable(labels) || isUnreadable(wanted.labels)) return;
  const after = wanted.labels;
  if (change.kind === 'rename-enum') {
    refuse(`is named after the class ${definition.name}`, type.place);
    return;
  }
  const gone = labels.filter((label) => !after.includes(label));
  if (gone.length > 0) {
    refuse(`has the label ${gone[0]}, which code may name as a member of ${definition.name}`, type.place);
    return;
  }
  const order = after.filter((label) => labels.includes(label));
  if (order.some((label, at) => label !== labels[at])) {
    refuse('has its labels in another order', type.place);
    return;
  }
  const members = membersOf(definition.body).filter(({ value, name }) => value !== null && !name.startsWith('_'));
  const memberOf = labelledBy(
    members.map(({ name, value }) => ({ name, value: value?.kind === 'string' ? value.parts[0] : null })),
    labels,
  );
  if (memberOf === null) {
    refuse('has labels that are computed', type.place);
    return;
  }
  for (const [at, label] of after.entries()) {
    if (labels.includes(label)) continue;
    const previous = after.slice(0, at).findLast((each) => labels.includes(each));
    const follows = previous === undefined ? undefined : members[labels.indexOf(previous)];
    const code = memberCode(label, memberOf, members, file.file.style.quote);
    if (code === null) {
      refuse(`gets the label ${label}, which is no name in Python`, type.place);
      return;
    }
    file.draft.body(definition).insert(follows?.statement ?? null, code, 'siblings');
  }
}

/** Are labels the names of members, or their values? */
function labelledBy(
  members: readonly { readonly name: string; readonly value: unknown }[],
  labels: readonly string[],
): 'name' | 'value' | null {
  if (members.length !== labels.length) return null;
  if (members.every(({ name }, at) => name === labels[at])) return 'name';
  return members.every(({ value }, at) => value === labels[at]) ? 'value' : null;
}

function memberCode(
  label: string,
  labelledAs: 'name' | 'value',
  members: ReturnType<typeof membersOf>,
  quote: string,
): string | null {
  const quoted = (text: string): string =>
    `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
  if (labelledAs === 'value') {
    const isUpper = members.every(({ name }) => name === name.toUpperCase());
    const word = label.replace(/\W+/g, '_').replace(/^(?=\d)/, '_');
    return word === '' ? null : `${isUpper ? word.toUpperCase() : word} = ${quoted(label)}`;
  }
  if (!/^[A-Za-z]\w*$/.test(label)) return null;
  const last = members.at(-1);
  const call = asCall(last?.value);
  if (call !== null && calleeName(call) === 'auto') return `${label} = ${calleeText(call)}()`;
  if (last?.value?.kind === 'number') return `${label} = ${members.length + 1}`;
  const value = last?.value?.kind === 'string' ? last.value.parts[0] : null;
  return `${label} = ${quoted(value === last?.name.toLowerCase() ? label.toLowerCase() : label)}`;
}

function calleeText({ callee }: Call): string {
  if (callee.kind === 'attribute') return callee.of.kind === 'name' ? `${callee.of.name}.${callee.name}` : callee.name;
  return callee.kind === 'name' ? callee.name : '';
}
