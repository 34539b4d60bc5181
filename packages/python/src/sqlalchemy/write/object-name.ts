import { isUnreadable, type Named } from '@canonical-schema/schema';
import type { GivenName, NamedKind } from '../description';
import { madeName, type NamedParts, type NamedTable } from '../emit/naming-convention';
import { pythonName } from './imported-name';
import type { Scribe } from './scribe';

/** What a constraint or index of the SQL is, as far as its name goes. */
export interface NamedObject extends Omit<NamedParts, 'given' | 'table'> {
  readonly table: NamedTable;
  readonly wanted: Pick<Named, 'name' | 'nameGiven'>;
}

const unnamed: GivenName = { text: null, final: false };
const marker = '\u0000';

/** The name that SQLAlchemy itself gives the object: by its naming convention, or null for PostgreSQL's own. */
export function ownName({ wanted: _, ...parts }: NamedObject): string | null {
  const { name } = madeName({ ...parts, given: unnamed });
  return isUnreadable(name) ? null : name;
}

/** Is the name that it gets without one being written the one that the SQL has, or one that nobody compares? */
export function isNamedByItself(object: NamedObject): boolean {
  const { name } = madeName({ ...object, given: unnamed });
  if (isUnreadable(name)) return false;
  return name === object.wanted.name || !object.wanted.nameGiven;
}

/**
 * The expression to write as the name so that the object gets the name that the SQL has; null where none has to be
 * written. A naming convention that wraps names is given the part that it does not make itself.
 */
export function nameExpression(object: NamedObject, scribe: Scribe): string | null {
  const { name } = object.wanted;
  if (name === null || isNamedByItself(object)) return null;
  return writtenName(object, name, scribe);
}

/** The expression for a name that has to be written. */
export function writtenName(object: Omit<NamedObject, 'wanted'>, name: string, scribe: Scribe): string {
  const asGiven = (text: string) => madeName({ ...object, given: { text, final: false } }).name;
  if (asGiven(name) === name) return scribe.quoted(name);
  const wrapped = asGiven(marker);
  const [before, after] = typeof wrapped === 'string' ? wrapped.split(marker) : [];
  if (before !== undefined && after !== undefined && name.startsWith(before) && name.endsWith(after)) {
    const inner = name.slice(before.length, name.length - after.length);
    if (inner !== '' && asGiven(inner) === name) return scribe.quoted(inner);
  }
  return `${scribe.name(pythonName('sqlalchemy.schema', 'conv'))}(${scribe.quoted(name)})`;
}

/** The abbreviation of a constraint's kind. */
export const namedKinds = {
  'primary-key': 'pk',
  unique: 'uq',
  'foreign-key': 'fk',
  check: 'ck',
  exclusion: 'uq',
} as const satisfies Readonly<Record<string, NamedKind>>;
