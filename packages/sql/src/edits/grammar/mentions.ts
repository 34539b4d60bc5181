import type { Change } from '@canonical-schema/schema';
import type { StatementPiece } from '../../grammar/split';
import { heldIn, isNaming, lostNames } from '../held-names';
import type { Impossible } from '../outcome';
import type { GrammarStanding } from './grammar-standing';

/** What CREATE makes of which no more is read than its name. */
const unreadInside: ReadonlySet<string> = new Set(['view', 'trigger', 'procedure', 'function', 'event']);

/** Statements that go with their table. */
const ofTable: ReadonlySet<string> = new Set(['insert', 'replace', 'update', 'delete', 'grant', 'load']);

/** As much of a statement as anybody looks into: data goes on for megabytes. */
const looked = 5000;

/** The statement that holds on to a name which a change takes away; null where none does. */
export function heldBy(change: Change, { file, statements }: GrammarStanding): Impossible | null {
  const names = lostNames(change);
  if (names === null) return null;
  for (const { tokens, span } of statements) {
    const isRead = !isUnreadInside(tokens) && (change.kind === 'drop-table' || !ofTable.has(tokens[0]?.word ?? ''));
    if (isRead) continue;
    const text = file.text.slice(span.start, Math.min(span.end, span.start + looked));
    if (!isNaming(text, names)) continue;
    return heldIn(
      tokens.map((token) => token.text),
      names,
      file.placeOf(span),
    );
  }
  return null;
}

function isUnreadInside(tokens: StatementPiece['tokens']): boolean {
  return tokens[0]?.word === 'create' && tokens.slice(1, 12).some(({ word }) => unreadInside.has(word));
}
