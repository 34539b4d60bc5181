import type { Display, Expression } from '../../../syntax/ast';
import type { AlterationQuestion } from './alter-column';
import { choicesCode } from './column-field';
import type { FieldDraft } from './field-draft';
import type { FieldProblem } from './field-writing';
import { codeOf, plain } from './python-code';

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
  const display = written === undefined ? null : pairsOf(written);
  if (display === null) {
    return {
      why: `The choices of ${field.name} are not a list of pairs in the field itself.`,
      remedy: `Make their values ${choices.map((label) => `'${label}'`).join(', ')} by hand.`,
    };
  }
  editPairs(draft, display, choices);
  const length = field.arguments.values.get('max_length');
  const longest = Math.max(...choices.map((label) => label.length));
  if (length?.kind === 'int' && Number(length.value) < longest) draft.setArgument('max_length', plain(String(longest)));
  return null;
}

interface Pairs {
  readonly display: Display;
  /** The stored value of each pair. */
  readonly values: readonly string[];
}

function pairsOf(written: Expression): Pairs | null {
  if (written.kind !== 'list' && written.kind !== 'tuple') return null;
  const values = written.items.map((item) => {
    const [value] = item.kind === 'tuple' || item.kind === 'list' ? item.items : [];
    const text = value?.kind === 'string' && value.parts.length === 1 ? value.parts[0] : null;
    return typeof text === 'string' ? text : null;
  });
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? { display: written, values: known } : null;
}

function editPairs(draft: FieldDraft, { display, values }: Pairs, labels: readonly string[]): void {
  const file = draft.site.draft;
  const list = file.list(display);
  for (const [at, value] of values.entries()) if (!labels.includes(value)) list?.remove(at);
  const code = choicesCode(labels.filter((label) => !values.includes(label)));
  const spelt = { spelling: file.spelling, style: file.file.style, hidden: new Set<string>() };
  if (code.kind === 'list') for (const item of code.items) list?.append(codeOf(item, spelt));
}
