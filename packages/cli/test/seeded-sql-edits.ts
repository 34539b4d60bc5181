import { picked } from './seeded-python-edits';

type Edit = (text: string, random: () => number) => string;

/** What may happen to an SQL file while somebody works at it. Most of it parses. */
const edits: readonly Edit[] = [
  (text, random) => replaced(text, /\b\d+\b/g, random, (number) => String(Number(number) + 1)),
  (text, random) => replaced(text, / NOT NULL\b/g, random, () => ''),
  (text, random) =>
    replaced(text, /\b(bigint|integer|text|date)\b/gi, random, () => picked(['integer', 'text'], random)),
  (text, random) => replaced(text, /\bON DELETE (CASCADE|RESTRICT|SET NULL)\b/gi, random, () => 'ON DELETE NO ACTION'),
  (text, random) => replaced(text, /\bDEFAULT (\w+)/gi, random, () => 'DEFAULT NULL'),
  (text, random) => replaced(text, /\b[a-z]+_[a-z_]+\b/g, random, (name) => `${name}x`),
  (text, random) => replaced(text, /'[^'\n]*'/g, random, () => "'another'"),
  (text, random) => replaced(text, /\bUNIQUE\b/gi, random, () => ''),
  (text, random) => replaced(text, /^ +\w+ .*,$/gm, random, (line) => `    another_${line.length} integer,\n${line}`),
  (text, random) => replaced(text, /^ +[a-z]\w* .*,\n/gm, random, () => ''),
  (text, random) => statements(text, random, (all, at) => all.toSpliced(at, 1)),
  (text, random) => statements(text, random, (all, at) => [...all.toSpliced(at, 1), all[at] ?? '']),
  (text, random) =>
    `-- a comment\n${text}\nCREATE TABLE IF NOT EXISTS made_${Math.floor(random() * 9)} (id integer);\n`,
];

/** The text after one edit. */
export function editedSql(text: string, random: () => number): string {
  return picked(edits, random)(text, random);
}

function replaced(text: string, what: RegExp, random: () => number, by: (found: string) => string): string {
  const found = [...text.matchAll(what)];
  if (found.length === 0) return `${text}\n-- nothing to edit\n`;
  const { 0: match, index } = picked(found, random);
  return text.slice(0, index) + by(match) + text.slice(index + match.length);
}

/** Statements as they mostly stand: each ends where a line does. */
function statements(
  text: string,
  random: () => number,
  change: (all: readonly string[], at: number) => readonly string[],
) {
  const all = text.split(/(?<=;)\n/);
  return change(all, Math.floor(random() * all.length)).join('\n');
}
