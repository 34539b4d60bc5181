import { type Fact, unreadable } from '@canonical-schema/schema';
import type { Binding, ClassValue, Value } from '../../syntax/value';
import { attributeBinding, classWith } from '../class-with';
import { textOf, whyNot } from '../facts-of-values';
import { dottedPath } from '../framework-name';
import { baseIdentity } from '../linearise';
import { declaredBy } from './class-attribute';

/** What decides a class's table besides its own body. */
export interface Ancestry {
  readonly of: ClassValue;
  /** The class as its functions see it; the same, but that its table's name may be known. */
  readonly receiver: ClassValue;
  readonly linear: readonly Value[];
  isMapped(base: ClassValue): boolean;
}

/** A table's name, and whether a person wrote it. */
export interface TableName {
  readonly name: Fact<string | null>;
  readonly given: boolean;
}

/**
 * The value of `__tablename__` or `__table_args__` for a class: a mapped base's own does not count, unless it is a
 * `declared_attr`; then the nearest definition decides. Source: `_scan_attributes` in `decl_base.py`.
 */
export function directive(name: string, ancestry: Ancestry): Value | null {
  const definitions = definitionsOf(name, ancestry);
  const counts = definitions.some(
    ({ base, binding }) => !isMappedBase(base, ancestry) || declaredBy(binding.value) !== null,
  );
  const nearest = definitions[0]?.binding;
  return counts && nearest !== undefined ? valueFor(nearest.value, ancestry.receiver) : null;
}

function definitionsOf(name: string, { linear }: Ancestry): readonly { base: ClassValue; binding: Binding }[] {
  return linear.flatMap((base) => {
    const binding = base.kind === 'class' ? base.body.bindings.get(name) : undefined;
    return base.kind === 'class' && binding?.assigned ? [{ base, binding }] : [];
  });
}

function isMappedBase(base: ClassValue, { of, isMapped }: Ancestry): boolean {
  return baseIdentity(base) !== baseIdentity(of) && isMapped(base);
}

function valueFor(value: Value, of: ClassValue): Value {
  const declared = declaredBy(value) ?? value;
  return declared.kind === 'function' ? declared.call([of], new Map()) : declared;
}

/** `__tablename__`, or the name that Flask-SQLAlchemy or SQLModel derives from the class's. */
export function tableNameOf(ancestry: Ancestry): TableName {
  const written = directive('__tablename__', ancestry);
  if (isSqlModel(ancestry.linear) && written === null) return { name: ancestry.of.name.toLowerCase(), given: false };
  if (isFlaskModel(ancestry.linear) && derivesFlaskName(ancestry)) {
    return { name: snakeCase(ancestry.of.name), given: false };
  }
  if (written === null || written.kind === 'none') return { name: null, given: false };
  const name = textOf(written) ?? unreadable(`its __tablename__ ${whyNot(written, 'a constant string')}`);
  return { name, given: true };
}

/**
 * The class as `declared_attr` functions see it once its table has a name: `cls.__tablename__` is that name, whatever
 * computed it.
 */
export function classWithTableName(of: ClassValue, name: string): ClassValue {
  return classWith(of, [attributeBinding('__tablename__', { kind: 'str', value: name, place: of.place })]);
}

/** Does a class inherit from Flask-SQLAlchemy's `db.Model`? */
export function isFlaskModel(linear: readonly Value[]): boolean {
  return linear.some((base) => dottedPath(base) === 'flask_sqlalchemy.Model');
}

/** Does a class inherit from `SQLModel`? */
export function isSqlModel(linear: readonly Value[]): boolean {
  return linear.some((base) => ['sqlmodel.SQLModel', 'sqlmodel.main.SQLModel'].includes(dottedPath(base) ?? ''));
}

/** Source: `should_set_tablename` in Flask-SQLAlchemy's `model.py`. */
function derivesFlaskName(ancestry: Ancestry): boolean {
  const nearest = definitionsOf('__tablename__', ancestry)[0];
  if (nearest === undefined) return true;
  if (declaredBy(nearest.binding.value) !== null) return false;
  return isMappedBase(nearest.base, ancestry);
}

/** `HTTPRequest` is `http_request`. Source: `camel_to_snake_case` in Flask-SQLAlchemy's `model.py`. */
export function snakeCase(name: string): string {
  return name
    .replace(/((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))/g, '_$1')
    .toLowerCase()
    .replace(/^_+/, '');
}
