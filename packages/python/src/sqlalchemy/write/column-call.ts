import { keywordAt } from '../../edits/python-file';
import type { Call } from '../../syntax/ast';
import type { ModelFile } from './model-file';
import type { SourceColumn } from './source-column';
import { firstKeyword } from './table-arguments';

/** Edits of one column's call: arguments set, added and taken away, each where it belongs. */
export class ColumnCall {
  private constructor(
    readonly call: Call,
    private readonly file: ModelFile,
  ) {}

  /** The call of a column; null where it has none, or one whose arguments are unpacked. */
  static of({ call, file }: Pick<SourceColumn, 'call' | 'file'>): ColumnCall | null {
    if (call === null || call.args.some(({ form }) => form === 'star' || form === 'double-star')) return null;
    return file.draft.list(call) === null ? null : new ColumnCall(call, file);
  }

  /** Sets a keyword; a new one comes behind `after`, if that is there, else last. */
  setKeyword(name: string, value: string, after: readonly string[] = []): void {
    const at = keywordAt(this.call, name);
    const argument = this.call.args[at];
    if (argument !== undefined) {
      this.file.draft.replace(argument.value, value);
      return;
    }
    const before = after.map((each) => keywordAt(this.call, each)).find((found) => found >= 0);
    this.list()?.insert(before === undefined ? this.call.args.length : before + 1, `${name}=${value}`);
  }

  /** Takes a keyword away. */
  removeKeyword(name: string): void {
    const at = keywordAt(this.call, name);
    if (at >= 0) this.list()?.remove(at);
  }

  /** Has it this keyword? */
  has(name: string): boolean {
    return keywordAt(this.call, name) >= 0;
  }

  /** Adds a positional argument behind those that are there. */
  addItem(text: string): void {
    this.list()?.insert(firstKeyword(this.call), text);
  }

  /** Adds a positional argument at a position. */
  insertItem(at: number, text: string): void {
    this.list()?.insert(at, text);
  }

  /** Takes the argument at a position away. */
  removeAt(at: number): void {
    this.list()?.remove(at);
  }

  private list() {
    return this.file.draft.list(this.call);
  }
}
