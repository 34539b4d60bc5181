import { type Context, StatementError } from '../fold/fold';
import { kindOf, type NodeKind, type NodeOf } from '../fold/tree';
import type { Node } from '../parser/postgres';
import { alterTable } from './alter-table';
import { comment } from './comment';
import { createIndex } from './create-index';
import { createSchema } from './create-schema';
import { createTable } from './create-table';
import { createTableAs } from './create-table-as';
import { doBlock } from './do-block';
import { drop } from './drop';
import { listings } from './listed';
import { rename, setSchema } from './rename';
import { alterSequence, createSequence } from './sequence';
import { select, setVariable, transaction } from './session';
import { alterDomain, alterEnum, createComposite, createDomain, createEnum } from './types';

type Readers = { readonly [K in NodeKind]?: (statement: NodeOf<K>, context: Context) => void };

/** Statements that shape the schema, or decide what later ones mean. */
const readers: Readers = {
  CreateStmt: createTable,
  CreateTableAsStmt: createTableAs,
  AlterTableStmt: alterTable,
  RenameStmt: rename,
  AlterObjectSchemaStmt: setSchema,
  DropStmt: drop,
  IndexStmt: createIndex,
  CreateEnumStmt: createEnum,
  AlterEnumStmt: alterEnum,
  CompositeTypeStmt: createComposite,
  CreateDomainStmt: createDomain,
  AlterDomainStmt: alterDomain,
  CreateSeqStmt: createSequence,
  AlterSeqStmt: alterSequence,
  CreateSchemaStmt: createSchema,
  CommentStmt: comment,
  VariableSetStmt: setVariable,
  TransactionStmt: transaction,
  SelectStmt: select,
  DoStmt: doBlock,
};

/** Statements without an effect on what is verified or listed: data, rights, transactions, settings, upkeep. */
const ignored: ReadonlySet<NodeKind> = new Set<NodeKind>([
  ...([
    'InsertStmt',
    'UpdateStmt',
    'DeleteStmt',
    'MergeStmt',
    'CopyStmt',
    'TruncateStmt',
    'RefreshMatViewStmt',
  ] as const),
  ...(['GrantStmt', 'GrantRoleStmt', 'AlterOwnerStmt', 'AlterDefaultPrivilegesStmt', 'SecLabelStmt'] as const),
  ...([
    'CreateRoleStmt',
    'AlterRoleStmt',
    'AlterRoleSetStmt',
    'DropRoleStmt',
    'DropOwnedStmt',
    'ReassignOwnedStmt',
  ] as const),
  ...([
    'CreatedbStmt',
    'AlterDatabaseStmt',
    'AlterDatabaseSetStmt',
    'AlterDatabaseRefreshCollStmt',
    'DropdbStmt',
  ] as const),
  ...(['CreateTableSpaceStmt', 'DropTableSpaceStmt', 'AlterTableSpaceOptionsStmt', 'AlterTableMoveAllStmt'] as const),
  ...(['ConstraintsSetStmt', 'LockStmt', 'VariableShowStmt', 'AlterSystemStmt', 'DiscardStmt'] as const),
  ...(['VacuumStmt', 'ReindexStmt', 'ClusterStmt', 'CheckPointStmt', 'LoadStmt', 'ExplainStmt'] as const),
  ...(['NotifyStmt', 'ListenStmt', 'UnlistenStmt', 'PrepareStmt', 'DeallocateStmt', 'DeclareCursorStmt'] as const),
  ...(['FetchStmt', 'ClosePortalStmt', 'AlterFunctionStmt', 'AlterPolicyStmt', 'AlterExtensionStmt'] as const),
  ...(['AlterExtensionContentsStmt', 'AlterObjectDependsStmt', 'AlterEventTrigStmt', 'AlterPublicationStmt'] as const),
  ...([
    'AlterSubscriptionStmt',
    'DropSubscriptionStmt',
    'AlterFdwStmt',
    'AlterForeignServerStmt',
    'AlterStatsStmt',
  ] as const),
  ...(['CreateUserMappingStmt', 'AlterUserMappingStmt', 'DropUserMappingStmt', 'CreateCastStmt'] as const),
  ...([
    'CreateTransformStmt',
    'AlterOpFamilyStmt',
    'AlterOperatorStmt',
    'AlterTypeStmt',
    'AlterCollationStmt',
  ] as const),
  ...(['AlterTSDictionaryStmt', 'AlterTSConfigurationStmt', 'ReplicaIdentityStmt'] as const),
]);

/**
 * Carries one statement out on the schema read so far. Every statement ends as changes, listed, ignored by the table
 * above, or as an error that the caller makes an `Unread`.
 */
export function readStatement(node: Node, context: Context): void {
  const kind = kindOf(node);
  if (ignored.has(kind)) return;
  if (!runReader(kind, node, context) && !runListing(kind, node, context)) {
    throw new StatementError(`is a statement that is not understood, ${kind}`);
  }
}

function runReader<K extends NodeKind>(kind: K, node: Node, context: Context): boolean {
  const reader = readers[kind] as ((statement: NodeOf<K>, context: Context) => void) | undefined;
  reader?.((node as unknown as Record<K, NodeOf<K>>)[kind], context);
  return reader !== undefined;
}

function runListing<K extends NodeKind>(kind: K, node: Node, context: Context): boolean {
  const listing = listings[kind] as
    | ((statement: NodeOf<K>, context: Context) => ReturnType<NonNullable<(typeof listings)['ViewStmt']>>)
    | undefined;
  const listed = listing?.((node as unknown as Record<K, NodeOf<K>>)[kind], context) ?? null;
  if (listed !== null) context.catalog.apply({ kind: 'add-other', other: { ...listed, place: context.text.place } });
  return listing !== undefined;
}
