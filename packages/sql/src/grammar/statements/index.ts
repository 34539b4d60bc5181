import type { Statement } from '../statement';
import { GrammarError } from '../token-reader';

type Read = (statement: Statement) => void;

/** Statements by the words that they start with, longer phrases first. */
const statements: { readonly [phrase in string]?: Read } = {};

/** Statements that change data, settings or the session, and no schema. */
const ignored: ReadonlySet<string> = new Set(
  [
    'insert replace update delete select with set use begin start commit rollback savepoint release lock unlock pragma',
    'vacuum analyze optimize check repair flush grant revoke show describe desc explain call do load handler reindex',
    'attach detach end values kill reset purge install uninstall prepare execute deallocate xa truncate import',
  ].flatMap((line) => line.split(' ')),
);

/** Carries out one statement. Throws what `noteUnread` knows. */
export function readGrammarStatement(statement: Statement): void {
  const { reader } = statement;
  const first = reader.peek()?.word ?? '';
  if (ignored.has(first)) return;
  const phrase = Object.keys(statements).find((words) => reader.accepts(...words.split(' ')));
  const read = phrase === undefined ? undefined : statements[phrase];
  if (read === undefined) throw new GrammarError('is of a kind that is not understood', reader.peek()?.span ?? null);
  read(statement);
}
