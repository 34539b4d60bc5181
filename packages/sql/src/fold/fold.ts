import {
  Catalog,
  type Change,
  type DialectTraits,
  dialectTraits,
  type Fact,
  type Place,
  type Remark,
  type TableRef,
  tableLabel,
  type Unread,
  unreadable,
} from '@canonical-schema/schema';
import { UnreadableExpression } from '../expressions/normalize';
import type { Node, RangeVar } from '../parser/postgres';
import type { StatementText } from '../psql/parse-file';
import { Inheritance } from './inheritance';
import { catalogSqlText } from './sql-text';

/** A statement, or part of one, that cannot be carried out on the schema read so far: it becomes an `Unread`. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
  constructor(
    why: string,
    readonly table: TableRef | null = null,
  ) {
    super(why);
  }
}

/** What the statements read so far have made: the catalog, and the session's state that decides what names mean. */
export class Fold {
  constructor(
    readonly catalog: Catalog = new Catalog(null, catalogSqlText),
    readonly traits: DialectTraits = dialectTraits.postgresql,
  ) {}

  readonly inheritance = new Inheritance();
  readonly unread: Unread[] = [];
  readonly remarks: Remark[] = [];
  /** Tables of this session alone: what is done to them has no effect on the schema. */
  readonly temporary = new Set<string>();
  /** Attributes of composite types, for `CREATE TABLE … OF`. */
  readonly composites = new Map<string, readonly Node[]>();
  /** `NO INHERIT` checks, by their places, which they keep through every rename. */
  readonly ownChecks = new WeakSet<Place>();
  /** What tables said of the text in their columns, by lower-case name; for MySQL. */
  readonly tableTexts = new Map<string, { readonly charset: string | null; readonly collation: string | null }>();
  searchPath: readonly string[] = ['public'];

  /** Where an unqualified name is created. */
  get currentSchema(): string {
    return this.searchPath[0] ?? 'public';
  }

  /** The schema of a name as written; an unqualified one is looked for along the search path. */
  resolve(schema: string | undefined, name: string, exists: (ref: TableRef) => boolean): TableRef {
    if (schema !== undefined && schema !== '') return { schema, name };
    const found = this.searchPath.find((candidate) => exists({ schema: candidate, name }));
    return { schema: found ?? this.currentSchema, name };
  }
}

/** One statement being folded, whatever dialect it is in. */
export interface StatementContext {
  readonly fold: Fold;
  readonly catalog: Catalog;
  readonly text: { readonly sql: string; readonly place: Place };
}

/** One statement of PostgreSQL being folded. */
export interface Context extends StatementContext {
  readonly text: StatementText;
  /** Carries out a statement that stands inside this one (in CREATE SCHEMA, in a DO block). */
  readonly readStatement: (node: Node, context: Context) => void;
  /** True inside a block that says what happens where the object exists already. */
  readonly isGuarded?: boolean;
}

/** Makes changes in order. */
export function applyAll(context: StatementContext, changes: readonly Change[]): void {
  for (const change of changes) context.catalog.apply(change);
}

/** The table, temporary table or listed relation that a statement names. */
export function tableRefOf(context: Context, relation: RangeVar | undefined): TableRef {
  const { fold, catalog } = context;
  const exists = (ref: TableRef): boolean => catalog.table(ref) !== null || listedRelation(context, ref);
  return fold.resolve(relation?.schemaname, relation?.relname ?? '', exists);
}

/** Kinds of relations that are listed and not verified: statements about them change nothing that is. */
const listedRelations = ['partition', 'view', 'materialized view', 'foreign table'];

/** Is this a relation that is only listed? */
export function listedRelation({ catalog }: Context, ref: TableRef): boolean {
  return listedRelations.some((kind) => catalog.other({ kind, ...ref }) !== null);
}

/** Is this a relation whose statements are passed over: a temporary table, or one that is only listed? */
export function isPassedOver(context: Context, relation: RangeVar | undefined): boolean {
  if (relation?.schemaname === 'pg_temp' || context.fold.temporary.has(relation?.relname ?? '')) return true;
  const ref = tableRefOf(context, relation);
  return context.catalog.table(ref) === null && listedRelation(context, ref);
}

/** Notes a single fact that could not be read, and gives it as such. */
export function unreadFact(
  context: StatementContext,
  why: string,
  table: TableRef,
  column: string | null,
  place: Place,
): Fact<never> {
  const subject = column === null ? tableLabel(table) : `${tableLabel(table)}.${column}`;
  context.fold.unread.push({ extent: 'fact', why, subject, table, place });
  return unreadable(why);
}

/** The value of a normalisation, or the fact that it could not be read, noted with its place. */
export function normalized<T>(
  context: StatementContext,
  { table, column, place }: { readonly table: TableRef; readonly column: string | null; readonly place: Place },
  normalize: () => T,
): Fact<T> {
  try {
    return normalize();
  } catch (error) {
    if (error instanceof UnreadableExpression) return unreadFact(context, error.message, table, column, place);
    throw error;
  }
}
