import type { ModuleSyntax } from '../syntax/ast';
import { stringOpeningAt } from '../syntax/literals';
import { bracketListOf } from './bracket-list';
import { indentAt, startsLine } from './lines';
import { type Node, nodesWithin } from './nodes';

/** The habits of one Python file, which what is added to it follows. */
export interface FileStyle {
  readonly quote: '"' | "'";
  /** One step of indentation. */
  readonly indent: string;
  readonly newline: '\n' | '\r\n';
  /** Do lists of several lines end in a comma? */
  readonly trailingComma: boolean;
  /** How long a line may get: 79, 88, 100 or 120. */
  readonly lineLength: number;
}

/** The style of a file that has no habits yet. */
export const plainStyle: FileStyle = {
  quote: '"',
  indent: '    ',
  newline: '\n',
  trailingComma: true,
  lineLength: 88,
};

/** The habits that a file's text shows. */
export function styleOf(text: string, { body }: ModuleSyntax): FileStyle {
  const nodes = nodesWithin(body);
  const commas = nodes.flatMap((node) => trailingComma(text, node));
  return {
    quote: quoteOf(text, nodes),
    indent: indentUnit(text, nodes),
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    trailingComma: commas.filter((has) => !has).length <= commas.length / 2,
    lineLength: lineLengthOf(text),
  };
}

/** Docstrings do not count, nor strings whose text holds a quote. */
function quoteOf(text: string, nodes: readonly Node[]): '"' | "'" {
  const docstrings = new Set(nodes.flatMap((node) => (node.kind === 'expression' ? [node.value.start] : [])));
  let single = 0;
  let double = 0;
  for (const node of nodes) {
    if (node.kind !== 'string' || docstrings.has(node.start)) continue;
    const { quote } = stringOpeningAt(text, node.start);
    if (quote.length === 3 || /['"].*['"].*['"]/s.test(text.slice(node.start, node.end))) continue;
    if (quote === "'") single++;
    else double++;
  }
  return single > double ? "'" : '"';
}

function indentUnit(text: string, nodes: readonly Node[]): string {
  for (const node of nodes) {
    const first = node.kind === 'class' || node.kind === 'if' ? node.body[0] : undefined;
    if (first === undefined || !startsLine(text, first.start)) continue;
    const outer = indentAt(text, node.start);
    const inner = indentAt(text, first.start);
    if (inner.length > outer.length) return inner.slice(outer.length);
  }
  return plainStyle.indent;
}

/** Whether a list whose closing bracket starts a line has a comma at its end; nothing for all other nodes. */
function trailingComma(text: string, node: Node): boolean[] {
  if (node.kind !== 'call' && node.kind !== 'list' && node.kind !== 'dict') return [];
  const list = bracketListOf(text, node);
  const [first] = list?.items ?? [];
  const last = list?.items.at(-1);
  if (list === null || first === undefined || last === undefined || first === last) return [];
  const isOnePerLine = list.items.every(({ start }) => startsLine(text, start)) && startsLine(text, list.close);
  return isOnePerLine ? [last.comma !== null] : [];
}

/**
 * How long the lines get that could have been broken: not comments, those for checkers at the end of
 * a line included, nor a text that stands on its line alone.
 */
function lineLengthOf(text: string): number {
  const lengths = text
    .split('\n')
    .map((line) => (loneText.test(line) ? 0 : line.replace(commentAtEnd, '').trimEnd().length));
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (longest <= 79 && lengths.filter((length) => length > 66).length >= 12) return 79;
  return [88, 100, 120].find((length) => longest <= length) ?? 120;
}

const loneText = /^\s*(?:\w+\s*=\s*)?[a-zA-Z]{0,2}(?:"[^"]*"|'[^']*')[),]*\s*$/;
const commentAtEnd = /^\s*#.*$|\s# *(?:noqa|type:|pragma|pylint|pyright|mypy|nosec|fmt|ruff)\b[^'"]*$/;
