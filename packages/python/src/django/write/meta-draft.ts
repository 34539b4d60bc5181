import type { Span } from '@canonical-schema/schema';
import { bracketListOf } from '../../edits/bracket-list';
import { blockCode, type Code, listCode } from '../../edits/code';
import type { FileDraft } from '../../edits/file-draft';
import { nodesWithin } from '../../edits/nodes';
import { innerClass, type Member, memberNamed, membersOf } from '../../edits/python-file';
import type { ClassDefinition, Display, Statement } from '../../syntax/ast';
import { metaOrder } from './meta-order';
import type { Problem } from './problem';

/** The `Meta` that a class inherits: what its own Meta has to extend so that nothing of it is lost. */
export interface InheritedMeta {
  /** How the file spells it: `TimeStamped.Meta`. */
  spelt(): string;
  /** Does it have the member? */
  has(member: string): boolean;
}

/** An entry of a list of Meta. */
export interface MetaEntry {
  readonly member: string;
  readonly list: Display;
  readonly at: number;
}

/** What is to become of the `class Meta` of one model, which it may not have yet. */
export class MetaDraft {
  private readonly added = new Map<string, Code[]>();
  private readonly assigned = new Map<string, string>();
  private readonly emptied = new Set<Statement>();
  private readonly meta: ClassDefinition | null;

  constructor(
    private readonly owner: ClassDefinition,
    private readonly draft: FileDraft,
    private readonly inherited: InheritedMeta | null,
  ) {
    this.meta = innerClass(owner.body, 'Meta');
  }

  /** Does the class write a Meta that is no class statement, or one under a condition? */
  problem(): Problem | null {
    const member = memberNamed(this.owner.body, 'Meta');
    if (member === null || this.meta !== null) return null;
    const place = this.draft.file.source.placeOf(member.statement);
    const why = `The Meta of ${this.owner.name} is no class statement.`;
    return { why, remedy: `Write "class Meta:" in ${this.owner.name}, or make the change there by hand.`, place };
  }

  /** Adds an entry to a list; why that cannot be done, or null. */
  append(member: string, code: Code): Problem | null {
    const existing = this.member(member);
    if (existing === null) {
      const obscure = this.obscure(member);
      if (obscure !== null) return obscure;
      this.added.set(member, [...(this.added.get(member) ?? []), code]);
      return null;
    }
    const list = this.displayOf(existing);
    if (list === null) return this.noList(member, existing);
    this.draft.list(list)?.append(code);
    return null;
  }

  /** The entry whose text holds a span; null where no list of the own Meta has it. */
  entryAt({ start, end }: Span): MetaEntry | null {
    for (const existing of membersOf(this.meta?.body ?? [])) {
      const list = this.displayOf(existing);
      const at = list === null ? -1 : list.items.findIndex((item) => item.start <= start && end <= item.end);
      if (list !== null && at >= 0) return { member: existing.name, list, at };
    }
    return null;
  }

  /** Takes an entry away, and the list with its last one. */
  remove({ member, list, at }: MetaEntry): void {
    const items = this.draft.list(list);
    items?.remove(at);
    const statement = this.member(member)?.statement;
    if (items?.size === 0 && statement !== undefined) this.emptied.add(statement);
  }

  /** Puts another entry in one's place. */
  replace({ list, at }: MetaEntry, code: Code): void {
    const item = list.items[at];
    if (item !== undefined) this.draft.replace(item, code);
  }

  /** The list that a member is, where it is written out. */
  listNamed(member: string): Display | null {
    const existing = this.member(member);
    return existing === null ? null : this.displayOf(existing);
  }

  /** Does the class write the member itself, and inherit none of that name? */
  isOwn(member: string): boolean {
    return this.member(member) !== null && this.inherited?.has(member) !== true;
  }

  /** Gives a member a value, as text; why that cannot be done, or null. */
  set(member: string, text: string): Problem | null {
    const existing = this.member(member);
    const obscure =
      existing === null ? this.obscure(member) : isShared(existing) ? this.noList(member, existing) : null;
    if (obscure !== null) return obscure;
    if (existing !== null && existing.value !== null) this.draft.replace(existing.value, text);
    else this.assigned.set(member, text);
    return null;
  }

  /** Takes a member away. */
  drop(member: string): void {
    const existing = this.member(member);
    if (existing !== null) this.emptied.add(existing.statement);
  }

