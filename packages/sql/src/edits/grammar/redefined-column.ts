import { type Column, type ColumnAlteration, isUnreadable, type Span, type TextEdit } from '@canonical-schema/schema';
import { type ColumnParts, columnParts } from '../../ddl/column-text';
import type { Spelling } from '../../ddl/spelling';
import type { Token } from '../../grammar/tokens';
import { type ClauseKind, type ColumnClauses, clausesOf } from './column-clauses';

/** What is known of a column that is altered where it is defined. */
export interface Redefinition {
  readonly old: Column;
  readonly set: ColumnAlteration;
  readonly isKey: boolean;
  readonly spelling: Spelling;
}

/** Facts by the clause that says them, and how such a clause begins; in the order in which new ones stand. */
const facts: readonly { readonly fact: keyof ColumnAlteration; readonly kind: ClauseKind; readonly begins: string }[] =
  [
    { fact: 'collation', kind: 'collation', begins: 'COLLATE ' },
    { fact: 'generated', kind: 'generated', begins: 'GENERATED ' },
    { fact: 'nullable', kind: 'nullable', begins: 'NOT NULL' },
    { fact: 'default', kind: 'default', begins: 'DEFAULT ' },
    { fact: 'identity', kind: 'identity', begins: 'AUTO_INCREMENT' },
    { fact: 'comment', kind: 'comment', begins: 'COMMENT ' },
  ];

/** The edits that make a column's definition say other facts; null where these cannot stand in it. */
export function redefined(tokens: readonly Token[], source: string, redefinition: Redefinition): TextEdit[] | null {
  const written = clausesOf(tokens);
  if (written === null) return null;
  const { old, set, isKey, spelling } = redefinition;
  const around = { isKey, unwritable: null, nextval: null, inline: [], spelling };
  const [before, next] = [columnParts(old, around), columnParts({ ...old, ...set }, around)];
  const edits = typeEdits(written, before, next);
  const added: { at: number; text: string }[] = [];
  for (const { fact, kind, begins } of facts) {
    if (set[fact] === undefined || isUnreadable(set[fact])) continue;
    const wanted = next.clauses.find((clause) => clause.startsWith(begins)) ?? null;
    if (wanted === before.clauses.find((clause) => clause.startsWith(begins)) && kind !== 'nullable') continue;
    const clause = written.clauses.findLast((one) => one.kind === kind);
    if (clause !== undefined && wanted !== null) edits.push({ span: clause.span, text: wanted });
    else if (clause !== undefined) edits.push({ span: withBlanksBefore(source, clause.span), text: '' });
    else if (wanted !== null) added.push({ at: placeOf(kind, written), text: ` ${wanted}` });
    else if (fact === 'identity' || fact === 'comment') return null;
  }
  const byPlace = new Map<number, string>();
  for (const { at, text } of added) byPlace.set(at, (byPlace.get(at) ?? '') + text);
  return [...edits, ...[...byPlace].map(([at, text]) => ({ span: { start: at, end: at }, text }))];
}

function typeEdits({ name, type }: ColumnClauses, before: ColumnParts, next: ColumnParts): TextEdit[] {
  if (before.type === next.type) return [];
  if (type === null) return [{ span: { start: name.span.end, end: name.span.end }, text: ` ${next.type}` }];
  return next.type === ''
    ? [{ span: { start: name.span.end, end: type.end }, text: '' }]
    : [{ span: type, text: next.type }];
}

/** Right behind the type; behind NOT NULL or all of the definition for what people write there. */
function placeOf(kind: ClauseKind, { name, type, clauses }: ColumnClauses): number {
  const behindType = (type ?? name.span).end;
  const [first] = clauses;
  if (kind === 'collation' || kind === 'generated') return behindType;
  // MariaDB takes CHECK behind everything else only.
  if (kind === 'comment') return clauses.findLast((clause) => clause.kind !== 'constraint')?.span.end ?? behindType;
  const leading = clauses.filter((clause) => ['collation', 'generated', 'other'].includes(clause.kind));
  const behind = leading.at(-1)?.span.end ?? behindType;
  return first?.kind === 'nullable' && kind !== 'nullable' ? first.span.end : behind;
}

function withBlanksBefore(source: string, { start, end }: Span): Span {
  const blanks = /\s*$/.exec(source.slice(0, start))?.[0].length ?? 0;
  return { start: start - blanks, end };
}
