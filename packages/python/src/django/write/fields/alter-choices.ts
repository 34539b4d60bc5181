import { isDocstring } from '../../../edits/body-edits';
import { memberNamed, membersOf } from '../../../edits/python-file';
import type { ClassDefinition, Display, Expression, Statement } from '../../../syntax/ast';
import type { AlterationQuestion } from './alter-column';
import { choicesCode } from './column-field';
import type { FieldDraft } from './field-draft';
import type { FieldProblem } from './field-writing';
import { codeOf, plain, string } from './python-code';

/** Gives `choices` the labels of the SQL: those that are there keep their words and order. */
export function alterChoices({ draft, set }: AlterationQuestion): FieldProblem | null {
  const { choices } = set;
  if (choices === undefined) return null;
  if (choices === null) {
    draft.removeArgument('choices');
    return null;
  }
  const { call, field } = draft.site;
  const written = call.args.find(({ form, name }) => form === 'keyword' && name === 'choices')?.value;
  const found = written === undefined ? null : choicesAt(written, draft);
  if (found === null) {
    return {
      why: `The choices of ${field.name} are neither pairs nor a class of choices in its file.`,
      remedy: `Make their values ${choices.map((label) => `'${label}'`).join(', ')} by hand.`,
    };
  }
  if (found.kind === 'pairs') editPairs(draft, found, choices);
  else editMembers(draft, found, choices);
  const length = field.arguments.values.get('max_length');
  const longest = Math.max(...choices.map((label) => label.length));
  if (length?.kind === 'int' && Number(length.value) < longest) draft.setArgument('max_length', plain(String(longest)));
  return null;
}

interface Pairs {
  readonly kind: 'pairs';
  readonly display: Display;
  /** The stored value of each pair. */
  readonly values: readonly string[];
}

/** `class Status(models.TextChoices)`. */
interface Members {
  readonly kind: 'members';
  readonly owner: ClassDefinition;
  readonly members: readonly {
    readonly statement: Statement;
    readonly name: string;
    readonly value: string;
    readonly hasLabel: boolean;
  }[];
}

/** The choices behind an expression: written there, or under a name of the class or the file. */
function choicesAt(written: Expression, draft: FieldDraft): Pairs | Members | null {
  if (written.kind === 'list' || written.kind === 'tuple') return pairsOf(written);
  const bare = written.kind === 'attribute' && written.name === 'choices' ? written.of : written;
  const name = bare.kind === 'attribute' || bare.kind === 'name' ? bare.name : '';
  const { owner, draft: file } = draft.site;
  const member = memberNamed(owner.body, name) ?? memberNamed(file.file.syntax.body, name);
  if (member?.statement.kind === 'class') return membersIn(member.statement);
  const value = member?.value;
  return value?.kind === 'list' || value?.kind === 'tuple' ? pairsOf(value) : null;
}

function pairsOf(display: Display): Pairs | null {
  const values = display.items.map((item) => {
    const [value] = item.kind === 'tuple' || item.kind === 'list' ? item.items : [];
    return textOf(value);
  });
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? { kind: 'pairs', display, values: known } : null;
}

function membersIn(owner: ClassDefinition): Members | null {
  const isTexts = owner.args.some(({ value }) => {
    const name = value.kind === 'attribute' || value.kind === 'name' ? value.name : '';
    return name === 'TextChoices';
  });
  const assignments = membersOf(owner.body).filter(({ value, name }) => value !== null && !name.startsWith('_'));
  const members = assignments.flatMap(({ statement, name, value }) => {
    const isPair = value?.kind === 'tuple';
    const text = textOf(isPair ? value.items[0] : (value ?? undefined));
    return text === null ? [] : [{ statement, name, value: text, hasLabel: isPair }];
  });
  return isTexts && members.length === assignments.length ? { kind: 'members', owner, members } : null;
}

function textOf(value: Expression | undefined): string | null {
  const [text] = value?.kind === 'string' && value.parts.length === 1 ? value.parts : [];
  return typeof text === 'string' ? text : null;
}

function editPairs(draft: FieldDraft, { display, values }: Pairs, labels: readonly string[]): void {
  const file = draft.site.draft;
  const list = file.list(display);
  for (const [at, value] of values.entries()) if (!labels.includes(value)) list?.remove(at);
  const code = choicesCode(labels.filter((label) => !values.includes(label)));
  const spelt = { spelling: file.spelling, style: file.file.style, hidden: new Set<string>() };
  for (const item of itemsOf(code)) {
    const pair = codeOf(item, spelt);
    // Two fields may have the same choices.
    const isThere = list?.inserted.some((each) => JSON.stringify(each.code) === JSON.stringify(pair)) === true;
    if (!isThere) list?.append(pair);
  }
}

function editMembers(draft: FieldDraft, { owner, members }: Members, labels: readonly string[]): void {
  const file = draft.site.draft;
  const body = file.body(owner);
  for (const { statement, value } of members) if (!labels.includes(value)) body.remove(statement);
  const taken = new Set(membersOf(owner.body).map(({ name }) => name));
  const last = members.at(-1);
  const spelt = { spelling: file.spelling, style: file.file.style, hidden: new Set<string>() };
  for (const label of labels.filter((each) => !members.some(({ value }) => value === each))) {
    const name = memberName(label, taken);
    taken.add(name);
    const [pair] = itemsOf(choicesCode([label]));
    const parts = last?.hasLabel === false || pair === undefined ? [string(label)] : itemsOf(pair);
    const text = parts.map((part) => codeOf(part, spelt)).join(', ');
    const member = `${name} = ${text}`;
    const isThere = body.inserted.some(({ code }) => code === member);
    if (!isThere) body.insert(last?.statement ?? owner.body.find(isDocstring) ?? null, member);
  }
}

function itemsOf(code: ReturnType<typeof choicesCode>) {
  return code.kind === 'list' || code.kind === 'tuple' ? code.items : [];
}

/** `IN_PROGRESS` of `in-progress`. */
function memberName(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const base = /^[A-Z]/.test(words) ? words : `VALUE_${words}`.replace(/_$/, '');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(name)) return name;
  }
}
