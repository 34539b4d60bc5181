import type { ChangeRequest } from '@canonical-schema/sql/write';

/** The flags of all verbs, as commander names them; each verb has some. */
export interface VerbFlags {
  readonly type?: string;
  readonly using?: string;
  readonly nullable?: boolean;
  readonly notNull?: boolean;
  readonly default?: string;
  readonly dropDefault?: boolean;
  readonly unique?: boolean | readonly string[] | string;
  readonly index?: boolean | readonly string[];
  readonly indexName?: string;
  readonly references?: string;
  readonly onDelete?: string;
  readonly onUpdate?: string;
  readonly check?: string;
  readonly comment?: string;
  readonly dropComment?: boolean;
  readonly key?: string;
  readonly method?: string;
  readonly where?: string;
  readonly including?: string;
  readonly constraintName?: string;
  readonly primaryKey?: string;
  readonly columns?: string;
  readonly deferrable?: boolean;
  readonly cascade?: boolean;
}

/** A command that makes one change of the canonical file and of all that follows it. */
export interface ChangeVerb {
  readonly name: ChangeRequest['kind'];
  readonly description: string;
  /** As commander writes them, each with what it means. */
  readonly arguments: readonly (readonly [syntax: string, meaning: string])[];
  readonly options: readonly VerbOption[];
  request(words: readonly string[], flags: VerbFlags): ChangeRequest;
}

/** An option as commander writes it, with what it means; `several` may be repeated. */
export type VerbOption = readonly [syntax: string, meaning: string, several?: 'several'];

const table = ['<table>', 'as the canonical SQL names it; market.stocks outside the schema public'] as const;
const column = ['<column>', 'the column'] as const;
const nullability: readonly VerbOption[] = [
  ['--nullable', 'NULL is allowed'],
  ['--not-null', 'NULL is not allowed'],
];
const reference: readonly VerbOption[] = [
  ['--references <table.column>', 'a foreign key to this column, or to the primary key of this table'],
  ['--on-delete <action>', 'cascade, set-null, restrict, no-action or set-default'],
  ['--on-update <action>', 'the same when the key changes'],
];
const cascade: VerbOption = ['--cascade', 'what holds on to it goes along'];

