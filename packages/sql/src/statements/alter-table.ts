import { CatalogError, constraintsOf, type TableRef, tableLabel } from '@canonical-schema/schema';
import { UnreadableExpression } from '../expressions/normalize';
import { type Context, isPassedOver, StatementError, tableRefOf } from '../fold/fold';
import { kindOf } from '../fold/tree';
import type { AlterTableStmt, AlterTableType, Node } from '../parser/postgres';
import { type Action, tableOf } from './action';
import { addColumn, alterType, dropColumn, setDefault, setGenerated, setIdentity, setNullable } from './alter-column';
import { writtenConstraint } from './column';
import { readConstraint } from './constraint';
import { addConstraint } from './create-table';

/** Every action of ALTER TABLE that shapes a table. Those in `ignored` change storage, ownership or triggers. */
const actions: Partial<Record<AlterTableType, (action: Action) => void>> = {
  AT_AddColumn: addColumn,
  AT_DropColumn: dropColumn,
  AT_AlterColumnType: alterType,
  AT_ColumnDefault: setDefault,
  AT_SetNotNull: (action) => setNullable(action, false),
  AT_DropNotNull: (action) => setNullable(action, true),
  AT_AddIdentity: setIdentity,
  AT_SetIdentity: setIdentity,
  AT_DropIdentity: setIdentity,
  AT_SetExpression: setGenerated,
  AT_DropExpression: setGenerated,
  AT_AddConstraint: addTableConstraint,
  AT_DropConstraint: dropConstraint,
  AT_AlterConstraint: alterConstraint,
  AT_AddInherit: (action) => inherit(action, true),
  AT_DropInherit: (action) => inherit(action, false),
  AT_AttachPartition: attachPartition,
  AT_DetachPartition: detachPartition,
};

const ignored: ReadonlySet<AlterTableType> = new Set<AlterTableType>([
  ...(['AT_SetStatistics', 'AT_SetOptions', 'AT_ResetOptions', 'AT_SetStorage', 'AT_SetCompression'] as const),
  ...(['AT_ChangeOwner', 'AT_ClusterOn', 'AT_DropCluster', 'AT_SetLogged', 'AT_SetUnLogged', 'AT_DropOids'] as const),
  ...(['AT_SetAccessMethod', 'AT_SetTableSpace', 'AT_SetRelOptions', 'AT_ResetRelOptions'] as const),
  ...(['AT_EnableTrig', 'AT_EnableAlwaysTrig', 'AT_EnableReplicaTrig', 'AT_DisableTrig', 'AT_EnableTrigAll'] as const),
  ...(['AT_DisableTrigAll', 'AT_EnableTrigUser', 'AT_DisableTrigUser', 'AT_EnableRule', 'AT_DisableRule'] as const),
  ...(['AT_EnableAlwaysRule', 'AT_EnableReplicaRule', 'AT_ReplicaIdentity', 'AT_EnableRowSecurity'] as const),
  ...(['AT_DisableRowSecurity', 'AT_ForceRowSecurity', 'AT_NoForceRowSecurity', 'AT_GenericOptions'] as const),
  ...(['AT_ValidateConstraint', 'AT_AddOf', 'AT_DropOf', 'AT_DetachPartitionFinalize'] as const),
]);

/** ALTER TABLE, action by action: one that cannot be carried out costs none of the others. */
export function alterTable(statement: AlterTableStmt, context: Context): void {
  // ALTER SEQUENCE, VIEW and INDEX come as the same tree with nothing in it that shapes a table.
  if (statement.objtype !== 'OBJECT_TABLE' || isPassedOver(context, statement.relation)) return;
  const ref = tableRefOf(context, statement.relation);
  if (context.catalog.table(ref) === null) {
    if (statement.missing_ok || shapesNothing(statement) || context.catalog.sequence(sequenceRef(statement, context)))
      return;
    throw new StatementError(`alters ${tableLabel(ref)}, which does not exist`, ref);
  }
  const only = statement.relation?.inh !== true;
  for (const node of statement.cmds ?? []) {
    if ('AlterTableCmd' in node) runAction({ ref, command: node.AlterTableCmd, context, only }, node.AlterTableCmd.def);
  }
}

/** pg_dump changes the owner of sequences and views through ALTER TABLE. */
function shapesNothing({ cmds = [] }: AlterTableStmt): boolean {
  return cmds.every((node) => 'AlterTableCmd' in node && ignored.has(node.AlterTableCmd.subtype ?? 'AT_AddColumn'));
}

function sequenceRef({ relation }: AlterTableStmt, { fold, catalog }: Context): TableRef {
  return fold.resolve(relation?.schemaname, relation?.relname ?? '', (ref) => catalog.sequence(ref) !== null);
}

function runAction(action: Action, definition: Node | undefined): void {
  const { command, context, ref } = action;
  const subtype = command.subtype ?? 'AT_GenericOptions';
  if (ignored.has(subtype)) return;
  try {
    const run = actions[subtype];
    if (run === undefined) throw new StatementError(`has an action that is not understood, ${subtype}`, ref);
    run(action);
  } catch (error) {
    if (!(error instanceof StatementError || error instanceof CatalogError || error instanceof UnreadableExpression))
      throw error;
    const table = error instanceof StatementError ? (error.table ?? ref) : ref;
    const place = context.text.placeAt(locationOf(definition));
    context.fold.unread.push({ extent: 'whole', why: error.message, subject: tableLabel(ref), table, place });
  }
}

