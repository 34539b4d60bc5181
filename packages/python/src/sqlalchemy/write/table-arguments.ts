import { type BracketedCode, type Code, tupleCode } from '../../edits/code';
import { asCall, memberNamed } from '../../edits/python-file';
import type { Call, ClassDefinition, DictDisplay, Display, Expression, Statement } from '../../syntax/ast';
import type { Refusal, TableTarget } from './table-target';

/** The arguments of a table besides its columns: `__table_args__`, or those of `Table(...)`. */
export type TableArguments =
  | { readonly kind: 'none' }
  /** `(Index(...), {"comment": "…"})`; `options` is the dict at its end. */
  | {
      readonly kind: 'tuple';
      readonly statement: Statement;
      readonly tuple: Display;
      readonly options: DictDisplay | null;
    }
  | { readonly kind: 'dict'; readonly statement: Statement; readonly options: DictDisplay }
  | { readonly kind: 'call'; readonly call: Call };

/** Finds the arguments of a table; a refusal where they are computed. */
export function tableArguments(target: TableTarget): TableArguments | Refusal {
  if (target.node.kind === 'core') return { kind: 'call', call: target.node.call };
  const { definition } = target.node;
  const member = memberNamed(definition.body, '__table_args__');
  if (member === null) return target.node.inheritsArguments ? inherited(target) : { kind: 'none' };
  const { statement, value } = member;
  if (value?.kind === 'dict') return { kind: 'dict', statement, options: value };
  if (value?.kind === 'tuple') {
    const last = value.items.at(-1);
    const isOpen = value.items.some((item) => item.kind === 'starred');
    if (!isOpen) return { kind: 'tuple', statement, tuple: value, options: last?.kind === 'dict' ? last : null };
  }
  return {
    why: `The __table_args__ of class ${definition.name} are computed.`,
    remedy: `Change them in ${target.file.path} by hand.`,
    place: target.file.file.source.placeOf(statement),
  };
}

function inherited({ node, file, table }: TableTarget): Refusal {
  const name = node.kind === 'class' ? node.definition.name : table.name;
  return {
    why: `Class ${name} inherits its __table_args__, which a definition of its own would hide.`,
    remedy: `Write __table_args__ in class ${name} that extend the inherited ones.`,
    place: file.file.source.placeOf(table.place.span),
  };
}

/** A tuple of constraints and indexes: several have a line each. */
export function tableArgumentsCode(before: string, items: readonly Code[]): BracketedCode {
  return { ...tupleCode(before, items), onePerLine: items.length > 1 };
}

/** What is to be added to the arguments of one table, all at once. */
export class ArgumentsDraft {
  private readonly items: Code[] = [];
  private comment: string | null = null;

  constructor(
    private readonly target: TableTarget,
    private readonly found: TableArguments,
  ) {}

  /** Adds a constraint or index. */
  add(item: Code): void {
    this.items.push(item);
  }

  /** Says the table's comment, the text of an expression. */
  say(comment: string): void {
    this.comment = comment;
  }

  /** Hands what was gathered over to the draft of the file. */
  write(): void {
    const { file, scribe } = this.target;
    const commentKey = scribe.quoted('comment');
    const options = this.comment === null ? [] : [`{${commentKey}: ${this.comment}}`];
    switch (this.found.kind) {
      case 'none':
        this.create(
          this.items.length === 0 ? (options[0] ?? null) : tableArgumentsCode('', [...this.items, ...options]),
        );
        return;
      case 'dict':
        if (this.comment !== null) file.draft.list(this.found.options)?.append(`${commentKey}: ${this.comment}`);
        if (this.items.length > 0)
          file.draft.replace(
            this.found.options,
            tableArgumentsCode('', [...this.items, this.dictText(this.found.options)]),
          );
        return;
      case 'tuple':
        this.extend(this.found.tuple, this.found.options, options);
        return;
      case 'call':
        this.extendCall(this.found.call);
    }
  }

