import type { Reading, SourceFile, Span, Suppression } from '@canonical-schema/schema';

/** A comment as its language's scanner finds it. */
export interface CommentSpan {
  readonly span: Span;
}

const marker = 'schema: ignore';
const form = /schema:\s*ignore\s+([\w-]+(?:\s*,\s*[\w-]+)*)\s*(?:\bbecause\b\s*(.*?))?\s*(?:\*\/)?$/i;

/** May the text hold a suppression? Cheap, so that files without one cost nothing more. */
export function mayHoldSuppressions(text: string): boolean {
  return text.includes(marker) || /schema:\s*ignore/i.test(text);
}

/**
 * The suppressions among a file's comments. One beside code covers its line; one that stands alone covers the next line
 * of code below it, across other comments and Python's decorators, but no blank line. Nothing is `covers` yet.
 */
export function suppressionsIn(file: SourceFile, comments: readonly CommentSpan[]): readonly Suppression[] {
  const lines = new Lines(file.text, comments);
  return comments.flatMap(({ span }) => {
    const [, codes = '', because = ''] = form.exec(file.text.slice(span.start, span.end)) ?? [];
    if (codes === '') return [];
    const covered = lines.coveredBy(span);
    return [
      {
        codes: codes.split(',').map((code) => code.trim()),
        because: because.trim() === '' ? null : because.trim(),
        covers: [],
        places: [file.placeOf(span), file.placeOf(covered)],
      },
    ];
  });
}

/** The reading with the suppressions of its source, each with what it covers; the reading itself where there are none. */
export function withSuppressions(reading: Reading, suppressions: readonly Suppression[]): Reading {
  if (suppressions.length === 0) return reading;
  const told = objectsIn(reading);
  const covered = suppressions.map((suppression) => {
    const words = told.filter(({ path, span }) => isCovered(suppression, path, span)).map(({ what }) => what);
    return { ...suppression, covers: [...new Set(words)].sort() };
  });
  return { ...reading, suppressions: covered };
}

/** Does something that stands there start or end on the line that the suppression covers? */
export function isCovered({ places: [, covered] }: Suppression, path: string, span: Span): boolean {
  const { start, end } = covered.span;
  const isInLine = (offset: number) => offset >= start && offset < end;
  return covered.path === path && (isInLine(span.start) || isInLine(Math.max(span.start, span.end - 1)));
}

interface Told {
  readonly what: string;
  readonly path: string;
  readonly span: Span;
}

/** Everything in a reading that has a place, by the names on the way to it. */
function objectsIn(reading: Reading): readonly Told[] {
  const found: Told[] = [];
  const visit = (value: unknown, way: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, way);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const here = `${way}${labelOf(value)}`;
    for (const place of placesOf(value)) found.push({ what: here, path: place.path, span: place.span });
    for (const [member, inner] of Object.entries(value)) {
      if (!member.startsWith('place')) visit(inner, `${here}/${member}`);
    }
  };
  const { schema, unread, remarks } = reading;
  visit({ ...schema, unread, remarks }, '');
  return found;
}

function labelOf(value: object): string {
  const members = ['schema', 'name', 'columns', 'code', 'message', 'subject', 'why'] as const;
  const parts = members.flatMap((member) => {
    const part = (value as Record<string, unknown>)[member];
    const isNames = Array.isArray(part) && part.every((name) => typeof name === 'string');
    return typeof part === 'string' || isNames ? [String(part)] : [];
  });
  return parts.length === 0 ? '' : ` ${parts.join(' ')}`;
}

interface Standing {
  readonly path: string;
  readonly span: Span;
}

function placesOf(value: { readonly place?: unknown; readonly places?: unknown }): readonly Standing[] {
  const places = Array.isArray(value.places) ? value.places : [value.place];
  return places.filter((place) => typeof place === 'object' && place !== null);
}

/** The lines of a text, as far as comments stand on them. */
class Lines {
  private readonly starts: readonly number[];
  private readonly commentStarts: ReadonlySet<number>;

  constructor(
    private readonly text: string,
    comments: readonly CommentSpan[],
  ) {
    this.starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    this.commentStarts = new Set(comments.map(({ span }) => span.start));
  }

  coveredBy(comment: Span): Span {
    const own = this.indexOf(comment.start);
    if (!this.standsAlone(comment)) return this.lineAt(own);
    for (let at = this.indexOf(comment.end) + 1; at < this.starts.length; at += 1) {
      const line = this.lineAt(at);
      const words = this.text.slice(line.start, line.end);
      if (words.trim() === '') break;
      const first = line.start + words.length - words.trimStart().length;
      if (!this.commentStarts.has(first)) return words.startsWith('@', first - line.start) ? this.decorated(at) : line;
    }
    return { start: comment.start, end: comment.end };
  }

  /** From a decorator to the line of what it decorates. */
  private decorated(first: number): Span {
    const last = this.starts.findIndex(
      (start, at) => at > first && /^\s*(?:class|def|async)\b/.test(this.wordsAt(start)),
    );
    return { start: this.starts[first] ?? 0, end: this.lineAt(last < 0 ? first : last).end };
  }

  private wordsAt(start: number): string {
    return this.text.slice(start, start + 200);
  }

  private standsAlone({ start, end }: Span): boolean {
    const line = this.lineAt(this.indexOf(start));
    const last = this.lineAt(this.indexOf(end));
    return (this.text.slice(line.start, start) + this.text.slice(end, last.end)).trim() === '';
  }

  private lineAt(index: number): Span {
    return { start: this.starts[index] ?? this.text.length, end: this.starts[index + 1] ?? this.text.length + 1 };
  }

  private indexOf(offset: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
