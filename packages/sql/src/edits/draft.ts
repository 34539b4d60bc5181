import { applyEdits, type TextEdit } from '@canonical-schema/schema';

/** A stretch of the text as it is now: kept from the first text, or put in. */
type Stretch =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string };

/** A text that is edited in several steps, each step's spans counting in what the steps before it made of the text. */
export class Draft {
  private constructor(
    private readonly first: string,
    private readonly stretches: readonly Stretch[],
    readonly text: string,
  ) {}

  /** A text that nobody has edited. */
  static of(text: string): Draft {
    return new Draft(text, [{ kind: 'kept', start: 0, end: text.length }], text);
  }

  /** The draft after one more step. Two edits of a step that overlap throw. */
  with(edits: readonly TextEdit[]): Draft {
    const text = applyEdits(this.text, edits);
    const ordered = edits
      .map((edit, order) => ({ edit, order }))
      .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order);
    const rest = new StretchReader(this.stretches);
    const stretches: Stretch[] = [];
    for (const { edit } of ordered) {
      stretches.push(...rest.take(edit.span.start - rest.position));
      rest.take(edit.span.end - edit.span.start);
      if (edit.text !== '') stretches.push({ kind: 'new', text: edit.text });
    }
    stretches.push(...rest.take(this.text.length - rest.position));
    return new Draft(this.first, stretches, text);
  }

  /** All steps as edits of the first text. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let position = 0;
    let text = '';
    const close = (end: number): void => {
      if (end > position || text !== '') edits.push({ span: { start: position, end }, text });
      text = '';
    };
    for (const stretch of this.stretches) {
      if (stretch.kind === 'new') {
        text += stretch.text;
        continue;
      }
      close(stretch.start);
      position = stretch.end;
    }
    close(this.first.length);
    return edits.filter((edit) => this.first.slice(edit.span.start, edit.span.end) !== edit.text);
  }
}

/** Takes stretches from the left. */
class StretchReader {
  position = 0;
  private at = 0;
  private offset = 0;

  constructor(private readonly stretches: readonly Stretch[]) {}

  take(length: number): Stretch[] {
    const taken: Stretch[] = [];
    this.position += length;
    for (let left = length; left > 0; ) {
      const stretch = this.stretches[this.at];
      if (stretch === undefined) break;
      const whole = stretch.kind === 'kept' ? stretch.end - stretch.start : stretch.text.length;
      const size = Math.min(left, whole - this.offset);
      taken.push(part(stretch, this.offset, size));
      left -= size;
      this.offset += size;
      if (this.offset < whole) continue;
      this.at += 1;
      this.offset = 0;
    }
    return taken;
  }
}

function part(stretch: Stretch, offset: number, size: number): Stretch {
  if (stretch.kind === 'new') return { kind: 'new', text: stretch.text.slice(offset, offset + size) };
  return { kind: 'kept', start: stretch.start + offset, end: stretch.start + offset + size };
}
