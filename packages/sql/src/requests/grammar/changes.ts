import { type Place, type Refused, type Schema, SourceFile } from '@canonical-schema/schema';
import type { GrammarDialect } from '../../edits/grammar/grammar-standing';
import { type Piece, type StatementPiece, splitStatements } from '../../grammar/split';
import type { CanonicalOptions } from '../../reader';
import type { SqlChanges } from '../changes-of-sql';
import { joinedChanges } from '../joined-changes';
import type { PossibleLanguage } from '../possible-change';
import { RecordingCatalog } from '../recording-catalog';

/**
 * The changes that ordinary statements make to a schema, in their order. Anything that the server would refuse, that
 * changes nothing or that is no change of the schema is a problem with its place in the file `path`.
 */
export function grammarChanges(
  dialect: GrammarDialect,
  possible: PossibleLanguage,
  sql: string,
  schema: Schema,
  path: string,
  options: CanonicalOptions,
): SqlChanges {
  const file = new SourceFile(path, sql);
  const catalog = new RecordingCatalog(schema, dialect.sql.sqlText, possible);
  const session = dialect.sql.session(catalog, options);
  const problems: Refused[] = [];
  for (const piece of splitStatements(sql, dialect.grammar.lexis)) {
    const place = file.placeOf(piece.span);
    const before = { changes: catalog.changes.length, casualties: catalog.casualties.length };
    const { unread, remarks } = session.run(sql.slice(piece.span.start, piece.span.end), place);
    const lost = catalog.casualties.slice(before.casualties);
    // Readings keep a foreign key to a table that goes, which a server holds on to.
    const found =
      lost.length > 0
        ? [problem(heldBy(lost.map(({ label }) => label)), place)]
        : [
            ...unread.map(({ why, subject }) => problem(sentence(piece, subject, why), place)),
            ...remarks.map(({ message }) => problem(message, place)),
          ];
    const isIdle = found.length === 0 && catalog.changes.length === before.changes;
    const idle = isIdle && piece.kind === 'statement' ? whyIdle(piece) : null;
    problems.push(...found, ...(idle === null ? [] : [problem(`The statement ${idle}.`, place)]));
  }
  if (problems.length > 0) return { changes: [], problems };
  return { changes: joinedChanges(catalog.changes, catalog.schema(), dialect.sql.sqlText), problems: [] };
}

function problem(why: string, place: Place): Refused {
  return { change: null, why, remedy: 'Correct the statement; nothing of the file was done.', place };
}

/** Nothing in these dialects takes along what holds on to it. */
function heldBy(labels: readonly string[]): string {
  return `This cannot be dropped, for ${labels.join(', ')} would go with it: drop that before.`;
}

/** Reading says `alters stcks, which does not exist` of a statement: its first words stand before that. */
function sentence(piece: Piece, subject: string | null, why: string): string {
  const words =
    piece.kind === 'statement' ? piece.tokens.slice(0, 3).map(({ text }) => text) : [subject ?? 'The statement'];
  const text = `${words.join(' ')}: ${why}`;
  return text.endsWith('.') ? text : `${text}.`;
}

/** Statements that rightly change nothing themselves. */
const silent: ReadonlySet<string> = new Set(
  'set select use begin start commit rollback pragma lock unlock analyze'.split(' '),
);
const shapers: ReadonlySet<string> = new Set(['create', 'alter', 'drop', 'rename']);

/** Why a statement changed nothing; null where that is its nature. */
function whyIdle({ tokens }: StatementPiece): string | null {
  const word = tokens[0]?.word ?? '';
  if (silent.has(word)) return null;
  const isGuarded = tokens.some(
    (token, at) => token.word === 'exists' && ['if', 'not'].includes(tokens[at - 1]?.word ?? ''),
  );
  if (isGuarded) return 'changes nothing: what it makes exists already, or what it takes away is not there';
  if (shapers.has(word)) return 'changes nothing that the schema describes, or sets what is so already';
  return 'is not a change of the schema';
}
