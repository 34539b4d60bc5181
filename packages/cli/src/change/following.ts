import type { Finding, Schema } from '@canonical-schema/schema';
import type { ChangedComment } from './comments';
import { isSameTable } from './losses';
import type { PlanRequest } from './plan-request';
import type { Question } from './question';
import { lossQuestion } from './questions';
import { type Rename, renamesNamed } from './renames';
import type { Writers } from './writers';

/** What sources are to follow. */
export interface Following {
  readonly request: PlanRequest;
  readonly writers: Writers;
  /** Which findings of a state are to be mended. */
  wanted(findings: readonly Finding[]): readonly Finding[];
  /** Renames that the canonical file itself made. */
  readonly renames: readonly Rename[];
  /** What a person gave up already: `stocks.symbol`, `stocks`. */
  readonly givenUp: ReadonlySet<string>;
  /** Comments that the canonical file itself changed. */
  readonly comments: readonly ChangedComment[];
}

/**
 * The renames that the canonical file made, and those that a person told of, for a source. A column is called by its
 * table's old name and by its new one, as either may be renamed first.
 */
export function knownRenames(schema: Schema, { request, renames }: Following): readonly Rename[] {
  const known = [...renames, ...renamesNamed(request.answers?.rename ?? [], schema)];
  const moved = known.flatMap((column) => {
    if (column.kind === 'rename-table') return [];
    return known.flatMap((table): Rename[] =>
      table.kind === 'rename-table' && isSameTable(table.table, column.table) ? [{ ...column, table: table.to }] : [],
    );
  });
  return [...known, ...moved];
}

/** What has to be asked before these columns and tables go with their data. */
export function lossQuestions(labels: readonly string[], following: Following): readonly Question[] {
  if (following.request.answers?.acceptDataLoss === true) return [];
  return labels.filter((label) => !isGivenUp(label, following)).map(lossQuestion);
}

/** Did somebody say of this very column or table that it goes? */
export function isGivenUp(label: string, { request, givenUp }: Following): boolean {
  return givenUp.has(label) || request.answers?.drop?.includes(label) === true;
}
