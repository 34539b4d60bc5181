import { applyEdits, type Span, type TextEdit } from '@canonical-schema/schema';
import type { ClassDefinition, Expression, Statement } from '../syntax/ast';
import { type Body, bodyEdits, bodyIndent, type Insertion } from './body-edits';
import { type BracketList, bareImportList, bracketListOf, type ListNode } from './bracket-list';
import { atIndent, type Code, codeText } from './code';
import type { OwnModule } from './import-bindings';
import { importedNames } from './imported-names';
import { indentAt, lineEnd, lineStart } from './lines';
import { listEdits, removedSpans } from './list-edits';
import type { PythonFile } from './python-file';
import type { FileSpelling } from './spelling';

/**
 * All that is to happen to one file, gathered from whoever wants something of it, and made into edits at the end: two
 * wishes about one list or one body become one, and what was wanted inside of something that goes is dropped.
 */
export class FileDraft {
  readonly spelling: FileSpelling;
  private readonly lists = new Map<ListNode, ListDraft>();
  private readonly bodies = new Map<ClassDefinition | null, BodyDraft>();
  private readonly replaced = new Map<string, { readonly span: Span; readonly code: Code }>();

  /** `own` is the module that the file is, for its relative imports and its own names. */
  constructor(
    readonly file: PythonFile,
    own: OwnModule | null = null,
  ) {
    this.spelling = importedNames(file, own);
  }

  /** The items of a call's arguments, a display or a dict; null where its text is not a plain list. */
  list(node: ListNode): ListDraft | null {
    const known = this.lists.get(node);
    if (known !== undefined) return known;
    const list = this.listOf(node);
    if (list === null) return null;
    const draft = new ListDraft(list.items.length);
    this.lists.set(node, draft);
    return draft;
  }

  /** The statements of a class; of the module for null. */
  body(owner: ClassDefinition | null): BodyDraft {
    const known = this.bodies.get(owner);
    if (known !== undefined) return known;
    const draft = new BodyDraft();
    this.bodies.set(owner, draft);
    return draft;
  }

  /** Puts code in an expression's place, or in a whole statement's. The last word on a span counts. */
  replace({ start, end }: Expression | Statement | Span, code: Code): void {
    this.replaced.set(`${start}:${end}`, { span: { start, end }, code });
  }

  /** The edits of the whole file. None overlap. */
  edits(): TextEdit[] {
    const gone = outermost([
      ...this.goneStatements(),
      ...this.goneItems(),
      ...[...this.replaced.values()].map(({ span }) => span),
    ]);
    const isMoot = (span: Span): boolean => isInside(span, gone);
    const removed = new Set([...this.goneStatements(), ...this.goneItems()].map(({ start, end }) => `${start}:${end}`));
    // Imports come first: in a file of nothing else, new classes are added at the same offset.
    const edits = [
      ...this.imports(),
      ...[...this.lists]
        .filter(
          ([node]) =>
            !isMoot(node) &&
            !removed.has(`${node.start}:${node.end}`) &&
            !this.replaced.has(`${node.start}:${node.end}`),
        )
        .flatMap(([node, draft]) => this.listEdits(node, draft)),
      // A class that ends where the one around it ends is added to first.
      ...[...this.bodies]
        .sort(([a], [b]) => (b?.start ?? -1) - (a?.start ?? -1))
        .filter(([owner]) => owner === null || (!isMoot(owner) && !removed.has(`${owner.start}:${owner.end}`)))
        .flatMap(([owner, draft]) => this.bodyEdits(owner, draft)),
      ...[...this.replaced.values()]
        .filter(({ span }) => !isMoot(span) && !removed.has(`${span.start}:${span.end}`))
        .map(({ span, code }) => this.replacement(span, code)),
    ];
    const { newline } = this.file.style;
    return newline === '\n' ? edits : edits.map(({ span, text }) => ({ span, text: text.replaceAll('\n', newline) }));
  }

  /** The text of the whole file with its edits. */
  text(): string {
    return applyEdits(this.file.text, this.edits());
  }

  /** Two blank lines set the imports of a file that is made anew apart. */
  private imports(): readonly TextEdit[] {
    const edits = this.spelling.edits();
    const isNew = this.file.text.trim() === '' && (this.bodies.get(null)?.inserted.length ?? 0) > 0;
    return isNew
      ? edits.map((edit, at) => (at === edits.length - 1 ? { ...edit, text: `${edit.text}\n\n` } : edit))
      : edits;
  }

