import type { LogEntry } from './version-log';

/** How the entries of a log are laid out. */
export interface EntryForm {
  readonly newline: string;
  /** `Version`, in the log's case. */
  readonly word: string;
  /** From the line's start to the heading's words: `-- `. */
  readonly beforeHeading: string;
  /** From the line's start to a bullet's mark: `--   `. */
  readonly beforeBullet: string;
  /** The mark of the bullet at that place, with the blank behind it. */
  markOf(at: number): string;
  /** The lines between two entries. */
  readonly between: readonly string[];
}

/** The guide's own form. */
export function guideForm(text: string): EntryForm {
  return {
    ...{ newline: newlineOf(text), word: 'Version', beforeHeading: '-- ', beforeBullet: '--   ', between: ['--'] },
    markOf: () => '- ',
  };
}

/** The form of a log, as its entry `model` shows it. */
export function formOf(text: string, entries: readonly LogEntry[], model: LogEntry): EntryForm {
  const heading = text.slice(model.span.start, model.span.end);
  const word = /^version\b/i.exec(heading)?.[0] ?? 'Version';
  const bulleted = [model, ...entries].find(({ span, bullets }) => bullets.some((own) => own.span.start > span.end));
  const bullet = bulleted?.bullets.find(({ span }) => span.start > bulleted.span.end);
  const beforeHeading = lineBefore(text, model.span.start);
  return {
    newline: newlineOf(text),
    word,
    beforeHeading: beforeHeading.replace(/^(\s*)\/\*+/, (opening, blank: string) =>
      bullet === undefined ? ' '.repeat(opening.length) : startOf(lineBefore(text, bullet.span.start), blank),
    ),
    beforeBullet: bullet === undefined ? `${beforeHeading}  ` : lineBefore(text, bullet.span.start),
    markOf: marksLike(bullet === undefined ? '- ' : text.slice(bullet.span.start, bullet.span.end)),
    between: betweenEntries(text, entries, beforeHeading),
  };
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where a comment's first line opens it, others begin with a star or a blank. */
function startOf(beforeBullet: string, blank: string): string {
  return /^\s*\*/.exec(beforeBullet)?.[0] ?? `${blank}  `;
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function marksLike(bullet: string): EntryForm['markOf'] {
  const [, number, close, gap] = /^(\d+)([.)])([ \t]+)/.exec(bullet) ?? [];
  if (number !== undefined) return (at) => `${at + 1}${close}${gap}`;
  const mark = /^[-*+•][ \t]+/.exec(bullet)?.[0] ?? '';
  return () => mark;
}

/** The empty comment lines between the last two entries; one where there is but one entry. */
function betweenEntries(text: string, entries: readonly LogEntry[], beforeHeading: string): readonly string[] {
  const [first, second] = entries.slice(-2);
  const alone = beforeHeading.trimEnd();
  if (first === undefined || second === undefined) return [alone.includes('/*') ? '' : alone];
  const end = Math.max(first.span.end, ...first.bullets.map(({ span }) => span.end));
  const lines = text.slice(end, second.span.start).split(/\r?\n/).slice(1, -1);
  return lines.every((line) => /^\s*(?:--+|\*)?\s*$/.test(line)) ? lines.map((line) => line.trimEnd()) : [alone];
}