/** The verbs, in the order in which `--help` lists them. */
export const changeVerbs: readonly ChangeVerb[] = [
  {
    name: 'add-table',
    description: 'Add a table.',
    arguments: [
      ['<table>', 'its name'],
      ['[columns...]', 'name:type:word…, as in "name:varchar(100):not-null" or "stock_id:references=stocks.id"'],
    ],
    options: [
      ['--key <type>', 'the type of the column id: serial without, identity, uuid, another type, or none'],
      ['--unique <columns>', 'a unique constraint, as symbol,exchange; may be repeated', 'several'],
      ['--index <columns>', 'an index, as "symbol,created_at desc"; may be repeated', 'several'],
      ['--comment <text>', 'what the table is for'],
    ],
    request: ([name = '', ...columns], { key, unique, index, comment }) => ({
      ...{ kind: 'add-table', table: name, columns },
      ...present({ key, unique: listed(unique), index: listed(index), comment }),
    }),
  },
  {
    name: 'add-column',
    description: 'Add a column to a table.',
    arguments: [table, column, ['[type]', "in PostgreSQL's spelling; may be left out with --references"]],
    options: [
      ...nullability,
      ['--default <expression>', 'as in 0, now() or a bare word for a text'],
      ['--unique', 'with a unique constraint'],
      ['--index', 'with an index'],
      ['--index-name <name>', 'with an index of this name'],
      ...reference,
      ['--check <condition>', 'as in "market_cap >= 0"'],
      ['--comment <text>', 'what the column is for'],
    ],
    request: ([name = '', added = '', type], flags) => ({
      ...{ kind: 'add-column', table: name, column: added },
      ...present({ type, nullable: flags.nullable, notNull: flags.notNull, default: flags.default }),
      ...present({ unique: isSet(flags.unique), index: isSet(flags.index), indexName: flags.indexName }),
      ...present({ references: flags.references, onDelete: flags.onDelete, onUpdate: flags.onUpdate }),
      ...present({ check: flags.check, comment: flags.comment }),
    }),
  },
  {
    name: 'add-index',
    description: 'Add an index to a table.',
    arguments: [table, ['<columns...>', 'columns or expressions, as in symbol, "created_at desc" or "lower(name)"']],
    options: [
      ['--index-name <name>', 'its name, where the convention of the file is not to decide'],
      ['--unique', 'a unique index'],
      ['--method <method>', 'gin, gist, hash, brin; btree without'],
      ['--where <condition>', 'the rows that it holds'],
      ['--including <columns>', 'columns that it carries along, as name,price'],
    ],
    request: ([name = '', ...columns], { indexName, unique, method, where, including }) => ({
      ...{ kind: 'add-index', table: name, columns },
      ...present({ indexName, unique: isSet(unique), method, where, include: split(including) }),
    }),
  },
  {
    name: 'add-constraint',
    description: 'Add a unique constraint, a check, a foreign key or a primary key to a table.',
    arguments: [table],
    options: [
      ['--constraint-name <name>', 'its name, where the convention of the file is not to decide'],
      ['--unique <columns>', 'as symbol,exchange'],
      ['--check <condition>', 'as in "price > 0"'],
      ['--primary-key <columns>', 'as id'],
      ...reference,
      ['--columns <columns>', 'the columns of the foreign key'],
      ['--deferrable', 'DEFERRABLE INITIALLY DEFERRED'],
    ],
    request: ([name = ''], flags) => ({
      ...{ kind: 'add-constraint', table: name },
      ...present({ constraintName: flags.constraintName, unique: split(flags.unique), check: flags.check }),
      ...present({ primaryKey: split(flags.primaryKey), references: flags.references, columns: split(flags.columns) }),
      ...present({ onDelete: flags.onDelete, onUpdate: flags.onUpdate, deferrable: flags.deferrable }),
    }),
  },
  {
    name: 'alter-column',
    description: "Change a column's type, nullability, default or comment; the rest stays.",
    arguments: [table, column],
    options: [
      ['--type <type>', "in PostgreSQL's spelling"],
      ['--using <expression>', 'makes the new value of the old one'],
      ...nullability,
      ['--default <expression>', 'as in 0, now() or a bare word for a text'],
      ['--drop-default', 'no default any more'],
      ['--comment <text>', 'what the column is for'],
      ['--drop-comment', 'no comment any more'],
    ],
    request: ([name = '', altered = ''], flags) => ({
      ...{ kind: 'alter-column', table: name, column: altered },
      ...present({ type: flags.type, using: flags.using, nullable: flags.nullable, notNull: flags.notNull }),
      ...present({ default: flags.dropDefault === true ? null : flags.default }),
      ...present({ comment: flags.dropComment === true ? null : flags.comment }),
    }),
  },
  {
    name: 'rename-column',
    description: 'Give a column another name; its values stay.',
    arguments: [table, column, ['<name>', 'its new name']],
    options: [],
    request: ([name = '', renamed = '', to = '']) => ({ kind: 'rename-column', table: name, column: renamed, to }),
  },
  {
    name: 'rename-table',
    description: 'Give a table another name; its rows stay.',
    arguments: [table, ['<name>', 'its new name']],
    options: [],
    request: ([name = '', to = '']) => ({ kind: 'rename-table', table: name, to }),
  },
  {
    name: 'drop-column',
    description: 'Drop a column with its values.',
    arguments: [table, column],
    options: [cascade],
    request: ([name = '', dropped = ''], flags) => ({
      ...{ kind: 'drop-column', table: name, column: dropped },
      ...present({ cascade: flags.cascade }),
    }),
  },
  {
    name: 'drop-index',
    description: 'Drop an index.',
    arguments: [['<index>', 'its name']],
    options: [cascade],
    request: ([index = ''], flags) => ({ kind: 'drop-index', index, ...present({ cascade: flags.cascade }) }),
  },
  {
    name: 'drop-table',
    description: 'Drop a table with its rows.',
    arguments: [table],
    options: [cascade],
    request: ([name = ''], flags) => ({ kind: 'drop-table', table: name, ...present({ cascade: flags.cascade }) }),
  },
];

/** The members that have a value. */
function present<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function isSet(flag: VerbFlags['unique'] | VerbFlags['index']): boolean | undefined {
  return flag === undefined ? undefined : flag !== false;
}

function listed(flag: VerbFlags['unique'] | VerbFlags['index']): readonly string[] | undefined {
  return typeof flag === 'object' ? flag : undefined;
}

/** `symbol, exchange` as a list. */
function split(flag: VerbFlags['unique']): readonly string[] | undefined {
  if (typeof flag !== 'string') return undefined;
  return flag
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
