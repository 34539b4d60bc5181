import type { Subject } from '@canonical-schema/schema';
import type { Grammar } from '../../grammar/grammar';
import { type StatementPiece, splitStatements } from '../../grammar/split';
import { qualifiedName } from '../../grammar/statements/relation';
import { TokenReader } from '../../grammar/token-reader';
import type { Token } from '../../grammar/tokens';
import type { LintSubject, Remark } from '../lint';
import type { Form } from './forms';
import { type GrammarForms, modifiers } from './grammar-forms';
import { lackingAction, lackingRemark } from './lacking';
import { actionTokens } from './statement-tokens';

/** The findings of `not-idempotent` in a dialect that our own grammar reads: statements without a clause that it has for them. */
export function lackingClauses(grammar: Grammar, forms: GrammarForms): (subject: LintSubject) => readonly Remark[] {
  return ({ file }) => {
    const dropped = new Set<string>();
    return splitStatements(file.text, grammar.lexis).flatMap((piece) =>
      piece.kind === 'statement' ? ofStatement(piece, forms, dropped) : [],
    );
  };
}

/** A statement's verb, the kind of its object, whether it has a clause, and what it is about. */
interface Head {
  readonly verb: string;
  readonly kind: string;
  readonly hasClause: boolean;
  readonly isTemporary: boolean;
  readonly name: string;
  /** The table that an index or trigger is on; the object itself where it is one. */
  readonly table: string | null;
}

function headOf(tokens: readonly Token[]): Head | null {
  const reader = new TokenReader(tokens);
  const verb = reader.peek()?.word ?? '';
  if (verb !== 'create' && verb !== 'drop' && verb !== 'alter') return null;
  reader.take();
  const isReplacing = reader.sees('or', 'replace');
  let isTemporary = false;
  while (isModifier(reader)) {
    if (reader.sees('temporary') || reader.sees('temp')) isTemporary = true;
    reader.take();
  }
  const kind = reader.isAtEnd ? '' : reader.take().word;
  const isGuarded = reader.accepts('if', 'not', 'exists') || reader.accepts('if', 'exists');
  const first = reader.peek()?.kind;
  if (first !== 'word' && first !== 'name' && first !== 'string') return null;
  const name = qualifiedName(reader).toLowerCase();
  return { verb, kind, hasClause: isReplacing || isGuarded, isTemporary, name, table: tableOf(kind, name, reader) };
}

function isModifier(reader: TokenReader): boolean {
  const word = reader.peek()?.word ?? '';
  return modifiers.has(word) || word === 'temporary' || word === 'temp';
}

function tableOf(kind: string, name: string, reader: TokenReader): string | null {
  if (kind === 'table') return name;
  if (kind !== 'index' && kind !== 'trigger') return null;
  while (!reader.isAtEnd && !reader.accepts('on')) reader.take();
  const isName = reader.peek()?.kind === 'word' || reader.peek()?.kind === 'name';
  return isName ? qualifiedName(reader).toLowerCase() : null;
}

function ofStatement({ tokens, span }: StatementPiece, forms: GrammarForms, dropped: Set<string>): readonly Remark[] {
  const head = headOf(tokens);
  if (head === null || head.isTemporary) return [];
  const { verb, kind, name, table } = head;
  const keys = [`${kind} ${name}`, ...(table === null ? [] : [`table ${table}`])];
  const isFresh = verb !== 'drop' && keys.some((key) => dropped.has(key));
  if (verb === 'drop') dropped.add(`${kind} ${name}`);
  if (isFresh) return [];
  if (verb === 'alter') return kind === 'table' ? ofActions(tokens, table ?? name, forms, span) : [];
  const form = forms.statements[`${verb} ${kind}`];
  if (form === undefined || head.hasClause) return [];
  const subjectOf = (words: string): Subject => ({ kind: 'statement', ...tableSubject(table, tokens), name: words });
  return [lackingRemark({ form, tokens, span, subjectOf })];
}

/** The table as it is written. */
function tableSubject(table: string | null, tokens: readonly Token[]): Pick<Subject, 'schema' | 'table'> {
  if (table === null) return {};
  const written = tokens.find(({ value }) => value.toLowerCase() === table)?.value;
  return { schema: 'public', table: written ?? table };
}

function ofActions(
  tokens: readonly Token[],
  table: string,
  { actions }: GrammarForms,
  span: StatementPiece['span'],
): readonly Remark[] {
  const about = tableSubject(table, tokens);
  return actionTokens(tokens).flatMap((action): readonly Remark[] => {
    const form = actionForm(action, actions);
    return form === null ? [] : [lackingAction(form, action, about, span)];
  });
}

/** The clause that an action could take and has not. A word less is written where COLUMN is left out. */
function actionForm(action: readonly Token[], forms: GrammarForms['actions']): Form | null {
  if (Object.keys(forms).length === 0) return null;
  const [first, second] = action;
  const isColumn = second?.kind === 'name' || (second !== undefined && !objectWords.has(second.word));
  if (isColumn && second?.word !== 'if' && second?.word !== '(') {
    if (first?.word === 'add') return { clause: 'IF NOT EXISTS', behind: ['add'] };
    return first?.word === 'drop' ? { clause: 'IF EXISTS', behind: ['drop'] } : null;
  }
  if (first?.word === 'add' && second?.word === 'constraint') return constraintForm(action, forms);
  const phrase = Object.keys(forms)
    .filter((words) => words.split(' ').every((word, at) => action[at]?.word === word))
    .sort((a, b) => b.length - a.length)[0];
  const form = phrase === undefined ? undefined : forms[phrase];
  if (form === undefined || phrase === undefined) return null;
  return action[phrase.split(' ').length]?.word === 'if' ? null : form;
}

/** A foreign key has its clause behind its kind, a check behind the word CONSTRAINT; one without a name cannot exist already. */
function constraintForm(action: readonly Token[], forms: GrammarForms['actions']): Form | null {
  const words = action.map(({ word }) => word);
  const at = words.findIndex((word) => ['check', 'foreign', 'unique', 'primary'].includes(word));
  if (words.slice(0, at + 3).includes('if')) return null;
  if (words[at] === 'foreign') return { clause: 'IF NOT EXISTS', behind: ['foreign', 'key'] };
  return words[at] === 'check' && at > 2 ? (forms['add constraint'] ?? null) : null;
}

/** Words behind ADD and DROP that say what is added. */
const objectWords: ReadonlySet<string> = new Set(
  'column constraint foreign unique index key primary fulltext spatial check partition period system if'.split(' '),
);
