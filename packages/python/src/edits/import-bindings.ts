import type { Import, ImportFrom, Statement } from '../syntax/ast';
import { nodesWithin } from './nodes';

/** The module that a file is: what its relative imports start from. */
export interface OwnModule {
  /** Dotted name. */
  readonly name: string;
  readonly isPackage: boolean;
}

/** What the names at the top of a module stand for. */
export interface ImportBindings {
  /** Imported names by what they stand for: `m` for `django.db.models`. */
  readonly locals: ReadonlyMap<string, string>;
  /** Modules of `import a.b` that are written in full. */
  readonly plain: ReadonlySet<string>;
  /** Modules of `from m import *`. */
  readonly stars: readonly string[];
  /** Every name that the module binds, by an import or otherwise, with what it stands for; null for its own. */
  readonly bound: ReadonlyMap<string, string | null>;
  /** The imports at the top level, in order. */
  readonly statements: readonly (Import | ImportFrom)[];
}

/** The names that a module's imports and other statements bind. */
export function importBindings(body: readonly Statement[], own: OwnModule | null): ImportBindings {
  const locals = new Map<string, string>();
  const plain = new Set<string>();
  const stars: string[] = [];
  const bound = new Map<string, string | null>();
  for (const statement of topLevel(body)) {
    const isSure = body.includes(statement);
    for (const [name, target] of namesOf(statement, own)) {
      bound.set(name, target);
      if (target !== null && isSure && statement.kind !== 'class') locals.set(name, target);
    }
    if (statement.kind === 'import') for (const each of statement.names) if (each.alias === null) plain.add(each.name);
    if (statement.kind === 'import-from' && statement.names === null) stars.push(sourceOf(statement, own));
  }
  const statements = body.filter((each) => each.kind === 'import' || each.kind === 'import-from');
  return { locals, plain, stars, bound, statements };
}

/** The absolute module of a `from … import`. */
export function sourceOf({ level, module }: ImportFrom, own: OwnModule | null): string {
  if (level === 0) return module;
  const parts = own?.name.split('.') ?? [];
  const up = own?.isPackage === true ? level - 1 : level;
  const base = parts.slice(0, Math.max(0, parts.length - up));
  return [...base, ...(module === '' ? [] : [module])].join('.');
}

/** The statements that run when a module is imported, those under `if` and `try` too. */
function* topLevel(body: readonly Statement[]): Generator<Statement> {
  for (const statement of body) {
    yield statement;
    if (statement.kind === 'if' || statement.kind === 'for' || statement.kind === 'while') {
      yield* topLevel([...statement.body, ...statement.orElse]);
    } else if (statement.kind === 'with') yield* topLevel(statement.body);
    else if (statement.kind === 'try') {
      const handlers = statement.handlers.flatMap(({ body: inner }) => inner);
      yield* topLevel([...statement.body, ...handlers, ...statement.orElse, ...statement.finally]);
    }
  }
}

function* namesOf(statement: Statement, own: OwnModule | null): Generator<[name: string, target: string | null]> {
  switch (statement.kind) {
    case 'import':
      for (const { name, alias } of statement.names) yield alias === null ? [topOf(name), topOf(name)] : [alias, name];
      break;
    case 'import-from':
      for (const { name, alias } of statement.names ?? []) yield [alias ?? name, `${sourceOf(statement, own)}.${name}`];
      break;
    case 'class':
    case 'function':
    case 'type-alias':
      yield [statement.name, own === null ? null : `${own.name}.${statement.name}`];
      break;
    case 'assign':
      for (const node of nodesWithin(statement.targets)) if (node.kind === 'name') yield [node.name, null];
      break;
    case 'annotated':
      if (statement.target.kind === 'name') yield [statement.target.name, null];
      break;
    case 'for':
      for (const node of nodesWithin(statement.target)) if (node.kind === 'name') yield [node.name, null];
      break;
    default:
      break;
  }
}

function topOf(name: string): string {
  return name.split('.')[0] ?? name;
}
