import type { CallValue, Value } from '../syntax/value';

/** Packages whose names are SQLAlchemy's own, or stand for them. Everything that they export is known by its last name. */
const frameworks: ReadonlySet<string> = new Set([
  'sqlalchemy',
  'sqlmodel',
  'flask_sqlalchemy',
  'flask_sqlalchemy_lite',
  'quart_sqlalchemy',
]);

/** Extensions of Flask's kind: an instance has SQLAlchemy's names as attributes. */
const facades = new Set(['SQLAlchemy']);

/**
 * The dotted path that a value has by imports and attributes: `sqlalchemy.dialects.postgresql.JSONB`. An attribute of
 * Flask-SQLAlchemy's `db` stands under its package: `flask_sqlalchemy.Column`. Null for anything else.
 */
export function dottedPath(value: Value): string | null {
  switch (value.kind) {
    case 'external':
    case 'module':
      return value.name;
    case 'class':
    case 'function':
      return `${value.module}.${value.qualifiedName}`;
    case 'subscript':
      return genericPath(value.of);
    case 'attribute': {
      const owner = dottedPath(value.of) ?? facadePath(value.of);
      return owner === null ? null : `${owner}.${value.name}`;
    }
    default:
      return null;
  }
}

/** `TypeDecorator[str]`, `Mapped[int]`: a generic's arguments say nothing about whose name it is. */
function genericPath(value: Value): string | null {
  return value.kind === 'subscript' ? null : dottedPath(value);
}

function facadePath(value: Value): string | null {
  return isFacade(value) ? 'flask_sqlalchemy' : null;
}

/** Is this an instance of Flask-SQLAlchemy's `SQLAlchemy`, or of a subclass of it? */
export function isFacade(value: Value): value is CallValue {
  return value.kind === 'call' && isFacadeClass(value.callee, 0);
}

function isFacadeClass(value: Value, depth: number): boolean {
  if (depth > 8) return false;
  const name = frameworkName(value);
  if (name !== null) return facades.has(name);
  return value.kind === 'class' && value.bases.some((base) => isFacadeClass(base, depth + 1));
}

/** The last name of what SQLAlchemy (or SQLModel, Flask-SQLAlchemy) exports: `Column`, `JSONB`; null for other values. */
export function frameworkName(value: Value): string | null {
  const path = dottedPath(value);
  if (path === null || !isFrameworkPath(path) || /\.func\.|\.functions\.[a-z]/.test(path)) return null;
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Does a dotted path lie in one of those packages? */
export function isFrameworkPath(path: string): boolean {
  const dot = path.indexOf('.');
  return frameworks.has(dot < 0 ? path : path.slice(0, dot));
}

/** The framework's name that a call calls: `Column` of `sa.Column(...)`; null where the value is no such call. */
export function calledName(value: Value): string | null {
  return value.kind === 'call' ? frameworkName(value.callee) : null;
}

/** The call, where the value is a call of one of those names of the framework. */
export function callOf(value: Value | null | undefined, ...names: readonly string[]): CallValue | null {
  if (value?.kind !== 'call') return null;
  const name = frameworkName(value.callee);
  return name !== null && names.includes(name) ? value : null;
}

/** The receiver and the arguments of `receiver.method(...)` where the receiver stays symbolic. */
export function methodCall(
  value: Value,
): { readonly of: Value; readonly method: string; readonly call: CallValue } | null {
  if (value.kind !== 'call' || value.callee.kind !== 'attribute') return null;
  return { of: value.callee.of, method: value.callee.name, call: value };
}
