import { type Code, callCode } from '../../edits/code';
import { keywordAt } from '../../edits/python-file';
import type { Call } from '../../syntax/ast';
import type { ModelFile } from './model-file';
import type { SourceColumn } from './source-column';
import { firstKeyword } from './table-arguments';

/** The arguments of a column's call: set, added and taken away, each where it belongs. */
export interface CallArguments {
  /** As they stand. */
  readonly args: Call['args'];
  has(name: string): boolean;
  /** Sets a keyword; a new one comes behind the first of `after` that is there, else last. */
  setKeyword(name: string, value: Code, after?: readonly string[]): void;
  removeKeyword(name: string): void;
  /** Adds a positional argument behind those that are there. */
  addItem(text: string): void;
  /** Adds a positional argument at a position. */
  insertItem(at: number, text: string): void;
  /** Takes the argument at a position away. */
  removeAt(at: number): void;
}

/** Edits of the call that a column has. */
export class ColumnCall implements CallArguments {
  private constructor(
    readonly call: Call,
    private readonly file: ModelFile,
  ) {}

  /** The call of a column; null where it has none, or one whose arguments are unpacked. */
  static of({ call, file }: Pick<SourceColumn, 'call' | 'file'>): ColumnCall | null {
    if (call === null || call.args.some(({ form }) => form === 'star' || form === 'double-star')) return null;
    return file.draft.list(call) === null ? null : new ColumnCall(call, file);
  }

  /** The call that has the flags of a column: SQLModel's Field, unless it holds a Column itself. */
  static ofFlags({ call, file, form }: Pick<SourceColumn, 'call' | 'file' | 'form'>): ColumnCall | null {
    const inner = form === 'sqlmodel' ? call?.args.find(({ name }) => name === 'sa_column')?.value : undefined;
    return ColumnCall.of({ call: inner?.kind === 'call' ? inner : call, file });
  }

  get args(): Call['args'] {
    return this.call.args;
  }

  setKeyword(name: string, value: Code, after: readonly string[] = []): void {
    const at = keywordAt(this.call, name);
    const argument = this.call.args[at];
    if (argument !== undefined) {
      this.file.draft.replace(argument.value, value);
      return;
    }
    const before = after.map((each) => keywordAt(this.call, each)).find((found) => found >= 0);
    this.list()?.insert(before === undefined ? this.call.args.length : before + 1, keywordCode(name, value));
  }

  removeKeyword(name: string): void {
    const at = keywordAt(this.call, name);
    if (at >= 0) this.list()?.remove(at);
  }

  has(name: string): boolean {
    return keywordAt(this.call, name) >= 0;
  }

  addItem(text: string): void {
    this.list()?.insert(firstKeyword(this.call), text);
  }

  insertItem(at: number, text: string): void {
    this.list()?.insert(at, text);
  }

  removeAt(at: number): void {
    this.list()?.remove(at);
  }

  private list() {
    return this.file.draft.list(this.call);
  }
}

/** The arguments of a call that a column does not have yet: `name: Mapped[str]` may need one. */
export class NewCall implements CallArguments {
  readonly args: Call['args'] = [];
  private readonly items: Code[] = [];
  private readonly keywords = new Map<string, Code>();

  has(name: string): boolean {
    return this.keywords.has(name);
  }

  setKeyword(name: string, value: Code): void {
    this.keywords.set(name, value);
  }

  removeKeyword(name: string): void {
    this.keywords.delete(name);
  }

  addItem(text: string): void {
    this.items.push(text);
  }

  insertItem(_at: number, text: string): void {
    this.items.unshift(text);
  }

  removeAt(): void {
    // It has no argument that could go.
  }

  get isEmpty(): boolean {
    return this.items.length + this.keywords.size === 0;
  }

  /** Has it that keyword and nothing else? */
  isOnly(name: string): boolean {
    return this.items.length === 0 && this.keywords.size === 1 && this.keywords.has(name);
  }

  /** The call under the name of what is called. */
  code(callee: string): Code {
    return callCode(callee, [...this.items, ...[...this.keywords].map(([name, value]) => keywordCode(name, value))]);
  }
}

function keywordCode(name: string, value: Code): Code {
  if (typeof value === 'string') return `${name}=${value}`;
  return value.kind === 'bracketed' ? { ...value, open: `${name}=${value.open}` } : value;
}
