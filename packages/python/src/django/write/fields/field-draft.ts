import type { ListDraft } from '../../../edits/file-draft';
import { membersOf } from '../../../edits/python-file';
import type { Argument } from '../../../syntax/ast';
import type { Value } from '../../../syntax/value';
import { boundArguments } from '../../fields/arguments';
import { kindCalled } from '../../fields/field-table';
import { textValue } from '../../nowhere';
import { argumentsThrough } from '../../super-arguments';
import { argumentOrder } from './argument-order';
import type { FieldSite } from './field-site';
import type { FieldProblem, FieldWriting } from './field-writing';
import { type CodeFile, codeOf, type PythonCode } from './python-code';

/**
 * What is to happen to one field's call. Only the arguments concerned are edited; all others stay as they are, and
 * another class takes them over.
 */
export class FieldDraft {
  private readonly set = new Map<string, PythonCode | null>();
  private callee: { readonly name: string; readonly code: PythonCode } | null = null;
  /** Names that are written into the class in the same go. */
  readonly newNames = new Set<string>();

  constructor(
    readonly site: FieldSite,
    private readonly writing: FieldWriting,
  ) {}

  /** Gives an argument a value; an empty name is the first positional one. */
  setArgument(name: string, code: PythonCode): void {
    this.set.set(name, code);
  }

  /** Takes an argument away, where there is one. */
  removeArgument(name: string): void {
    this.set.set(name, null);
  }

  /** Another class for the field, with the arguments that stay. */
  setClass(name: string, code: PythonCode): void {
    this.callee = { name, code };
  }

  /** The name of the class that the field will have. */
  get className(): string {
    return this.callee?.name ?? this.site.field.kind.name;
  }

  /** Is there such an argument, or will there be? */
  has(name: string): boolean {
    const wanted = this.set.get(name);
    if (wanted !== undefined) return wanted !== null;
    return this.site.field.arguments.values.has(name);
  }

  /** The value of an argument as it is now; undefined where it has none, or will have another. */
  valueOf(name: string): Value | undefined {
    return this.set.has(name) ? undefined : this.site.field.arguments.values.get(name);
  }

  /** Makes the edits in the file's draft; or says why they cannot be made, and makes none. */
  flush(): FieldProblem | null {
    const problem = this.problem();
    if (problem !== null) return problem;
    const { draft, call } = this.site;
    if (this.callee !== null) {
      draft.replace(call.callee, codeOf(this.callee.code, this.file));
    }
    const list = draft.list(call);
    const inOrder = [...this.set].sort(([a], [b]) => argumentOrder(a) - argumentOrder(b));
    if (list !== null)
      this.setPositional(
        list,
        inOrder.flatMap(([name, code]) => (name === '' && code !== null ? [code] : [])),
      );
    for (const [name, code] of inOrder) {
      const at = this.indexOf(name);
      const argument = at < 0 ? undefined : call.args[at];
      if (code === null && argument !== undefined) list?.remove(at);
      else if (code !== null && argument !== undefined && !this.moves(at)) {
        draft.replace(argument.value, codeOf(code, this.file));
      } else if (code !== null && list !== null && name !== '') {
        list.insert(placeFor(name, call.args), codeOf(code, this.file, `${name}=`));
      }
    }
    return null;
  }

  private get file(): CodeFile {
    const { draft, owner } = this.site;
    const hidden = new Set([...membersOf(owner.body).map(({ name }) => name), ...this.newNames]);
    return { spelling: draft.spelling, style: draft.file.style, hidden };
  }

  private problem(): FieldProblem | null {
    const { call, field, draft } = this.site;
    const remedy = `Change ${field.name} by hand.`;
    if (this.set.size > 0 && draft.list(call) === null) {
      return { why: `The arguments of ${field.name} are not written in one pair of parentheses.`, remedy };
    }
    if (this.callee !== null && !this.isDjangos) {
      return { why: `${field.name} is made by a class of the project's own, which decides its type.`, remedy };
    }
    for (const [name, code] of this.set) {
      const why = this.whyNot(name, code);
      if (why !== null) return { why: `The argument ${name} of ${field.name} ${why}.`, remedy };
    }
    return null;
  }

