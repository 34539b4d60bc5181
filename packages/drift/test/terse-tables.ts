import {
  type Check,
  type Column,
  type Dialect,
  type Exclusion,
  type Fact,
  type ForeignKey,
  type Identity,
  type Index,
  type IndexKey,
  isCode,
  type Place,
  type PrimaryKey,
  type Reading,
  type ReferentialAction,
  type Source,
  type Table,
  type Unique,
  type Unread,
  type UnreadPart,
  unreadable,
} from '@canonical-schema/schema';
import { listOf, Parts, pythonDefaultOf, splitOnce, type TerseReading, type TerseTable } from './terse';

/** Makes a reading of the terse notation. Every object has a line of its own, in the order of the notation. */
export function readingOf(terse: TerseReading, source: Source, dialect: Dialect = 'postgresql'): Reading {
  const places = new Places(source === 'canonical' ? 'schema.sql' : `${source}.py`);
  const tables = Object.entries(terse.tables ?? {}).map(([name, table]) => tableOf(name, table, source, places));
  const enums = Object.entries(terse.enums ?? {}).map(([name, labels]) => ({
    ...nameOf(name),
    labels,
    place: places.next(),
  }));
  const domains = Object.entries(terse.domains ?? {}).map(([name, text]) => {
    const parts = new Parts(text);
    const check = parts.value('check');
    return {
      ...nameOf(name),
      type: parts.head,
      notNull: parts.has('not'),
      default: parts.value('default'),
      checks: check === null ? [] : [{ name: null, expression: check }],
      place: places.next(),
    };
  });
  const others = Object.entries(terse.others ?? {}).map(([name, kind]) => ({
    ...nameOf(name),
    kind,
    place: places.next(),
  }));
  return {
    source,
    dialect,
    schema: { tables, enums, domains, sequences: [], others },
    unread: (terse.unread ?? []).map((text) => unreadOf(text, places)),
    remarks: (terse.remarks ?? []).map(({ code, message, table }) => {
      if (!isCode(code)) throw new Error(`${code} is no code.`);
      const named = table === undefined ? {} : { schema: 'public', table };
      return { code, message, subject: { kind: 'statement', ...named }, places: [places.next()] };
    }),
    assumed: {},
  };
}

class Places {
  private line = 0;

  constructor(private readonly path: string) {}

  next(): Place {
    this.line += 1;
    return this.last();
  }

  last(): Place {
    const start = this.line * 100;
    return { path: this.path, line: this.line, column: 1, span: { start, end: start + 50 } };
  }
}

function nameOf(text: string): { schema: string; name: string } {
  const [schema, name] = text.includes('.') ? splitOnce(text, '.') : ['public', text];
  return { schema, name };
}

function tableOf(label: string, terse: TerseTable, source: Source, places: Places): Table {
  const place = places.next();
  const { key, keyName = null } = terse;
  const primaryKey: PrimaryKey | null =
    key === undefined ? null : { columns: key, name: keyName, nameGiven: keyName !== null, place: null };
  const isOrm = source !== 'canonical' && source !== 'database';
  const orm = {
    model: terse.model ?? label,
    owner: (terse.model ?? 'app').split('.')[0] ?? 'app',
    nameGiven: terse.madeUpName !== true,
    implicitKey: terse.implicitKey === true,
    external: terse.external === true,
  };
  return {
    ...nameOf(label),
    columns: Object.entries(terse.columns ?? {}).map(([name, text]) => columnOf(name, text, isOrm, places)),
    primaryKey,
    uniques: (terse.unique ?? []).map((text) => uniqueOf(text, places)),
    foreignKeys: (terse.foreign ?? []).map((text) => foreignKeyOf(text, places)),
    checks: (terse.check ?? []).map((text) => checkOf(text, places)),
    exclusions: (terse.exclude ?? []).map((text) => exclusionOf(text, places)),
    indexes: (terse.index ?? []).map((text) => indexOf(text, places)),
    comment: terse.comment ?? null,
    managed: terse.unmanaged !== true,
    ...(isOrm ? { orm } : {}),
    unread: (terse.unread ?? []).map((text) => unreadPartOf(text, places)),
    place,
  };
}

