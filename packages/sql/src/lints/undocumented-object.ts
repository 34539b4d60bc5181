import { type Dialect, type Place, type Span, type Subject, type Table, tableLabel } from '@canonical-schema/schema';
import type { Comment } from '../comments/comments';
import type { Lint, LintSubject, Remark } from './lint';

/** Tables and columns without a comment, as far as the options ask for one: a COMMENT ON, or SQL's own above or beside. */
export const undocumentedObject: Lint = { code: 'undocumented-object', check };

function check(subject: LintSubject): readonly Remark[] {
  const { comments, base, options, file } = subject;
  if (options.comments === 'off' || (options.comments === 'new' && base === null)) return [];
  const known = new Map(
    (options.comments === 'new' ? (base?.reading.schema.tables ?? []) : []).map((table) => [tableLabel(table), table]),
  );
  const notes = new Notes(file.text, comments);
  return subject.reading.schema.tables.flatMap((table) => {
    const before = known.get(tableLabel(table));
    const words = commentWords[subject.reading.dialect];
    return [...ofTable(table, before, notes, words), ...ofColumns(table, before, notes, words)];
  });
}

/** What a dialect has for comments beside SQL's own, as the start of a remedy. */
interface CommentWords {
  table(label: string): string;
  column(label: string): string;
}

const mysqlWords: CommentWords = {
  table: () => "COMMENT = '…' behind its columns, or ",
  column: () => "COMMENT '…' to its definition, or ",
};

const commentWords: Readonly<Record<Dialect, CommentWords>> = {
  postgresql: {
    table: (label) => `COMMENT ON TABLE ${label}, or `,
    column: (label) => `COMMENT ON COLUMN ${label}, or `,
  },
  mysql: mysqlWords,
  mariadb: mysqlWords,
  sqlite: { table: () => '', column: () => '' },
};

function ofTable(table: Table, before: Table | undefined, notes: Notes, words: CommentWords): readonly Remark[] {
  if (before !== undefined || table.comment !== null || table.place === null || notes.areAt(table.place)) return [];
  const label = tableLabel(table);
  const subject: Subject = { kind: 'table', schema: table.schema, table: table.name };
  const message = `${label} has no comment. Add ${words.table(label)}a comment above the table.`;
  return [{ subject, message, span: table.place.span }];
}

function ofColumns(table: Table, before: Table | undefined, notes: Notes, words: CommentWords): readonly Remark[] {
  const known = new Set(before?.columns.map(({ name }) => name));
  return table.columns.flatMap(({ name, comment, place }) => {
    if (known.has(name) || comment !== null || place === null || notes.areAt(place)) return [];
    const label = `${tableLabel(table)}.${name}`;
    const subject: Subject = { kind: 'column', schema: table.schema, table: table.name, column: name };
    const message = `${label} has no comment. Add ${words.column(label)}a comment beside the column.`;
    return [{ subject, message, span: place.span }];
  });
}

/** The comments that say something, by where they end and start. */
class Notes {
  private readonly byLine = new Map<number, { above: boolean; beside: boolean }>();
  private readonly lineStarts: readonly number[];

  constructor(text: string, comments: readonly Comment[]) {
    this.lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    for (const comment of comments.filter(saysSomething)) {
      const first = this.lineOf(comment.span.start);
      const last = this.lineOf(comment.span.end);
      if (comment.standsAlone) this.note(last + 1, 'above');
      else for (let line = first; line <= last; line += 1) this.note(line, 'beside');
    }
  }

  /** Is there one on the line above the place, or on a line where it starts or ends? */
  areAt({ span }: Place): boolean {
    const first = this.lineOf(span.start);
    const { above = false, beside = false } = this.byLine.get(first) ?? {};
    return above || beside || (this.byLine.get(this.lineOf(span.end))?.beside ?? false);
  }

  private note(line: number, where: 'above' | 'beside'): void {
    const known = this.byLine.get(line) ?? { above: false, beside: false };
    this.byLine.set(line, { ...known, [where]: true });
  }

  private lineOf(offset: Span['start']): number {
    let [low, high] = [0, this.lineStarts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A ruler, a suppression or a version's heading describes nothing. */
function saysSomething({ text }: Comment): boolean {
  return /\p{L}/u.test(text) && !/^--\s*(?:schema:\s*ignore|version\s+v?\d)/i.test(text);
}
