import type { Span } from './span';

/** Replaces the text of a span; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The text with all edits made. Edits may come in any order; two that overlap throw, for one of them would be lost. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order);
  let result = '';
  let position = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < position) {
      throw new Error(`Text edits overlap at offset ${edit.span.start}: "${edit.text}".`);
    }
    result += text.slice(position, edit.span.start) + edit.text;
    position = edit.span.end;
  }
  return result + text.slice(position);
}