  /** Says to the draft of the file what was gathered. */
  finish(): void {
    this.dropEmptied();
    const members = this.newMembers();
    if (members.length === 0) return;
    if (this.meta === null) this.writeMeta(members);
    else for (const { name, code } of members) this.writeMember(this.meta, name, code);
  }

  private member(name: string): Member | null {
    return memberNamed(this.meta?.body ?? [], name);
  }

  private displayOf(member: Member): Display | null {
    const { value } = member;
    if (isShared(member)) return null;
    if (value?.kind !== 'list' && value?.kind !== 'tuple') return null;
    return bracketListOf(this.draft.file.text, value) === null ? null : value;
  }

  /** Why a member that no statement of its own assigns may be assigned all the same: by unpacking, or under a condition. */
  private obscure(name: string): Problem | null {
    const plain = new Set(membersOf(this.meta?.body ?? []).map(({ statement }) => statement));
    const statement = this.meta?.body.find((each) => !plain.has(each) && bindsWithin(each, name));
    return statement === undefined ? null : this.noList(name, { name, statement, value: null });
  }

  private noList(member: string, { statement }: Member): Problem {
    return {
      why: `Meta.${member} of ${this.owner.name} is not plainly written out.`,
      remedy: `Make the change in Meta.${member} by hand, or write it as one assignment.`,
      place: this.draft.file.source.placeOf(statement),
    };
  }

  private dropEmptied(): void {
    if (this.meta === null) return;
    for (const existing of membersOf(this.meta.body)) {
      const list = this.displayOf(existing);
      const items = list === null ? null : this.draft.list(list);
      if (items !== null && items.removed.size > 0 && items.size === 0) this.emptied.add(existing.statement);
      if (items !== null && items.inserted.length > 0) this.emptied.delete(existing.statement);
    }
    const body = this.draft.body(this.meta);
    const isLeftEmpty = this.meta.body.every((each) => this.emptied.has(each)) && this.newMembers().length === 0;
    if (isLeftEmpty && this.meta.args.length === 0) this.draft.body(this.owner).remove(this.meta);
    else for (const statement of this.emptied) body.remove(statement);
  }

  private newMembers(): { readonly name: string; readonly code: Code }[] {
    const lists = [...this.added].map(([name, entries]) => {
      const inherited = this.inherited?.has(name) === true ? [`*${this.inherited.spelt()}.${name}`] : [];
      const code = listCode(`${name} = `, [...inherited, ...entries]);
      return { name, code: { ...code, onePerLine: true } };
    });
    const texts = [...this.assigned].map(([name, text]) => ({ name, code: `${name} = ${text}` }));
    const order = metaOrder(this.draft.file.syntax.body);
    return [...texts, ...lists].sort((a, b) => order(a.name) - order(b.name));
  }

  private writeMember(meta: ClassDefinition, name: string, code: Code): void {
    const order = metaOrder(this.draft.file.syntax.body);
    const before = membersOf(meta.body).filter((each) => order(each.name) <= order(name));
    const after = before.at(-1)?.statement ?? null;
    const hasMethods = meta.body[0]?.kind === 'function';
    this.draft.body(meta).insert(after, code, hasMethods ? 1 : 'siblings');
  }

  /** Behind the fields, as Django's own style has it. */
  private writeMeta(members: readonly { readonly code: Code }[]): void {
    const base = this.inherited === null ? '' : `(${this.inherited.spelt()})`;
    const code = blockCode(
      `class Meta${base}:`,
      members.map((each) => each.code),
    );
    const assignments = this.owner.body.filter(({ kind }) => kind === 'assign' || kind === 'annotated');
    this.draft.body(this.owner).insert(assignments.at(-1) ?? this.owner.body.at(-1) ?? null, code, 1);
  }
}

/** `a = b = []`: what is done to one is done to both. */
function isShared({ statement }: Member): boolean {
  return statement.kind === 'assign' && statement.targets.length > 1;
}

function bindsWithin(statement: Statement, name: string): boolean {
  if (statement.kind === 'augmented' || statement.kind === 'function' || statement.kind === 'class') return false;
  for (const node of nodesWithin(statement.kind === 'assign' ? statement.targets : statement)) {
    if (node.kind === 'name' && node.name === name) return true;
  }
  return false;
}