function locationOf(node: Node | undefined): number | undefined {
  if (node === undefined) return undefined;
  const content = (node as Record<string, { location?: number }>)[kindOf(node)];
  return content?.location;
}

function addTableConstraint({ context, ref, command, only }: Action): void {
  const node = command.def && 'Constraint' in command.def ? command.def.Constraint : undefined;
  if (node === undefined) throw new StatementError('adds nothing that is understood', ref);
  if (node.contype === 'CONSTR_NOTNULL') {
    const column = node.keys?.[0];
    const name = column && 'String' in column ? (column.String.sval ?? '') : '';
    context.catalog.apply({ kind: 'alter-column', table: ref, column: name, set: { nullable: false } });
    return;
  }
  const written = writtenConstraint(context, node, null);
  if (node.indexname !== undefined) {
    addFromIndex(context, ref, written, node.indexname);
    return;
  }
  addConstraint(context, ref, written);
  if (node.contype !== 'CONSTR_CHECK' || only || node.is_no_inherit) return;
  for (const child of context.fold.inheritance.descendantsOf(ref)) addConstraint(context, child, written);
}

/** `ADD … USING INDEX`: the index becomes the constraint's, and takes its name. */
function addFromIndex(
  context: Context,
  ref: TableRef,
  written: ReturnType<typeof writtenConstraint>,
  index: string,
): void {
  const table = context.catalog.table(ref);
  const found = table?.indexes.find(({ name }) => name === index);
  if (table === null || found === undefined)
    throw new StatementError(`uses the index ${index}, which does not exist`, ref);
  const keys = found.keys.flatMap(({ of }) => (of.kind === 'column' ? [{ String: { sval: of.column } }] : []));
  const including = found.include.map((column) => ({ String: { sval: column } }));
  const conname = written.node.conname ?? index;
  const node = { ...written.node, conname, keys, including, nulls_not_distinct: found.nullsNotDistinct };
  context.catalog.apply({ kind: 'drop-index', table: ref, index });
  const constraint = readConstraint(context, { ...table, indexes: [] }, { ...written, node });
  context.catalog.apply({ kind: 'add-constraint', table: ref, constraint });
}

function dropConstraint(action: Action): void {
  const { context, ref, command, only } = action;
  const found = constraintsOf(tableOf(action)).find(({ name }) => name === command.name);
  if (found === undefined) {
    // PostgreSQL 18's NOT NULL constraints have names, which nothing here keeps.
    if (command.missing_ok || command.name?.endsWith('_not_null')) return;
    throw new StatementError(`drops the constraint ${command.name}, which does not exist`, ref);
  }
  const tables = [ref, ...(only || found.kind !== 'check' ? [] : context.fold.inheritance.descendantsOf(ref))];
  for (const table of tables) {
    const has = constraintsOf(context.catalog.table(table) ?? tableOf(action)).some(({ name }) => name === found.name);
    const constraint = { kind: found.kind, name: found.name ?? '' };
    if (has) context.catalog.apply({ kind: 'drop-constraint', table, constraint });
  }
}

/** `ALTER CONSTRAINT … DEFERRABLE`: the same constraint again, deferred otherwise. */
function alterConstraint(action: Action): void {
  const { context, ref, command } = action;
  const written = command.def && 'ATAlterConstraint' in command.def ? command.def.ATAlterConstraint : undefined;
  const key = tableOf(action).foreignKeys.find(({ name }) => name === written?.conname);
  if (key === undefined)
    throw new StatementError(`alters the constraint ${written?.conname}, which does not exist`, ref);
  if (!written?.alterDeferrability) return;
  const initiallyDeferred = written.initdeferred ?? false;
  const deferrable = (written.deferrable ?? false) || initiallyDeferred;
  context.catalog.apply({
    kind: 'drop-constraint',
    table: ref,
    constraint: { kind: 'foreign-key', name: key.name ?? '' },
  });
  const constraint = { kind: 'foreign-key' as const, ...key, deferrable, initiallyDeferred };
  context.catalog.apply({ kind: 'add-constraint', table: ref, constraint });
}

function inherit({ context, ref, command }: Action, starts: boolean): void {
  const relation = command.def && 'RangeVar' in command.def ? command.def.RangeVar : undefined;
  const parent = tableRefOf(context, relation);
  if (starts) context.fold.inheritance.add(parent, ref);
  else context.fold.inheritance.remove(parent, ref);
}

/** A table that becomes a partition is from then on its parent's storage: listed, not verified. */
function attachPartition({ context, command }: Action): void {
  const relation = command.def && 'PartitionCmd' in command.def ? command.def.PartitionCmd.name : undefined;
  const partition = tableRefOf(context, relation);
  const table = context.catalog.table(partition);
  if (table === null) return;
  context.catalog.apply({ kind: 'drop-table', table: partition });
  context.catalog.apply({ kind: 'add-other', other: { kind: 'partition', ...partition, place: table.place } });
}

function detachPartition({ context, command }: Action): void {
  const relation = command.def && 'PartitionCmd' in command.def ? command.def.PartitionCmd.name : undefined;
  const partition = tableRefOf(context, relation);
  throw new StatementError(`makes the partition ${tableLabel(partition)} a table of its own`, partition);
}
