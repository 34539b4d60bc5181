import type { OneOffDefault } from '@canonical-schema/python/write';
import {
  type Column,
  isUnreadable,
  parseColumnType,
  type Refused,
  type Schema,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import { Refusal } from '../host/refusal';
import { columnLabel, isSameTable } from './losses';
import type { Question } from './question';
import { fillQuestion } from './questions';

/** The value that rows get once, where a column comes that may not be NULL, or may no longer be. */
export type Fill = OneOffDefault;

/** What `stocks.shares=0` says of a schema's tables; without a value no row needs one, for none is NULL. */
export function fillsNamed(texts: readonly string[], { tables }: Schema): readonly Fill[] {
  return texts.map((text) => {
    const cut = text.indexOf('=');
    const name = cut < 0 ? text : text.slice(0, cut);
    const dot = name.lastIndexOf('.');
    const table = tables.find((candidate) => tableLabel(candidate) === name.slice(0, dot));
    if (table === undefined || dot < 0)
      throw new Refusal(`"${text}" fills no column of the SQL; write it as stocks.shares=0.`);
    return { table: refOf(table), column: name.slice(dot + 1), value: cut < 0 ? null : text.slice(cut + 1) };
  });
}

/** What a writer refuses, where an answer can help as the question for it. */
export function withFillQuestions(
  refused: readonly Refused[],
  canonical: Schema,
): { readonly refused: readonly Refused[]; readonly questions: readonly Question[] } {
  const questions = refused.flatMap(({ unfilled, why }) => {
    if (unfilled === undefined) return [];
    const table = canonical.tables.find((candidate) => isSameTable(candidate, unfilled.table));
    const column = table?.columns.find(({ name }) => name === unfilled.column);
    return [fillQuestion(columnLabel(unfilled.table, unfilled.column), why, unfilled.isNew, exampleOf(column))];
  });
  return { refused: refused.filter(({ unfilled }) => unfilled === undefined), questions };
}

/** A value that people often mean, by the type without its modifiers. */
const examples: Readonly<Record<string, string>> = {
  ...{ smallint: '0', integer: '0', bigint: '0', numeric: '0', real: '0', 'double precision': '0' },
  ...{ text: "''", 'character varying': "''", boolean: 'False' },
};

function exampleOf(column: Column | undefined): string | null {
  if (column === undefined || isUnreadable(column.type)) return null;
  const { base } = parseColumnType(column.type);
  return Object.hasOwn(examples, base) ? (examples[base] ?? null) : null;
}

function refOf({ schema, name }: TableRef): TableRef {
  return { schema, name };
}