  /** The text of a dict that goes into a new tuple, with the comment that it is to have. */
  private dictText(dict: DictDisplay): string {
    const { file, scribe } = this.target;
    if (this.comment === null) return file.textOf(dict);
    const entries = dict.entries.map(({ key, value }) =>
      key === null ? `**${file.textOf(value)}` : `${file.textOf(key)}: ${file.textOf(value)}`,
    );
    return `{${[...entries, `${scribe.quoted('comment')}: ${this.comment}`].join(', ')}}`;
  }

  private extend(tuple: Display, dict: DictDisplay | null, options: readonly string[]): void {
    const { draft } = this.target.file;
    const list = draft.list(tuple);
    const at = dict === null ? tuple.items.length : tuple.items.length - 1;
    for (const item of this.items) list?.insert(at, item);
    if (dict === null) for (const option of options) list?.append(option);
    else if (this.comment !== null)
      draft.list(dict)?.append(`${this.target.scribe.quoted('comment')}: ${this.comment}`);
  }

  private extendCall(call: Call): void {
    const list = this.target.file.draft.list(call);
    const at = firstKeyword(call);
    for (const item of this.items) list?.insert(at, item);
    if (this.comment !== null) list?.append(`comment=${this.comment}`);
  }

  private create(value: Code | null): void {
    const { node, file } = this.target;
    if (value === null || node.kind !== 'class') return;
    const code = withPrefix('__table_args__ = ', value);
    const { body } = node.definition;
    const name = memberNamed(body, '__tablename__')?.statement ?? null;
    const isFirst = name !== null && argumentsComeFirst(this.target);
    const after = isFirst ? name : lastAssignment(body);
    file.draft.body(node.definition).insert(after, code, isFirst ? 0 : 1);
  }
}

/** The position of the first keyword among a call's arguments. */
export function firstKeyword({ args }: Call): number {
  const at = args.findIndex(({ form }) => form !== 'positional');
  return at < 0 ? args.length : at;
}

function withPrefix(prefix: string, code: Code): Code {
  if (typeof code === 'string') return prefix + code;
  return code.kind === 'bracketed' ? { ...code, open: prefix + code.open } : code;
}

/** The last assignment of a body, before its functions; else its last statement. */
export function lastAssignment(body: readonly Statement[]): Statement | null {
  return body.findLast(({ kind }) => kind === 'assign' || kind === 'annotated') ?? body.at(-1) ?? null;
}

/** Do the classes of the file have `__table_args__` above their columns? */
export function argumentsComeFirst({ file, columns }: Pick<TableTarget, 'file' | 'columns'>): boolean {
  const known = knownHabits.get(file) ?? habitOf(file);
  knownHabits.set(file, known);
  return known === 'none' ? columns.some(({ form }) => form === 'mapped') : known === 'first';
}

type ArgumentsHabit = 'first' | 'last' | 'none';

const knownHabits = new WeakMap<TableTarget['file'], ArgumentsHabit>();

function habitOf(file: TableTarget['file']): ArgumentsHabit {
  let first = 0;
  let last = 0;
  for (const statement of file.file.syntax.body) {
    if (statement.kind !== 'class') continue;
    const args = memberNamed(statement.body, '__table_args__')?.statement;
    if (args === undefined) continue;
    if (hasColumnBefore(statement, args)) last++;
    else first++;
  }
  if (first + last === 0) return 'none';
  return first > last ? 'first' : 'last';
}

function hasColumnBefore({ body }: ClassDefinition, args: Statement): boolean {
  return body.some((statement) => statement.start < args.start && isColumn(statement));
}

function isColumn(statement: Statement): boolean {
  if (statement.kind === 'annotated') return statement.value === null || asCall(statement.value) !== null;
  return statement.kind === 'assign' && asCall(statement.value) !== null;
}

/** Whether an expression is one of the arguments, and at which position. */
export function positionOf(expression: Expression, args: TableArguments): number {
  if (args.kind === 'tuple') return args.tuple.items.indexOf(expression);
  if (args.kind === 'call') return args.call.args.findIndex(({ value }) => value === expression);
  return -1;
}
