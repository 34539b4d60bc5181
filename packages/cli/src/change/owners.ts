import { type Reading, type Table, tableLabel } from '@canonical-schema/schema';
import type { PythonSource } from '../host/sources';
import type { Answers } from './answers';

/** Where the class of a new table goes, or between what a person has to choose. */
export type Owner =
  | { readonly kind: 'known'; readonly owner: string }
  | { readonly kind: 'open'; readonly candidates: readonly string[] };

/** Django's app, or the file of SQLAlchemy models, for a new table: what was answered, else the only one that there is. */
export function ownerOf(table: Table, source: PythonSource, models: Reading, answers: Answers): Owner {
  const answered = answerFor(tableLabel(table), (source.orm === 'django' ? answers.app : answers.module) ?? []);
  if (answered !== null) return { kind: 'known', owner: answered };
  const candidates = ownersIn(source, models);
  const [only, ...more] = candidates;
  return only !== undefined && more.length === 0 ? { kind: 'known', owner: only } : { kind: 'open', candidates };
}

/** The last word counts, and one about the very table before one about all. */
function answerFor(label: string, answers: readonly string[]): string | null {
  const own = answers.filter((answer) => answer.startsWith(`${label}=`)).at(-1);
  return own?.slice(label.length + 1) ?? answers.filter((answer) => !answer.includes('=')).at(-1) ?? null;
}

function ownersIn({ orm }: PythonSource, { schema }: Reading): readonly string[] {
  const own = schema.tables.filter((table) => table.orm !== undefined && !table.orm.external);
  const owners = own.flatMap((table) => (orm === 'django' ? table.orm?.owner : table.place?.path) ?? []);
  return [...new Set(owners)].sort();
}
