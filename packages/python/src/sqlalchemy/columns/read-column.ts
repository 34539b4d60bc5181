import { type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import type {
  CheckDescription,
  ColumnDescription,
  ColumnForeignKey,
  SequenceDescription,
  ServerDefault,
  SqlType,
} from '../description';
import type { AlchemyDialect } from '../dialects';
import { argument, booleanFact, integerOf, isTrue, textFact, textOf, whyNot } from '../facts-of-values';
import { calledName } from '../framework-name';
import type { ReadContext } from '../read-context';
import { readCheck, readForeignKey } from '../tables/read-constraint';
import { readType } from '../types/read-type';
import { spatialIndexOf } from '../types/spatial-index';
import { noType, unreadType } from '../types/sql-types';
import { readComputed, readIdentity, readServerDefault } from './server-default';

/** A column before it is known which attribute names it. */
export interface UnnamedColumn extends Omit<ColumnDescription, 'name' | 'key' | 'attribute'> {
  /** As given; null where the attribute names it. */
  readonly name: Fact<string | null>;
  readonly key: string | null;
}

/** `Column(...)`, or `mapped_column(...)` without its annotation. */
export function readColumn(call: CallValue, context: ReadContext): UnnamedColumn {
  const parts = partsOf(call);
  const keyword = (name: string): Value | null => argument(call, name);
  const typeValue = keyword('type_') ?? keyword('type');
  const defaultValue =
    keyword('insert_default') ?? keyword('default') ?? parts.item('ColumnDefault')?.positional[0] ?? null;
  const sequence = sequenceIn(parts, defaultValue);
  return {
    name: parts.name ?? textFact(keyword('name'), null),
    key: textOf(call.keywords.get('key')),
    type: columnType(parts.type ?? call.keywords.get('type_') ?? (call.complete ? null : typeValue), context),
    nullable: booleanFact(notUnspecified(keyword('nullable')), null),
    primaryKey: booleanFact(keyword('primary_key'), false),
    autoincrement: autoincrementOf(keyword('autoincrement')),
    serverDefault: serverDefaultOf(call, parts, context),
    pythonDefault: sequence === null && defaultValue?.kind !== 'none' ? defaultValue : null,
    sequence,
    foreignKeys: parts.items('ForeignKey').map((item) => readForeignKey(item, context)) satisfies ColumnForeignKey[],
    unique: booleanFact(keyword('unique'), false),
    index: booleanFact(keyword('index'), false),
    spatialIndex: spatialIndexOf(parts.type ?? call.keywords.get('type_') ?? null),
    checks: parts.items('CheckConstraint').map((item) => readCheck(item, context)) satisfies CheckDescription[],
    comment: textOf(call.keywords.get('comment')),
    sortOrder: integerOf(call.keywords.get('sort_order')) ?? 0,
    place: call.place,
  };
}

/** The column under the name that it has in the table and the attribute that maps it. */
export function namedColumn(
  column: UnnamedColumn,
  attribute: string | null,
  { traits, ddl }: AlchemyDialect,
): ColumnDescription | string {
  if (isUnreadable(column.name)) return column.name.unreadable;
  const name = column.name ?? attribute;
  if (name === null) return 'has no name';
  const key = column.key ?? name;
  const stored = ddl.storedName(name);
  if (stored === null) return `is longer than ${traits.label} takes`;
  return { ...column, name: stored, key, attribute: attribute === key ? null : attribute };
}

interface Parts {
  readonly name: Fact<string> | null;
  readonly type: Value | null;
  item(name: string): CallValue | null;
  items(name: string): readonly CallValue[];
}

/** What may stand among a column's positional arguments besides its name and type. */
export const schemaItems: ReadonlySet<string> = new Set([
  'ForeignKey',
  'Identity',
  'Sequence',
  'Computed',
  'CheckConstraint',
  'FetchedValue',
  'DefaultClause',
  'ColumnDefault',
  'UniqueConstraint',
]);

/** Name first, then type, then anything else; name and type may both be absent. */
function partsOf(call: CallValue): Parts {
  const rest = [...call.positional];
  const name = textOf(rest[0]);
  if (name !== null || rest[0]?.kind === 'none') rest.shift();
  const items = rest.filter((value): value is CallValue => schemaItems.has(calledName(value) ?? ''));
  const types = rest.filter((value) => !schemaItems.has(calledName(value) ?? ''));
  const named = (wanted: string): readonly CallValue[] => items.filter((item) => calledName(item) === wanted);
  return { name, type: types[0] ?? null, items: named, item: (wanted) => named(wanted)[0] ?? null };
}

function columnType(value: Value | null, context: ReadContext): SqlType {
  if (value === null) return noType;
  return value.kind === 'unknown' ? unreadType(`its type ${value.why}`) : readType(value, context);
}

/** `SchemaConst.NULL_UNSPECIFIED` says nothing. */
function notUnspecified(value: Value | null): Value | null {
  if (value === null) return null;
  const isConstant = value.kind === 'external' || value.kind === 'attribute';
  return isConstant && value.name.endsWith('NULL_UNSPECIFIED') ? null : value;
}

function autoincrementOf(value: Value | null): ColumnDescription['autoincrement'] {
  if (value === null) return 'auto';
  if (value.kind === 'bool') return value.value;
  if (value.kind === 'str' && (value.value === 'auto' || value.value === 'ignore_fk')) return value.value;
  return unreadable(`autoincrement ${whyNot(value, 'a constant')}`);
}

function sequenceIn(parts: Parts, defaultValue: Value | null): SequenceDescription | null {
  const call = calledName(defaultValue ?? noValue) === 'Sequence' ? defaultValue : parts.item('Sequence');
  return call?.kind === 'call' ? readSequence(call) : null;
}

const noValue: Value = { kind: 'none', place: { path: '', line: 1, column: 1, span: { start: 0, end: 0 } } };

/** `Sequence("name", schema=…, optional=…)`. */
export function readSequence(call: CallValue): SequenceDescription {
  const name = textOf(argument(call, 'name', 0));
  return {
    name: name ?? unreadable('the name of its sequence is not a constant'),
    schema: textOf(call.keywords.get('schema')),
    optional: isTrue(call.keywords.get('optional')),
    place: call.place,
  };
}

function serverDefaultOf(call: CallValue, parts: Parts, context: ReadContext): ServerDefault {
  const identity = parts.item('Identity');
  if (identity !== null) return readIdentity(identity);
  const computed = parts.item('Computed');
  if (computed !== null) return readComputed(computed, context);
  const clause = parts.item('DefaultClause') ?? parts.item('FetchedValue') ?? argument(call, 'server_default');
  return readServerDefault(clause, context);
}