  /** Is the field's class one of Django's own? */
  private get isDjangos(): boolean {
    return this.site.field.call?.callee.kind !== 'class';
  }

  private whyNot(name: string, code: PythonCode | null): string | null {
    const isWritten = this.indexOf(name) >= 0;
    const { field, call } = this.site;
    if (code === null) {
      return !isWritten && field.arguments.values.has(name) ? 'comes from somewhere else' : null;
    }
    if (this.isDjangos) {
      const isPassedOn = call.args.some(({ form }) => form === 'double-star' || form === 'star');
      return !isWritten && isPassedOn && field.arguments.values.has(name) ? 'is passed with * or **' : null;
    }
    return this.reaches(name) ? null : `is decided by the class ${this.customName}`;
  }

  private get customName(): string {
    const callee = this.site.field.call?.callee;
    return callee?.kind === 'class' ? callee.name : this.site.field.kind.name;
  }

  /** Does an argument of the call reach Django's class under the project's own as it is? */
  private reaches(name: string): boolean {
    const { call, kind } = this.site.field;
    if (call?.callee.kind !== 'class') return false;
    const probe = textValue('probe');
    const keywords = new Map(call.keywords).set(name, probe);
    const reached = argumentsThrough(call.callee, { ...call, keywords }, this.writing.loaded.project.program);
    const value = boundArguments(kind, reached).values.get(name);
    return value?.kind === 'str' && value.value === probe.value;
  }

  /** The position of an argument in the call; -1 where it is not written there. */
  private indexOf(name: string): number {
    const { call, field } = this.site;
    if (name === '') return call.args.findIndex(({ form }) => form === 'positional');
    const keyword = call.args.findIndex((each) => each.form === 'keyword' && each.name === name);
    if (keyword >= 0 || !this.isDjangos) return keyword;
    const position = field.kind.parameters.indexOf(name);
    const argument = call.args[position];
    const isPlain = call.args.slice(0, position + 1).every(({ form }) => form === 'positional');
    return position >= 0 && argument !== undefined && isPlain ? position : -1;
  }

  /** A new positional argument comes first; those that the new class would take for others are given their names. */
  private setPositional(list: ListDraft, added: readonly PythonCode[]): void {
    const { draft, call } = this.site;
    const [first] = call.args;
    const hasPlace = first?.form === 'positional' && !this.moves(0);
    if (!hasPlace) for (const code of added) list.insert(0, codeOf(code, this.file));
    if (this.callee === null) return;
    for (const [at, argument] of call.args.entries()) {
      const name = this.site.field.kind.parameters[at];
      if (!this.moves(at) || name === undefined || this.set.has(name)) continue;
      list.remove(at);
      list.insert(at, `${name}=${draft.file.text.slice(argument.value.start, argument.value.end)}`);
    }
  }

  /** Is the argument at a position a positional one that the new class has elsewhere? */
  private moves(at: number): boolean {
    const argument = this.site.call.args[at];
    if (this.callee === null || argument?.form !== 'positional') return false;
    const parameters = kindCalled(this.callee.name)?.parameters ?? [];
    const own = this.site.field.kind.parameters;
    const takesPositional = this.set.get('') !== undefined && this.set.get('') !== null;
    return takesPositional || own.slice(0, at + 1).some((name, index) => parameters[index] !== name);
  }
}

/** Where a keyword goes: behind the last of those that people write before it, else before the first behind it. */
function placeFor(name: string, args: readonly Argument[]): number {
  const rank = argumentOrder(name);
  const ranks = args.map((each) => (each.form === 'keyword' ? argumentOrder(each.name) : -1));
  const before = ranks.findLastIndex((each) => each >= 0 && each <= rank);
  if (before >= 0) return before + 1;
  const behind = ranks.findIndex((each) => each > rank);
  return behind >= 0 ? behind : args.filter(({ form }) => form !== 'double-star').length;
}