  /** Does a span stand in a statement or item that goes? */
  isGone({ start, end }: Span): boolean {
    return [...this.goneStatements(), ...this.goneItems()].some((each) => each.start <= start && end <= each.end);
  }

  private listOf(node: ListNode): BracketList | null {
    const list = bracketListOf(this.file.text, node);
    return list === null && node.kind === 'import-from' ? bareImportList(this.file.text, node) : list;
  }

  private goneStatements(): Span[] {
    return [...this.bodies.values()].flatMap(({ removed }) => [...removed].map(({ start, end }) => ({ start, end })));
  }

  private goneItems(): Span[] {
    return [...this.lists].flatMap(([node, draft]) => {
      const list = this.listOf(node);
      return list === null ? [] : removedSpans(list, { insert: [], remove: draft.removed });
    });
  }

  private listEdits(node: ListNode, draft: ListDraft): TextEdit[] {
    const list = this.listOf(node);
    if (list === null || draft.isUntouched) return [];
    return listEdits(this.file.text, list, { insert: draft.inserted, remove: draft.removed }, this.file.style);
  }

  private bodyEdits(owner: ClassDefinition | null, draft: BodyDraft): TextEdit[] {
    if (draft.inserted.length === 0 && draft.removed.size === 0) return [];
    const { text, style, syntax } = this.file;
    const body: Body = { owner, statements: owner?.body ?? syntax.body };
    return bodyEdits(text, body, { insert: draft.inserted, remove: draft.removed }, style);
  }

  private replacement(span: Span, code: Code): TextEdit {
    const { text, style } = this.file;
    const column = span.start - lineStart(text, span.start);
    const after = lineEnd(text, span.end) - span.end;
    return { span, text: codeText(code, { indent: indentAt(text, span.start), column, after }, style) };
  }

  /** The indentation of a class's statements. */
  indentOf(owner: ClassDefinition | null): string {
    const { text, style, syntax } = this.file;
    return bodyIndent(text, { owner, statements: owner?.body ?? syntax.body }, style);
  }

  /** The text of code as a statement of a class. */
  statementText(owner: ClassDefinition | null, code: Code): string {
    return codeText(code, atIndent(this.indentOf(owner)), this.file.style);
  }
}

/** The spans that stand in no other, in order. Spans of a syntax tree nest or stand apart. */
function outermost(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end > (kept.at(-1)?.end ?? -1)) kept.push(span);
  }
  return kept;
}

/** Does a span stand in one of these, and is not the whole of it? */
function isInside({ start, end }: Span, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const around = spans[low - 1];
  return around !== undefined && end <= around.end && (around.start < start || end < around.end);
}

/** What is to happen to the items of one list. */
export class ListDraft {
  readonly inserted: { readonly before: number; readonly code: Code }[] = [];
  readonly removed = new Set<number>();

  constructor(private readonly length: number) {}

  /** Adds an item at the end. */
  append(code: Code): void {
    this.insert(this.length, code);
  }

  /** Adds an item before the one at a position; several at one position stand in the order of the calls. */
  insert(before: number, code: Code): void {
    const at = this.inserted.findLastIndex((each) => each.before <= before) + 1;
    this.inserted.splice(at, 0, { before, code });
  }

  /** Takes the item at a position away. */
  remove(at: number): void {
    this.removed.add(at);
  }

  get isUntouched(): boolean {
    return this.inserted.length === 0 && this.removed.size === 0;
  }

  /** How many items the list will have. */
  get size(): number {
    return this.length - this.removed.size + this.inserted.length;
  }
}

/** What is to happen to the statements of one body. */
export class BodyDraft {
  readonly inserted: Insertion[] = [];
  readonly removed = new Set<Statement>();

  /** Adds a statement after another one, or at the start for null. */
  insert(after: Statement | null, code: Code, apart: Insertion['apart'] = 'siblings'): void {
    this.inserted.push({ after, code, apart });
  }

  /** Takes a statement away, with its comments and its line. */
  remove(statement: Statement): void {
    this.removed.add(statement);
  }
}
