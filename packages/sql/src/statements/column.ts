import {
  type Column,
  type Fact,
  freeObjectName,
  type Generated,
  type Identity,
  type Place,
  type Sequence,
  type TableRef,
} from '@canonical-schema/schema';
import { normalizeDefault } from '../expressions/default';
import { type ExpressionContext, normalizeExpression } from '../expressions/normalize';
import { type ResolvedType, resolvedType } from '../fold/column-type';
import { type Context, normalized } from '../fold/fold';
import { nodesOf, optionOf, stringsOf } from '../fold/tree';
import type { ColumnDef, Constraint as ConstraintNode, Node } from '../parser/postgres';
import type { WrittenConstraint } from './constraint';

/** A column as its definition makes it, with the constraints and the sequence that come along. */
export interface ReadColumn {
  readonly column: Column;
  readonly constraints: readonly WrittenConstraint[];
  readonly sequence: Sequence | null;
}

/** The column of a definition. `columnType` knows the table's other columns, which a generated one may name. */
export function readColumn(
  context: Context,
  table: TableRef,
  definition: ColumnDef,
  columnTypes: ExpressionContext,
): ReadColumn {
  const name = definition.colname ?? '';
  const place = context.text.placeAt(definition.location);
  const resolved = resolvedType(context, definition.typeName);
  const nodes = nodesOf(definition.constraints, 'Constraint');
  const written = (contype: ConstraintNode['contype']): ConstraintNode | undefined =>
    nodes.findLast((node) => node.contype === contype);
  const at = { table, column: name, place };
  const value = defaultValue(context, at, written('CONSTR_DEFAULT')?.raw_expr, resolved);
  const identity = identityOf(resolved, written('CONSTR_IDENTITY')) ?? value.identity;
  const collation = stringsOf(definition.collClause?.collname).at(-1) ?? null;
  const column: Column = {
    name,
    type: resolved.type,
    nullable:
      written('CONSTR_NOTNULL') === undefined && resolved.serial === null && written('CONSTR_IDENTITY') === undefined,
    default: value.sql,
    identity,
    generated: generatedOf(context, at, written('CONSTR_GENERATED'), columnTypes),
    collation: collation === 'default' ? null : collation,
    comment: null,
    ...(resolved.baseType === null ? {} : { baseType: resolved.baseType }),
    place,
  };
  const brought = resolved.serial !== null || written('CONSTR_IDENTITY') !== undefined;
  const sequence = brought ? ownedSequence(context, table, name, written('CONSTR_IDENTITY'), place) : null;
  return { column, constraints: writtenConstraints(context, nodes, name), sequence };
}

function identityOf({ serial }: ResolvedType, node: ConstraintNode | undefined): Identity | null {
  if (node !== undefined) return identityKind(node);
  return serial === null ? null : 'serial';
}

/** `ALWAYS` or `BY DEFAULT` of a GENERATED … AS IDENTITY. */
export function identityKind({ generated_when }: ConstraintNode): Identity {
  return generated_when === 'a' ? 'always' : 'by default';
}

interface At {
  readonly table: TableRef;
  readonly column: string;
  readonly place: Place;
}

/** A DEFAULT as columns hold it: the `nextval` of a sequence that the column owns is an identity. */
export function defaultValue(
  context: Context,
  at: At,
  node: Node | undefined,
  { type, baseType }: Pick<ResolvedType, 'type' | 'baseType'>,
): { readonly sql: Fact<string | null>; readonly identity: Identity | null } {
  if (node === undefined) return { sql: null, identity: null };
  const value = normalized(context, at, () => normalizeDefault(node, baseType ?? type));
  if ('unreadable' in value) return { sql: value, identity: null };
  if (value.kind === 'none') return { sql: null, identity: null };
  if (value.kind === 'nextval' && ownsSequence(context, at, value.sequence)) return { sql: null, identity: 'serial' };
  return { sql: value.sql, identity: null };
}

/** The sequence that a `nextval` names, as written: `schema.name` or `name`. */
export function sequenceNamed({ fold, catalog }: Context, name: string): TableRef {
  const dot = name.indexOf('.');
  const [schema, own] = dot < 0 ? [undefined, name] : [name.slice(0, dot), name.slice(dot + 1)];
  const exists = (ref: TableRef): boolean => catalog.sequence(ref) !== null;
  const found = fold.resolve(schema, own, exists);
  // A normalised name has lost the schema `public`, which need not be on the search path.
  return schema === undefined && !exists(found) ? { schema: 'public', name: own } : found;
}

function ownsSequence(context: Context, { table, column }: At, name: string): boolean {
  const owner = context.catalog.sequence(sequenceNamed(context, name))?.ownedBy;
  return owner?.column === column && owner.table === table.name && owner.schema === table.schema;
}

function generatedOf(
  context: Context,
  at: At,
  node: ConstraintNode | undefined,
  types: ExpressionContext,
): Fact<Generated | null> {
  const expression = node?.raw_expr;
  if (expression === undefined) return null;
  const kind = node?.generated_kind === 'v' ? 'virtual' : 'stored';
  return normalized(context, at, () => ({ expression: normalizeExpression(expression, types), kind }));
}

/** The sequence behind a serial or identity column: `t_c_seq`, or the name that the identity's options give. */
export function ownedSequence(
  { catalog }: Context,
  table: TableRef,
  column: string,
  identity: ConstraintNode | undefined,
  place: Place,
): Sequence {
  const written = optionOf(identity?.options, 'sequence_name');
  const names = written !== undefined && 'List' in written ? stringsOf(written.List.items) : [];
  const isTaken = (name: string): boolean => catalog.isNameTaken(table.schema, name);
  const name = names.at(-1) ?? freeObjectName(table.name, column, 'seq', isTaken);
  const ownedBy = { schema: table.schema, table: table.name, column };
  return { schema: names.at(-2) ?? table.schema, name, ownedBy, place };
}

/** Table constraints that stand behind a column, each with the deferral words that follow it. */
function writtenConstraints(context: Context, nodes: readonly ConstraintNode[], column: string): WrittenConstraint[] {
  const found: WrittenConstraint[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    const deferral = deferrals[node.contype ?? ''];
    if (deferral !== undefined && last !== undefined) found[found.length - 1] = { ...last, ...deferral };
    else if (tableConstraints.has(node.contype ?? '')) found.push(writtenConstraint(context, node, column));
  }
  return found;
}

const tableConstraints = new Set([
  'CONSTR_CHECK',
  'CONSTR_PRIMARY',
  'CONSTR_UNIQUE',
  'CONSTR_EXCLUSION',
  'CONSTR_FOREIGN',
]);

const deferrals: Readonly<Record<string, Partial<WrittenConstraint>>> = {
  CONSTR_ATTR_DEFERRABLE: { deferrable: true },
  CONSTR_ATTR_NOT_DEFERRABLE: { deferrable: false },
  CONSTR_ATTR_DEFERRED: { deferrable: true, initiallyDeferred: true },
  CONSTR_ATTR_IMMEDIATE: { initiallyDeferred: false },
};

/** A constraint's tree with its place. */
export function writtenConstraint(context: Context, node: ConstraintNode, column: string | null): WrittenConstraint {
  return {
    node,
    column,
    deferrable: (node.deferrable ?? false) || (node.initdeferred ?? false),
    initiallyDeferred: node.initdeferred ?? false,
    place: context.text.placeAt(node.location),
  };
}
