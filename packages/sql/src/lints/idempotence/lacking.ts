import type { Span, Subject, TextEdit } from '@canonical-schema/schema';
import type { Remark } from '../lint';
import type { Form } from './forms';
import { type Token, tokenAfter } from './statement-tokens';

/** What a statement lacks to run again, with the edit that puts it there. */
export interface Lacking {
  readonly form: Form;
  readonly tokens: readonly Token[];
  readonly span: Span;
  /** By the statement's head, so that the same finding is known again wherever the statement stands. */
  readonly subjectOf: (head: string) => Subject;
  /** IF NOT EXISTS wants a name where none is written: the one that the server makes; null where it is not known. */
  readonly madeName?: string | null;
}

/** The finding about a statement that fails when it is run again. */
export function lackingRemark({ form, tokens, span, subjectOf, madeName }: Lacking): Remark {
  const behind = tokenAfter(tokens, form.behind);
  const isNameless = madeName !== undefined;
  const named = madeName === undefined || madeName === null ? '' : ` ${madeName}`;
  const remedy = isNameless ? ` with its name${named === '' ? '' : `,${named}`}` : '';
  const head = headOf(tokens);
  const remark = {
    subject: subjectOf(head),
    message: `${head} fails when it is run again. Say ${clauseIn(form, tokens)}${remedy}.`,
    span,
  };
  if (behind === undefined || madeName === null) return remark;
  return { ...remark, fix: [insertion(behind, form.clause, named)] };
}

function insertion(behind: Token, clause: string, name = ''): TextEdit {
  const isLower = behind.text === behind.word;
  const { end } = behind.span;
  return { span: { start: end, end }, text: ` ${isLower ? clause.toLowerCase() : clause}${name}` };
}

/** The same about one action of ALTER TABLE. */
export function lackingAction(
  form: Form,
  action: readonly Token[],
  table: Pick<Subject, 'schema' | 'table'>,
  statement: Span,
): Remark {
  const keyword = tokenAfter(action, form.behind);
  const next = keyword === undefined ? undefined : action[action.indexOf(keyword) + 1];
  const behind = next?.word === 'column' ? next : keyword;
  const upTo = behind === undefined ? 0 : action.indexOf(behind) + 1;
  const words = action.slice(0, upTo).map(({ text }) => text);
  const head = [...words, action[upTo]?.text ?? ''].join(' ').trim();
  const said = [...form.behind, ...(behind === keyword ? [] : ['column']), form.clause].join(' ').toUpperCase();
  const span = { start: action[0]?.span.start ?? statement.start, end: action.at(-1)?.span.end ?? statement.end };
  return {
    subject: { kind: 'statement', ...table, name: head },
    message: `${head} on ${table.table ?? ''} fails when it is run again. Say ${said}.`,
    span,
    ...(behind === undefined ? {} : { fix: [insertion(behind, form.clause)] }),
  };
}

/** Words behind which a statement says more than what it is about. */
const details: ReadonlySet<string> = new Set(
  '( ; as on is add for from with using of returns before after instead start increment owned partition type'.split(
    ' ',
  ),
);

/** `CREATE UNIQUE INDEX idx_symbol`: how a person recognises the statement. */
export function headOf(tokens: readonly Token[]): string {
  const end = tokens.findIndex(({ word }, at) => at > 1 && details.has(word));
  const words = tokens.slice(0, Math.min(end < 0 ? tokens.length : end, 8));
  return words
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(' . ', '.')
    .replace(/ ,.*/, '');
}

/** `CREATE UNIQUE INDEX IF NOT EXISTS`, `CREATE OR REPLACE VIEW`, `ADD VALUE IF NOT EXISTS`. */
function clauseIn({ clause, behind }: Form, tokens: readonly Token[]): string {
  const last = tokenAfter(tokens, behind);
  const [first, second] = tokens.map(({ word }) => word.toUpperCase());
  if (clause === 'OR REPLACE') return `${first} ${clause} ${second}`;
  const isLong = last === undefined || first === 'ALTER';
  const words = isLong ? behind : tokens.slice(0, tokens.indexOf(last) + 1).map(({ word }) => word);
  return [...words, clause].join(' ').toUpperCase();
}
