import { type DjangoVersion, isAtLeast } from '../../version';
import { textRepr } from '../missing/python-repr';
import type { DictTerm, MadeTerm, SequenceTerm, Term } from '../missing/term';

/** A term as Python, and the import lines that it needs. Source: `django/db/migrations/serializer.py`. */
export interface Serialized {
  readonly text: string;
  readonly imports: ReadonlySet<string>;
}

/** A value that no migration can hold. */
export class Unserializable extends Error {
  override readonly name = 'Unserializable';
}

/** A term as a migration writes it. Throws `Unserializable`. */
export function serialized(term: Term, version: DjangoVersion): Serialized {
  const imports = new Set<string>();
  return { text: new Serializer(imports, version).text(term), imports };
}

class Serializer {
  constructor(
    private readonly imports: Set<string>,
    private readonly version: DjangoVersion,
  ) {}

  text(term: Term): string {
    switch (term.kind) {
      case 'literal':
        if (term.unwritable !== undefined) throw new Unserializable(term.unwritable);
        for (const line of term.imports) this.imports.add(line);
        return term.text;
      case 'dict':
        return this.dict(term);
      case 'made':
        return term.path === 'functools.partial' ? this.partial(term) : this.made(term);
      default:
        return this.sequence(term);
    }
  }

  private sequence({ kind, items }: SequenceTerm): string {
    const texts = items.map((item) => this.text(item));
    // Django sorts sets by `repr`, which for what they hold is what it writes.
    const list = (kind === 'set' || kind === 'frozenset' ? [...texts].sort() : texts).join(', ');
    if (kind === 'list') return `[${list}]`;
    if (kind === 'tuple') return items.length === 1 ? `(${list},)` : `(${list})`;
    if (kind === 'frozenset') return `frozenset([${list}])`;
    return items.length === 0 ? 'set()' : `{${list}}`;
  }

  private dict({ entries }: DictTerm): string {
    const texts = [...entries].sort(byKey).map(([key, value]) => `${this.text(key)}: ${this.text(value)}`);
    return `{${texts.join(', ')}}`;
  }

  private made(term: MadeTerm): string {
    if (term.unwritable !== undefined) throw new Unserializable(term.unwritable);
    const { path, positional, keywords } = term;
    const isMethod = path.endsWith('.as_manager');
    const name = this.pathText(isMethod ? path.slice(0, -'.as_manager'.length) : path);
    const sorted = [...keywords].sort(([a], [b]) => (a < b ? -1 : 1));
    const parts = [
      ...positional.map((item) => this.text(item)),
      ...sorted.map(([key, value]) => `${key}=${this.text(value)}`),
    ];
    return `${name}${isMethod ? '.as_manager' : ''}(${parts.join(', ')})`;
  }

  private pathText(path: string): string {
    const dot = path.lastIndexOf('.');
    const [module, name] = [path.slice(0, dot), path.slice(dot + 1)];
    if (module === 'django.db.models') {
      this.imports.add('from django.db import models');
      return `models.${name}`;
    }
    this.imports.add(`import ${module}`);
    return path;
  }

  /** Source: `FunctoolsPartialSerializer`. */
  private partial(term: MadeTerm): string {
    if (isAtLeast(this.version, 6, 0)) return this.made(term);
    this.imports.add('import functools');
    const [func, ...rest] = term.positional;
    const keywords = [...term.keywords].map(([name, value]): readonly [Term, Term] => [
      { kind: 'literal', text: textRepr(name), imports: [], identity: name },
      value,
    ]);
    const positional = this.text({ kind: 'tuple', items: rest });
    const entries = this.dict({ kind: 'dict', entries: keywords });
    return `functools.partial(${func === undefined ? '' : this.text(func)}, *${positional}, **${entries})`;
  }
}

function byKey([a]: readonly [Term, Term], [b]: readonly [Term, Term]): number {
  const [x, y] = [a, b].map((key) => (key.kind === 'literal' ? key.text : ''));
  if (x === undefined || y === undefined || x === y) return 0;
  const [left, right] = [Number(x), Number(y)];
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return x < y ? -1 : 1;
}
