import { type Fact, type Index, type IndexKey, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import type { ColumnDescription, IndexDescription } from '../description';
import { sqlExpression } from '../expressions/render-expression';
import { textOf } from '../facts-of-values';
import { calledName, callOf, methodCall } from '../framework-name';
import { keyColumns, type TableEmission } from './emission';
import { normalized, normalizedText } from './emit-column';
import { settledName } from './settled-name';

/** Indexes of `index=True`, then written ones. */
export function emitIndexes(emission: TableEmission): readonly Index[] {
  const { table } = emission;
  const ofColumns = table.columns.flatMap((column) => {
    if (isUnreadable(column.index)) emission.noted(column.index, column.name, column.place);
    return column.index === true ? [emitIndex(columnIndex(column), emission)] : [];
  });
  const spatial = table.columns.flatMap((column) => spatialIndex(column, emission));
  const written = table.indexes.map((index) => emitIndex(index, emission));
  return [...ofColumns, ...spatial, ...written].filter((index) => index !== null);
}

/** GeoAlchemy's own: `idx_table_column`. Source: `create_spatial_index` in its `admin/dialects/postgresql.py`. */
function spatialIndex(column: ColumnDescription, emission: TableEmission): readonly Index[] {
  if (column.spatialIndex === null) return [];
  const expression = normalizedText(`ST_ConvexHull(${emission.dialect.statements.name(column.name)})`, emission);
  const name = `idx_${emission.table.name}_${column.name}`;
  emission.takeName(name);
  return [
    {
      name,
      nameGiven: false,
      unique: false,
      method: 'gist',
      keys: [
        {
          of:
            column.spatialIndex === 'hull'
              ? { kind: 'expression', expression }
              : { kind: 'column', column: column.name },
          opclass: column.spatialIndex === 'every-dimension' ? 'gist_geometry_ops_nd' : null,
          collation: null,
          descending: false,
          nulls: 'last',
        },
      ],
      include: [],
      where: null,
      nullsNotDistinct: false,
      origin: 'written',
      place: column.place,
    },
  ];
}

function columnIndex(column: ColumnDescription): IndexDescription {
  const value: Value = { kind: 'str', value: column.key, place: column.place };
  return {
    name: { text: null, final: false },
    unique: column.unique === true,
    keys: [{ value, place: column.place }],
    using: 'btree',
    operatorClasses: new Map(),
    include: [],
    where: null,
    nullsNotDistinct: false,
    lengths: null,
    place: column.place,
  };
}

function emitIndex(index: IndexDescription, emission: TableEmission): Index | null {
  const keys = index.keys.map(({ value }) => emitKey(value, index, emission));
  const include = keyColumns(index.include, emission.columns);
  if (include === null) return lostIndex(index, 'a column that it includes was not found', emission);
  const { traits } = emission.dialect;
  if (!traits.hasExpressionIndexes && keys.some(({ of }) => of.kind === 'expression'))
    return lostIndex(index, `${traits.label} has no indexes over expressions`, emission);
  const where = index.where === null ? null : normalized(index.where, emission);
  const named = emission.table.columns.filter((column) => keys.some((key) => namesColumn(key, column.name, emission)));
  const ordered = keys.flatMap((key) => named.filter((column) => namesColumn(key, column.name, emission)));
  const own = { columns: keys.map((key) => (key.of.kind === 'column' ? key.of.column : null)) };
  const name = settledName({ kind: 'ix', given: index.name, columns: ordered, referred: null, own }, emission);
  return {
    ...name,
    unique: index.unique,
    method: index.using,
    keys: keys.map((key) => notedKey(key, index, emission)),
    include: include.map((column) => column.name),
    where: emission.noted(where, 'an index', index.place),
    nullsNotDistinct: index.nullsNotDistinct,
    origin: 'written',
    place: index.place,
  };
}

function notedKey(key: IndexKey, index: IndexDescription, emission: TableEmission): IndexKey {
  if (key.of.kind === 'expression') emission.noted(key.of.expression, 'an index', index.place);
  return key;
}

function namesColumn(key: IndexKey, name: string, { dialect }: TableEmission): boolean {
  if (key.of.kind === 'column') return key.of.column === name;
  return !isUnreadable(key.of.expression) && dialect.sql.columnsInText(key.of.expression).includes(name);
}

function lostIndex(index: IndexDescription, why: string, emission: TableEmission): null {
  const name = typeof index.name.text === 'string' ? index.name.text : null;
  emission.noted(unreadable(why), 'an index', index.place);
  emission.unread.push({ kind: 'index', name, columns: null, why, place: index.place });
  return null;
}

/** An index key without the words that go around it. */
interface Peeled {
  readonly value: Value;
  readonly descending: boolean;
  readonly nulls: 'first' | 'last' | null;
  readonly collation: string | null;
  readonly label: string | null;
}

/** `desc(column)` and `column.desc()` and their kin, from outside in. */
function peel(value: Value): Peeled {
  const method = methodCall(value);
  const word = method?.method ?? calledName(value);
  const inner = method?.of ?? (value.kind === 'call' ? value.positional[0] : undefined);
  if (word === null || word === undefined || inner === undefined) return bare(value);
  const rest = (): Peeled => peel(inner);
  switch (word) {
    case 'desc':
      return { ...rest(), descending: true };
    case 'asc':
    case 'self_group':
      return rest();
    case 'nulls_first':
    case 'nullsfirst':
      return { ...rest(), nulls: 'first' };
    case 'nulls_last':
    case 'nullslast':
      return { ...rest(), nulls: 'last' };
    case 'label':
      return { ...rest(), label: value.kind === 'call' ? textOf(value.positional[method === null ? 1 : 0]) : null };
    case 'collate': {
      const name = value.kind === 'call' ? textOf(value.positional[method === null ? 1 : 0]) : null;
      return { ...rest(), collation: name };
    }
    default:
      return bare(value);
  }
}

function bare(value: Value): Peeled {
  return { value, descending: false, nulls: null, collation: null, label: null };
}

function emitKey(value: Value, index: IndexDescription, emission: TableEmission): IndexKey {
  const written = textOf(callOf(value, 'text', 'literal_column')?.positional[0]);
  if (written !== null) return textKey(written, emission);
  const peeled = peel(value);
  const key = peeled.value;
  const column = key.kind === 'str' ? emission.columns.named(key.value) : emission.columns.of(key);
  const name = peeled.label ?? column?.key ?? null;
  const around = {
    descending: peeled.descending,
    collation: peeled.collation,
    nulls: peeled.nulls ?? nullsOf(peeled.descending),
  };
  const opclass = name === null ? null : (index.operatorClasses.get(name) ?? null);
  if (column !== null) {
    const length = typeof index.lengths === 'number' ? index.lengths : index.lengths?.get(column.name);
    const prefix = length === undefined ? {} : { length };
    return { of: { kind: 'column', column: column.name }, opclass, ...prefix, ...around };
  }
  if (key.kind === 'str')
    return {
      of: { kind: 'expression', expression: unreadable(`its table has no column "${key.value}"`) },
      opclass,
      ...around,
    };
  return { of: termOf(normalized(sqlExpression(key, emission.context), emission), emission), opclass, ...around };
}

function nullsOf(descending: boolean): 'first' | 'last' {
  return descending ? 'first' : 'last';
}

function termOf(expression: Fact<string>, emission: TableEmission): IndexKey['of'] {
  const { quoteName } = emission.dialect.sql;
  const column = emission.table.columns.find(({ name }) => name === expression || quoteName(name) === expression);
  return column === undefined ? { kind: 'expression', expression } : { kind: 'column', column: column.name };
}

/** Words that may follow a key in SQL, longest first. */
const suffixes: readonly {
  readonly words: readonly string[];
  readonly set: Partial<Pick<IndexKey, 'descending' | 'nulls'>>;
}[] = [
  { words: ['nulls', 'first'], set: { nulls: 'first' } },
  { words: ['nulls', 'last'], set: { nulls: 'last' } },
  { words: ['desc'], set: { descending: true } },
  { words: ['asc'], set: {} },
];

/**
 * `text("lower(name) DESC")`. The grammar parses expressions, and a key's order is none: its words are taken off the
 * end until the rest parses, last of all one word that is an operator class.
 */
function textKey(written: string, emission: TableEmission): IndexKey {
  let words = written.trim().split(/\s+/);
  const set: { descending?: boolean; nulls?: 'first' | 'last' } = {};
  for (const suffix of suffixes) {
    const end = words.slice(-suffix.words.length).map((word) => word.toLowerCase());
    if (end.join(' ') !== suffix.words.join(' ')) continue;
    words = words.slice(0, -suffix.words.length);
    Object.assign(set, suffix.set);
  }
  const descending = set.descending ?? false;
  const around = { descending, nulls: set.nulls ?? nullsOf(descending), collation: null };
  const whole = normalizedText(words.join(' '), emission);
  const opclass = words.length > 1 && isUnreadable(whole) ? (words.pop() ?? null) : null;
  const expression = opclass === null ? whole : normalizedText(words.join(' '), emission);
  return { of: termOf(expression, emission), opclass, ...around };
}
