import type { TableRef } from '@canonical-schema/schema';
import { type Context, tableRefOf } from '../fold/fold';
import type { NodeKind, NodeOf } from '../fold/tree';
import { qualified, stringsOf } from '../fold/tree';
import type { DefineStmt, Node, RangeVar } from '../parser/postgres';

/** How an object is listed: its kind, its name with its schema, and the table it belongs to. */
interface Listing {
  readonly kind: string;
  readonly schema: string | null;
  readonly name: string;
  readonly table?: string;
}

type Listings = { readonly [K in NodeKind]?: (statement: NodeOf<K>, context: Context) => Listing | null };

const defined: Readonly<Record<string, string>> = {
  OBJECT_AGGREGATE: 'aggregate',
  OBJECT_OPERATOR: 'operator',
  OBJECT_TYPE: 'type',
  OBJECT_COLLATION: 'collation',
  OBJECT_TSCONFIGURATION: 'text search configuration',
  OBJECT_TSDICTIONARY: 'text search dictionary',
  OBJECT_TSPARSER: 'text search parser',
  OBJECT_TSTEMPLATE: 'text search template',
};

/** Statements that make objects which exist in SQL only: listed, never called verified. */
export const listings: Listings = {
  ViewStmt: ({ view }, context) => relation('view', view, context),
  CreateForeignTableStmt: ({ base }, context) => relation('foreign table', base?.relation, context),
  CreateFunctionStmt: ({ funcname, is_procedure }, context) =>
    named(is_procedure ? 'procedure' : 'function', funcname, context),
  CreateTrigStmt: ({ trigname, relation: table }, context) => ofTable('trigger', trigname, table, context),
  CreatePolicyStmt: ({ policy_name, table }, context) => ofTable('policy', policy_name, table, context),
  RuleStmt: ({ rulename, relation: table }, context) => ofTable('rule', rulename, table, context),
  CreateExtensionStmt: ({ extname }) => global('extension', extname),
  CreateEventTrigStmt: ({ trigname }) => global('event trigger', trigname),
  CreatePublicationStmt: ({ pubname }) => global('publication', pubname),
  CreateSubscriptionStmt: ({ subname }) => global('subscription', subname),
  CreatePLangStmt: ({ plname }) => global('language', plname),
  CreateFdwStmt: ({ fdwname }) => global('foreign-data wrapper', fdwname),
  CreateForeignServerStmt: ({ servername }) => global('server', servername),
  CreateAmStmt: ({ amname }) => global('access method', amname),
  CreateRangeStmt: ({ typeName }, context) => named('type', typeName, context),
  CreateConversionStmt: ({ conversion_name }, context) => named('conversion', conversion_name, context),
  CreateOpClassStmt: ({ opclassname }, context) => named('operator class', opclassname, context),
  CreateOpFamilyStmt: ({ opfamilyname }, context) => named('operator family', opfamilyname, context),
  CreateStatsStmt: ({ defnames }, context) => (defnames === undefined ? null : named('statistics', defnames, context)),
  DefineStmt: (statement, context) => definedObject(statement, context),
};

function definedObject({ kind, defnames }: DefineStmt, context: Context): Listing {
  return named(defined[kind ?? ''] ?? 'object', defnames, context);
}

function relation(kind: string, range: RangeVar | undefined, { fold }: Context): Listing | null {
  if (range?.relpersistence === 't') return null;
  return { kind, schema: range?.schemaname ?? fold.currentSchema, name: range?.relname ?? '' };
}

function named(kind: string, names: readonly Node[] | undefined, { fold }: Context): Listing {
  const { schema, name } = qualified(stringsOf(names));
  return { kind, schema: schema ?? fold.currentSchema, name };
}

function global(kind: string, name: string | undefined): Listing {
  return { kind, schema: null, name: name ?? '' };
}

function ofTable(
  kind: string,
  name: string | undefined,
  table: RangeVar | undefined,
  context: Context,
): Listing | null {
  if (context.fold.temporary.has(table?.relname ?? '')) return null;
  const ref: TableRef = tableRefOf(context, table);
  return { kind, schema: ref.schema, name: name ?? '', table: ref.name };
}
