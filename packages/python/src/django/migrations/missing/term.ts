/**
 * A Python value as Django's autodetector compares it and its serializer writes it: objects are taken apart into the
 * path of their class and the arguments that make them again.
 */
export type Term = LiteralTerm | SequenceTerm | DictTerm | MadeTerm;

/** A value whose text has no parts: a constant, a class, a function, a setting. */
export interface LiteralTerm {
  readonly kind: 'literal';
  /** As a migration writes it. */
  readonly text: string;
  /** The import lines that the text needs. */
  readonly imports: readonly string[];
  /** Equal for values that are equal in Python: `True`, `1` and `1.0` have the same. */
  readonly identity: string;
  /** Why no migration can hold it; absent where one can. */
  readonly unwritable?: string;
}

export interface SequenceTerm {
  readonly kind: 'list' | 'tuple' | 'set' | 'frozenset';
  readonly items: readonly Term[];
}

export interface DictTerm {
  readonly kind: 'dict';
  readonly entries: readonly (readonly [Term, Term])[];
}

/** What `deconstruct()` gives. */
export interface MadeTerm {
  readonly kind: 'made';
  /** The dotted path of the class. */
  readonly path: string;
  readonly positional: readonly Term[];
  readonly keywords: ReadonlyMap<string, Term>;
  readonly unwritable?: string;
}

/** Why two values cannot be compared. */
export class NotComparable extends Error {
  override readonly name = 'NotComparable';
}

/** A text that is equal for terms that Django's autodetector finds equal. */
export function identityOf(term: Term): string {
  switch (term.kind) {
    case 'literal':
      return term.identity;
    case 'list':
      return `[${term.items.map(identityOf).join(', ')}]`;
    case 'tuple':
      return `(${term.items.map(identityOf).join(', ')})`;
    case 'set':
    case 'frozenset':
      return `{${term.items.map(identityOf).sort().join(', ')}}`;
    case 'dict':
      return `{${term.entries
        .map(([key, value]) => `${identityOf(key)}: ${identityOf(value)}`)
        .sort()
        .join(', ')}}`;
    case 'made':
      return `${term.path}(${[...term.positional.map(identityOf), ...keywordIdentities(term.keywords)].join(', ')})`;
  }
}

const none: readonly string[] = [];

/** The identities of keyword arguments, whose order says nothing. */
export function keywordIdentities(keywords: ReadonlyMap<string, Term>): readonly string[] {
  if (keywords.size === 0) return none;
  const identities = Array.from(keywords, ([name, value]) => `${name}=${identityOf(value)}`);
  return identities.length === 1 ? identities : identities.sort();
}

/** A text that stands as it is. */
export function literal(text: string, imports: readonly string[] = [], identity: string = text): LiteralTerm {
  return { kind: 'literal', text, imports, identity };
}

/** A class or function by its dotted name; `module` is the part to import, null for Python's own names. */
export function nameTerm(path: string, module: string | null): LiteralTerm {
  return literal(path, module === null ? [] : [`import ${module}`]);
}

export const noneTerm: LiteralTerm = literal('None');
export const trueTerm: LiteralTerm = literal('True', [], '1');
export const falseTerm: LiteralTerm = literal('False', [], '0');

/** Is it `None`? */
export function isNone(term: Term | undefined): boolean {
  return term?.kind === 'literal' && term.text === 'None';
}
