import { columnsNamePart, type Index, type Table, tableLabel } from '@canonical-schema/schema';
import { type Context, isPassedOver, StatementError, tableRefOf } from '../fold/fold';
import { nodesOf } from '../fold/tree';
import type { IndexElem, IndexStmt } from '../parser/postgres';
import { expressionName } from './expression-name';
import { expressionOf, indexKey } from './index-key';
import { givenName } from './object-name';
import { remark } from './shadowed';

/** CREATE INDEX with every clause; CONCURRENTLY, storage parameters and tablespace have no effect on a schema. */
export function createIndex(statement: IndexStmt, context: Context): void {
  if (isPassedOver(context, statement.relation)) return;
  const ref = tableRefOf(context, statement.relation);
  const table = context.catalog.table(ref);
  if (table === null) throw new StatementError(`is on ${tableLabel(ref)}, which does not exist`, ref);
  const index = readIndex(statement, table, context);
  const owner = index.name === null ? null : context.catalog.tableOfIndex({ schema: table.schema, name: index.name });
  if (owner === null) {
    context.catalog.apply({ kind: 'add-index', table: ref, index });
    return;
  }
  if (!statement.if_not_exists) throw new StatementError(`makes the index ${index.name}, which already exists`, ref);
  const existing = owner.indexes.find(({ name }) => name === index.name);
  if (existing === undefined || factsOf(existing) === factsOf(index)) return;
  remark(
    context,
    table,
    `CREATE INDEX IF NOT EXISTS ${index.name} has no effect, for an index of that name exists already with another ` +
      'definition. Drop it first, or use another name.',
    existing.place,
  );
}

function readIndex(statement: IndexStmt, table: Table, context: Context): Index {
  const place = context.text.place;
  const method = statement.accessMethod ?? 'btree';
  const elements = nodesOf(statement.indexParams, 'IndexElem');
  const include = nodesOf(statement.indexIncludingParams, 'IndexElem').map(({ name }) => name ?? '');
  const part = columnsNamePart([...elements.map(namePart), ...include]);
  const missing = [...elements.map(({ name }) => name), ...include].find(
    (name) => name !== undefined && !table.columns.some((column) => column.name === name),
  );
  if (missing !== undefined) throw new StatementError(`column ${tableLabel(table)}.${missing} does not exist`, table);
  return {
    ...givenName(context, table, statement.idxname, part, 'idx'),
    unique: statement.unique ?? false,
    method,
    keys: elements.map((element) => indexKey(context, table, element, method, place)),
    include,
    where: statement.whereClause === undefined ? null : expressionOf(context, table, statement.whereClause, place),
    nullsNotDistinct: statement.nulls_not_distinct ?? false,
    origin: 'written',
    place,
  };
}

function namePart({ name, expr }: IndexElem): string | null {
  return name ?? (expr === undefined ? null : expressionName(expr));
}

function factsOf({ unique, method, keys, include, where, nullsNotDistinct }: Index): string {
  return JSON.stringify([unique, method, keys, include, where, nullsNotDistinct]);
}
