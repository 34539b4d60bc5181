/** Numbers between 0 and 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An item of a list, which has one. */
export function picked<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

type Edit = (text: string, random: () => number, others: readonly string[]) => string;

const arguments_ = ['null=True', 'unique=True', 'primary_key=True', 'db_index=True'];

/** What may happen to a Python file while somebody works at it: some of it is good, some does not even parse. */
const edits: readonly Edit[] = [
  (text, random) => replaced(text, /\d+/g, random, (number) => String(Number(number) + 1)),
  (text, random) => lines(text, random, (all, at) => all.toSpliced(at, 1)),
  (text, random) => lines(text, random, (all, at) => all.toSpliced(at, 0, all[at] ?? '')),
  (text, random) => lines(text, random, (all, at) => all.with(at, picked(all, random))),
  (text, random) => replaced(text, /\b[a-z_]{3,}\b/g, random, (name) => `${name}x`),
  (text, random) =>
    replaced(text, /["'][^"'\n]*["']/g, random, () => picked(['"id"', '"other"', '"auth.User"'], random)),
  (text, random) => text.slice(0, Math.floor(random() * text.length)),
  (text) => `# a comment\n${text}`,
  (text, random) =>
    replaced(text, /\w+(Field|Column|Key)\(/g, random, (call) => `${call}${picked(arguments_, random)}, `),
  (text, random) => replaced(text, /^class \w+/gm, random, (start) => `${start}New`),
  (text, random, others) => `from ${moduleOf(picked(others, random))} import *\n${text}`,
  (text, random) => replaced(text, /^(from|import) .*$/gm, random, () => 'pass'),
  (text, random, others) => {
    const name = picked([...text.matchAll(/^class (\w+)/gm)].map(([, each]) => each ?? '').concat('Nothing'), random);
    return `${text}\nimport ${moduleOf(picked(others, random))}\nsetattr(${name}, "added", 1)\n`;
  },
  (text, random) =>
    replaced(text, /^ +\w+ = .*$/gm, random, (line) => `${line}\n${line.replace(/(\w+) =/, '$1_more =')}`),
];

/** The text after one edit. `others` are the paths of all Python files. */
export function editedPython(text: string, random: () => number, others: readonly string[]): string {
  return picked(edits, random)(text, random, others);
}

function replaced(text: string, what: RegExp, random: () => number, by: (found: string) => string): string {
  const found = [...text.matchAll(what)];
  if (found.length === 0) return `${text}\nX = 1\n`;
  const { 0: match, index } = picked(found, random);
  return text.slice(0, index) + by(match) + text.slice(index + match.length);
}

function lines(text: string, random: () => number, change: (all: readonly string[], at: number) => readonly string[]) {
  const all = text.split('\n');
  return change(all, Math.floor(random() * all.length)).join('\n');
}

function moduleOf(path: string): string {
  return path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
}
