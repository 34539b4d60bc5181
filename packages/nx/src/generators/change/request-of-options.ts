import { changeVerbs, Refusal, type VerbFlags, wordsIn } from 'canonical-schema';
import type { ChangeOptions } from './change-options';

type Verb = (typeof changeVerbs)[number];

/** The changes that have a generator of their own. */
export type ChangeName = Verb['name'];

/** The options that a command takes as words, in order; the last may be left out where it stands in brackets. */
const positions: Readonly<Record<ChangeName, readonly (keyof ChangeOptions)[]>> = {
  'add-table': ['table'],
  'add-column': ['table', 'column', 'type'],
  'add-index': ['table'],
  'add-constraint': ['table'],
  'alter-column': ['table', 'column'],
  'rename-column': ['table', 'column', 'to'],
  'rename-table': ['table', 'to'],
  'drop-column': ['table', 'column'],
  'drop-index': ['index'],
  'drop-table': ['table'],
};

/** Generators whose columns are words as well. */
const listing: ReadonlySet<ChangeName> = new Set(['add-table', 'add-index']);

/** Options that may be left out: a foreign key says the type, and a table may have its key alone. */
const optional: ReadonlySet<keyof ChangeOptions> = new Set(['type']);

/** What the options ask for, by the same rules as the command of that name. */
export async function requestOfOptions(name: ChangeName, options: ChangeOptions): Promise<ReturnType<Verb['request']>> {
  const verb = changeVerbs.find((candidate) => candidate.name === name);
  if (verb === undefined) throw new Error(`There is no command ${name}.`);
  const given = withoutBlanks(options);
  const words = positions[name].flatMap((position) => wordFor(position, name, given));
  const columns = listing.has(name) ? await columnsOf(given) : [];
  if (name === 'add-index' && columns.length === 0) throw missing('columns', name);
  return verb.request([...words, ...columns], flagsOf(name, given));
}

function wordFor(position: keyof ChangeOptions, name: ChangeName, options: ChangeOptions): readonly string[] {
  const word = options[position];
  if (word !== undefined) return [String(word)];
  if (optional.has(position)) return [];
  throw missing(position, name);
}

function missing(option: string, name: ChangeName): Refusal {
  return new Refusal(`${name} needs "${option}"; nx g @canonical-schema/nx:${name} --help lists its options.`);
}

/** A prompt that was answered with nothing says nothing. */
function withoutBlanks(options: ChangeOptions): ChangeOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== ''));
}

async function columnsOf({ columns = [], _: further = [] }: ChangeOptions): Promise<readonly string[]> {
  const named = typeof columns === 'string' ? await wordsIn(columns) : columns;
  return [...named, ...further.map(String)];
}

function flagsOf(name: ChangeName, options: ChangeOptions): VerbFlags {
  const { index, unique, columns, default: value, ...others } = options;
  const isList = name === 'add-table';
  return {
    ...others,
    ...(index === undefined ? {} : { index: isList ? listed(index) : index !== false }),
    ...(unique === undefined ? {} : { unique: isList ? listed(unique) : unique }),
    ...(typeof columns === 'string' ? { columns } : {}),
    ...(value === undefined ? {} : { default: String(value) }),
  };
}

/** One index or constraint per text. */
function listed(texts: boolean | string | readonly string[]): readonly string[] {
  if (typeof texts === 'boolean') return [];
  return typeof texts === 'string' ? [texts] : texts;
}