function columnOf(name: string, text: string, isOrm: boolean, places: Places): Column {
  const parts = new Parts(text);
  const identity = (['serial', 'always', 'by default'] as const).find((form): form is Identity =>
    form === 'by default' ? parts.has('identity') : parts.has(form),
  );
  const python = parts.value('python');
  const [kind, expression] = splitOnce(parts.value('generated') ?? '', ' ');
  const fact = <T>(noun: string, value: T): Fact<T> =>
    parts.has(`?${noun}`) ? unreadable(parts.value(`?${noun}`) ?? '') : value;
  return {
    name,
    type: fact('type', parts.head),
    nullable: fact('nullable', parts.has('null')),
    default: fact('default', parts.value('default')),
    ...(isOrm ? { pythonDefault: fact('python', python === null ? null : pythonDefaultOf(python)) } : {}),
    identity: identity ?? null,
    generated: parts.has('generated') ? { kind: kind === 'stored' ? 'stored' : 'virtual', expression } : null,
    collation: parts.value('collation'),
    comment: parts.value('comment'),
    choices: parts.has('choices') ? parts.list('choices') : null,
    baseType: parts.value('base'),
    place: places.next(),
  };
}

function named(parts: Parts, places: Places) {
  const written = parts.value('named');
  return { name: written ?? parts.value('called'), nameGiven: written !== null, place: places.next() };
}

function deferral(parts: Parts) {
  return { deferrable: parts.has('deferrable'), initiallyDeferred: parts.value('deferrable') === 'deferred' };
}

function uniqueOf(text: string, places: Places): Unique {
  const parts = new Parts(text);
  return {
    ...named(parts, places),
    ...deferral(parts),
    columns: listOf(parts.head),
    nullsNotDistinct: parts.has('nulls-not-distinct'),
    include: parts.list('include'),
  };
}

function foreignKeyOf(text: string, places: Places): ForeignKey {
  const parts = new Parts(text);
  const [columns, target] = splitOnce(parts.head, ' -> ');
  const [table, rest] = splitOnce(target, '(');
  const { schema, name } = nameOf(table);
  const action = (word: string) => (parts.value(word) ?? 'no action') as ReferentialAction;
  return {
    ...named(parts, places),
    ...deferral(parts),
    columns: listOf(columns),
    references: { schema, table: name, columns: listOf(rest.replace(')', '')) },
    onDelete: action('delete'),
    onUpdate: action('update'),
    match: parts.has('full') ? 'full' : 'simple',
    ...(parts.has('python') ? { pythonOnDelete: parts.value('python') } : {}),
  };
}

function checkOf(text: string, places: Places): Check {
  const parts = new Parts(text);
  const why = parts.value('?why');
  return {
    ...named(parts, places),
    expression: why === null ? parts.head : unreadable(why),
    columns: parts.list('on'),
    origin: parts.has('field') ? 'field' : 'written',
  };
}

function exclusionOf(text: string, places: Places): Exclusion {
  const parts = new Parts(text);
  return { ...named(parts, places), definition: parts.head, columns: parts.list('on') };
}

const origins = ['foreign-key', 'pattern'] as const;
const methods = ['gin', 'gist', 'hash', 'brin'] as const;

function indexOf(text: string, places: Places): Index {
  const parts = new Parts(text);
  const why = parts.value('?where');
  return {
    ...named(parts, places),
    unique: parts.has('unique'),
    method: methods.find((method) => parts.has(method)) ?? 'btree',
    keys: listOf(parts.head).map((key) => indexKeyOf(key, parts)),
    include: parts.list('include'),
    where: why === null ? parts.value('where') : unreadable(why),
    nullsNotDistinct: parts.has('nulls-not-distinct'),
    origin: origins.find((origin) => parts.has(origin)) ?? 'written',
  };
}

function indexKeyOf(text: string, parts: Parts): IndexKey {
  const [term, order] = splitOnce(text, ' ');
  return {
    of: term.startsWith('(') ? { kind: 'expression', expression: term.slice(1, -1) } : { kind: 'column', column: term },
    opclass: parts.value('opclass'),
    collation: null,
    descending: order === 'desc',
    nulls: order === 'desc' ? 'first' : 'last',
  };
}

function unreadPartOf(text: string, places: Places): UnreadPart {
  const parts = new Parts(text);
  return {
    kind: parts.head as UnreadPart['kind'],
    name: parts.value('named'),
    columns: parts.has('on') ? parts.list('on') : null,
    why: parts.value('why') ?? 'it is computed',
    place: parts.has('same-place') ? places.last() : places.next(),
  };
}

function unreadOf(text: string, places: Places): Unread {
  const parts = new Parts(text);
  const [extent, rest] = splitOnce(parts.head, ': ');
  const [subject, why] = splitOnce(rest, ': ');
  const table = parts.value('table');
  return {
    extent: extent === 'whole' ? 'whole' : 'fact',
    subject,
    why,
    table: table === null ? null : nameOf(table),
    place: places.next(),
  };
}
