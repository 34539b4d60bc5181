import { Catalog, CatalogError, type Place, type Schema, type Unread } from '@canonical-schema/schema';
import type { CallValue, Value } from '../syntax/value';
import { schemaIn } from './dialects/schema-in';
import { argument, itemsOf, textOf } from './facts-of-values';
import { callOf, dottedPath, methodCall } from './framework-name';
import type { ReadContext } from './read-context';
import type { TableDraft } from './tables/table-draft';
import type { World } from './world';

/** SQL that `create_all` runs beside what it makes itself: `event.listen(table, "after_create", DDL("…"))`. */
export interface ListenedDdl {
  readonly sql: string;
  readonly place: Place;
}

const moments = new Set(['before_create', 'after_create']);

/** The SQL that a call of `event.listen` adds for the dialect; null where it adds none. */
export function listenedDdl(value: Value, condition: string | null, world: World): ListenedDdl | null {
  if (value.kind !== 'call' || !/^sqlalchemy\.event\.(api\.)?listen$/.test(dottedPath(value.callee) ?? '')) return null;
  const [target, moment, listener] = value.positional;
  if (target === undefined || listener === undefined || !moments.has(textOf(moment) ?? '')) return null;
  const ddl = forDialect(listener, world.context);
  if (ddl === null) return null;
  const table = world.tableOf(target);
  const sql = condition === null ? sqlOf(ddl, table, world.context) : null;
  if (sql !== null) return { sql, place: ddl.place };
  const why = condition === null ? 'its text is not known' : `depends on the condition ${condition}`;
  world.context.note({ extent: 'whole', why, subject: 'a DDL', table: null, place: value.place });
  return null;
}

/** `DDL("…").execute_if(dialect="postgresql")` is the DDL; for other dialects it is nothing. */
function forDialect(listener: Value, context: ReadContext): CallValue | null {
  const method = methodCall(listener);
  if (method?.method !== 'execute_if') return callOf(listener, 'DDL');
  const given = argument(method.call, 'dialect', 0);
  const names = given === null ? [] : given.kind === 'str' ? [given.value] : itemsOf(given).map(textOf);
  const isMeant = given === null || context.dialect.names.some((name) => names.includes(name));
  return isMeant ? forDialect(method.of, context) : null;
}

/** The text with the names of its table put in, as DDL does it. Null where it asks for more. */
function sqlOf(ddl: CallValue, table: TableDraft | null, { dialect }: ReadContext): string | null {
  const text = textOf(argument(ddl, 'statement', 0));
  if (text === null || ddl.keywords.has('context')) return null;
  const schema = table === null ? null : schemaIn(dialect, table.schema);
  const names: Readonly<Record<string, string | null>> = {
    table: table?.name ?? null,
    schema: typeof table?.schema === 'string' ? table.schema : '',
    fullname:
      table === null || typeof schema !== 'string' ? null : `${schema === 'public' ? '' : `${schema}.`}${table.name}`,
  };
  let isKnown = true;
  const sql = text.replace(/%(?:\((\w+)\)s|%)/g, (_, name: string | undefined) => {
    if (name === undefined) return '%';
    const known = names[name] ?? null;
    if (known === null) isKnown = false;
    return known ?? '';
  });
  return isKnown ? sql : null;
}

/** The schema once that SQL has run, and what of it could not be read. */
export function withListenedDdl(
  schema: Schema,
  ddl: readonly ListenedDdl[],
  { dialect }: ReadContext,
): { readonly schema: Schema; readonly unread: readonly Unread[] } {
  if (ddl.length === 0) return { schema, unread: [] };
  const catalog = new Catalog(schema, dialect.sql.sqlText);
  const session = dialect.sql.session(catalog);
  const unread = ddl.flatMap(({ sql, place }): readonly Unread[] => {
    try {
      return session.run(sql, place).unread;
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
      return [{ extent: 'whole', why: error.message, subject: 'a DDL', table: null, place }];
    }
  });
  return { schema: catalog.schema(), unread };
}
