/** One token of a normalised expression. */
interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'sign';
  readonly value: string;
}

/**
 * The values that a check allows a column, where it is no more than a list of them: `status IN ('a', 'b')`,
 * `status = ANY (ARRAY['a', 'b'])`, `status = 'a'`, alternatives of these and `status IS NULL`. Null for any other check.
 */
export function labelsOfCheck(expression: string, column: string): readonly string[] | null {
  const tokens = withoutCasts(tokensOf(expression)).filter(
    ({ value, kind }) => kind !== 'sign' || !'()'.includes(value),
  );
  const labels: string[] = [];
  for (const alternative of splitAt(tokens, 'OR')) {
    const found = labelsOfAlternative(alternative, column);
    if (found === null) return null;
    labels.push(...found);
  }
  return labels.length === 0 ? null : labels;
}

/** What may stand between the column and its values, by the texts of the tokens. */
const openings = [['=', 'ANY', 'ARRAY', '['], ['IN'], ['=']];

function labelsOfAlternative(tokens: readonly Token[], column: string): readonly string[] | null {
  const [first, ...rest] = tokens;
  if (first?.kind !== 'word' || first.value !== column) return null;
  const words = rest.map((token) => (token.kind === 'text' ? '' : token.value.toUpperCase()));
  if (words.join(' ') === 'IS NULL') return [];
  const opening = openings.find((candidate) => candidate.every((word, index) => words[index] === word));
  if (opening === undefined) return null;
  const values = rest.slice(opening.length).filter(({ value, kind }) => kind !== 'sign' || !',]'.includes(value));
  const areLiterals = values.every(({ kind }) => kind === 'text' || kind === 'number');
  return areLiterals && values.length > 0 ? values.map(({ value }) => value) : null;
}

function splitAt(tokens: readonly Token[], word: string): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'word' && token.value.toUpperCase() === word) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Leaves out `::character varying(10)[]`: everything after `::` that a type's name consists of. */
function withoutCasts(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.value !== '::' || token.kind !== 'sign') kept.push(token);
    else at = endOfType(tokens, at + 1) - 1;
  }
  return kept;
}

const wordsAfterTypes: ReadonlySet<string> = new Set(['OR', 'AND', 'IN', 'IS', 'NOT']);

function endOfType(tokens: readonly Token[], start: number): number {
  let at = start;
  while (tokens[at]?.kind === 'word' && !wordsAfterTypes.has(tokens[at]?.value.toUpperCase() ?? '')) at += 1;
  if (tokens[at]?.value === '(' && tokens[at + 1]?.kind === 'number') at = indexOfSign(tokens, ')', at) + 1;
  while (tokens[at]?.value === '[') at = indexOfSign(tokens, ']', at) + 1;
  return at;
}

function indexOfSign(tokens: readonly Token[], sign: string, from: number): number {
  const found = tokens.findIndex((token, index) => index >= from && token.kind === 'sign' && token.value === sign);
  return found < 0 ? tokens.length : found;
}

const tokenPattern =
  /\s*(?:'((?:[^']|'')*)'|(?:"((?:[^"]|"")*)"|`((?:[^`]|``)*)`)|(-?\d[\d.]*)|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|(::|\S))/y;

function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(tokenPattern);
  for (let match = pattern.exec(expression); match !== null; match = pattern.exec(expression)) {
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function tokenOf([, text, quoted, ticked, number, word, sign]: RegExpExecArray): Token {
  if (text !== undefined) return { kind: 'text', value: text.replaceAll("''", "'") };
  if (quoted !== undefined) return { kind: 'word', value: quoted.replaceAll('""', '"') };
  if (ticked !== undefined) return { kind: 'word', value: ticked.replaceAll('``', '`') };
  if (number !== undefined) return { kind: 'number', value: number };
  return word === undefined ? { kind: 'sign', value: sign ?? '' } : { kind: 'word', value: word };
}

/** How two lists of labels compare. */
export type LabelsComparison = 'same' | 'other-order' | 'other-set';

/** Compares the labels of two enums, or an enum's with what a model allows. */
export function compareLabels(canonical: readonly string[], actual: readonly string[]): LabelsComparison {
  const [first, second] = [new Set(canonical), new Set(actual)];
  if (first.size !== second.size || [...first].some((label) => !second.has(label))) return 'other-set';
  return canonical.join('\u0000') === actual.join('\u0000') ? 'same' : 'other-order';
}
