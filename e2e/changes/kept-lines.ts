import type { ChangedFile } from '@canonical-schema/schema';

/**
 * The lines that went from a file without being about the change. A line is about it that has one of its names, that
 * stands inside such a line's brackets or body, that only opens and closes what went, or that comes back with more in it.
 * Every other line stands as it was, in its order, byte for byte.
 */
export function linesThatWentWrongly(
  { path, before, after }: ChangedFile,
  about: readonly string[],
): readonly string[] {
  if (before === null) return [];
  const lines = linesOf(before);
  const { runs, come } = lineDifference(lines, linesOf(after ?? ''));
  const names = about.map((name) => name.toLowerCase());
  const openers = openersOf(lines);
  const isNamed = (at: number) => names.some((name) => lines[at]?.toLowerCase().includes(name));
  const isAbout = (at: number) => {
    for (let line = at; line >= 0; line = openers[line] ?? -1) if (isNamed(line)) return true;
    return false;
  };
  const words = wordsOf(come.join(''));
  const gotComma = new Set(come.map((line) => line.replace(/,(\s*)$/, '$1')));
  const isFrame = (line: string) => line.trim() === '' || /[[({:]\s*$/.test(line) || /^\s*[\])}]/.test(line);
  const wrong = runs.flatMap((run) => {
    const hasSubject = run.some(isAbout);
    return run.filter((at) => !isAbout(at) && !(hasSubject && isFrame(lines[at] ?? '')));
  });
  return wrong
    .map((at) => lines[at] ?? '')
    .filter((line) => !comesBack(line, words) && !gotComma.has(line))
    .map((line) => `${path}: ${line.trimEnd()}`);
}

/** Lines with their endings. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** For each line the one that it stands inside of, by indentation; -1 for none. A line that closes belongs to what it closes. */
function openersOf(lines: readonly string[]): readonly number[] {
  const open: { readonly at: number; readonly indent: number }[] = [];
  return lines.map((line, at) => {
    if (line.trim() === '') return open.at(-1)?.at ?? -1;
    const indent = line.length - line.trimStart().length;
    const closes = /^\s*[\])}]/.test(line);
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent + (closes ? 1 : 0)) open.pop();
    const opener = open.at(-1)?.at ?? -1;
    if (!closes) open.push({ at, indent });
    return opener;
  });
}

/** Are the line's words, in their order, among those that came, as where a list is laid out anew to take one more? */
function comesBack(line: string, come: readonly string[]): boolean {
  const words = wordsOf(line);
  let at = 0;
  for (const word of come) if (word === words[at]) at += 1;
  return words.length > 0 && at === words.length;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\w+/g) ?? [];
}

/** What went, as line numbers in runs that stood together, and what came, by a longest common subsequence. */
function lineDifference(before: readonly string[], after: readonly string[]) {
  const start = startOf(before, after);
  let [end, afterEnd] = [before.length, after.length];
  while (end > start && afterEnd > start && before[end - 1] === after[afterEnd - 1]) {
    end -= 1;
    afterEnd -= 1;
  }
  const { runs, come } = commonRemoved(before.slice(start, end), after.slice(start, afterEnd));
  return { come, runs: runs.map((run) => run.map((at) => at + start)) };
}

function startOf(before: readonly string[], after: readonly string[]): number {
  let at = 0;
  while (at < before.length && at < after.length && before[at] === after[at]) at += 1;
  return at;
}

function commonRemoved(before: readonly string[], after: readonly string[]) {
  const longest = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = longest[i] ?? [];
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const [runs, come]: [number[][], string[]] = [[[]], []];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      [i, j] = [i + 1, j + 1];
      runs.push([]);
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      runs.at(-1)?.push(i++);
    } else come.push(after[j++] ?? '');
  }
  return { runs, come };
}
