import { parseColumnType, type TableRef } from '@canonical-schema/schema';
import { quoteName } from '../expressions/quote';
import type { TypeName } from '../parser/postgres';
import { columnTypeOf } from '../types/type-name';
import type { Context, Fold } from './fold';
import { typeText } from './sql-text';
import { qualified, stringsOf } from './tree';

/** A column's type, its user types resolved along the search path. */
export interface ResolvedType {
  readonly type: string;
  readonly serial: 'smallint' | 'integer' | 'bigint' | null;
  /** The type under a domain; null for other types. */
  readonly baseType: string | null;
}

/** The type that a parsed type name means where it stands. */
export function resolvedType(context: Context, typeName: TypeName | undefined): ResolvedType {
  // `WITH OPTIONS` columns of a typed table say no type.
  if (typeName === undefined) return { type: '', serial: null, baseType: null };
  const written = columnTypeOf(typeName);
  const { schema, name } = qualified(stringsOf(typeName.names));
  const { base, array } = parseColumnType(written.type);
  // A name that the reader of types turned into another text is one of PostgreSQL's own.
  const isUserType = schema === undefined ? base === quoteName(name) : schema !== 'pg_catalog';
  const user = isUserType ? (userType(context, schema, name) ?? madeType(context, schema, name)) : null;
  if (user === null) return { ...written, baseType: null };
  const domain = context.catalog.domain(user);
  return { type: typeText(user) + (array ? '[]' : ''), serial: null, baseType: domain && !array ? domain.type : null };
}

/** The enum or domain of that name; null where there is none. */
export function userType({ fold, catalog }: Context, schema: string | undefined, name: string): TableRef | null {
  return existing(fold, schema, name, (ref) => catalog.enum(ref) !== null || catalog.domain(ref) !== null);
}

/** Any type of that name that the file made: composites, ranges and tables' rows too. Extensions make others. */
function madeType({ fold, catalog }: Context, schema: string | undefined, name: string): TableRef | null {
  const isMade = (ref: TableRef): boolean =>
    catalog.other({ kind: 'type', ...ref }) !== null || catalog.table(ref) !== null;
  return existing(fold, schema, name, isMade);
}

function existing(
  fold: Fold,
  schema: string | undefined,
  name: string,
  exists: (ref: TableRef) => boolean,
): TableRef | null {
  const ref = fold.resolve(schema, name, exists);
  return exists(ref) ? ref : null;
}
