import { CatalogError, type Domain, freeObjectName, type TableRef, tableLabel } from '@canonical-schema/schema';
import { normalizeDefault } from '../expressions/default';
import { normalizeExpression } from '../expressions/normalize';
import { resolvedType, userType } from '../fold/column-type';
import { type Context, StatementError } from '../fold/fold';
import { nodesOf, qualified, stringsOf } from '../fold/tree';
import type {
  AlterDomainStmt,
  AlterEnumStmt,
  CompositeTypeStmt,
  Constraint,
  CreateDomainStmt,
  CreateEnumStmt,
  Node,
} from '../parser/postgres';
import { shadowedEnum } from './shadowed';

function createdRef({ fold }: Context, names: readonly Node[] | undefined): TableRef {
  const { schema, name } = qualified(stringsOf(names));
  return { schema: schema ?? fold.currentSchema, name };
}

/** CREATE TYPE … AS ENUM. */
export function createEnum(statement: CreateEnumStmt, context: Context): void {
  const ref = createdRef(context, statement.typeName);
  const labels = stringsOf(statement.vals);
  const existing = context.catalog.enum(ref);
  if (existing !== null && context.isGuarded) {
    shadowedEnum(context, existing, labels);
    return;
  }
  demandFree(ref, context);
  context.catalog.apply({ kind: 'add-enum', enum: { ...ref, labels, place: context.text.place } });
}

function demandFree(ref: TableRef, { catalog }: Context): void {
  if (catalog.enum(ref) === null && catalog.domain(ref) === null) return;
  throw new CatalogError(`type ${tableLabel(ref)} already exists`);
}

/** ALTER TYPE … ADD VALUE and RENAME VALUE. */
export function alterEnum(statement: AlterEnumStmt, context: Context): void {
  const { schema, name } = qualified(stringsOf(statement.typeName));
  const ref = userType(context, schema, name);
  const labels = ref && context.catalog.enum(ref)?.labels;
  if (ref === null || labels === null || labels === undefined) {
    throw new StatementError(`alters the type ${name}, which does not exist`);
  }
  const { oldVal, newVal = '', newValNeighbor, newValIsAfter } = statement;
  const has = (label: string): boolean => 'includes' in labels && labels.includes(label);
  if (oldVal !== undefined) {
    if (!has(oldVal)) throw new StatementError(`renames the label "${oldVal}", which ${tableLabel(ref)} does not have`);
    context.catalog.apply({ kind: 'rename-enum-label', enum: ref, label: oldVal, to: newVal });
    return;
  }
  if (has(newVal)) {
    if (statement.skipIfNewValExists) return;
    throw new StatementError(`adds the label "${newVal}", which ${tableLabel(ref)} has already`);
  }
  const side = newValIsAfter ? 'after' : 'before';
  const position = newValNeighbor === undefined ? null : ({ side, label: newValNeighbor } as const);
  context.catalog.apply({ kind: 'add-enum-label', enum: ref, label: newVal, position });
}

/** CREATE TYPE … AS (…): listed; its attributes are kept for tables of that type. */
export function createComposite(statement: CompositeTypeStmt, context: Context): void {
  const { fold, catalog, text } = context;
  const ref = { schema: statement.typevar?.schemaname ?? fold.currentSchema, name: statement.typevar?.relname ?? '' };
  fold.composites.set(`${ref.schema}.${ref.name}`, statement.coldeflist ?? []);
  catalog.apply({ kind: 'add-other', other: { kind: 'type', ...ref, place: text.place } });
}

/** CREATE DOMAIN. */
export function createDomain(statement: CreateDomainStmt, context: Context): void {
  const ref = createdRef(context, statement.domainname);
  demandFree(ref, context);
  const { type } = resolvedType(context, statement.typeName);
  const constraints = nodesOf(statement.constraints, 'Constraint');
  const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
  const bare: Domain = {
    ...ref,
    type,
    notNull: constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL'),
    default: domainDefault(value, type),
    checks: [],
    place: context.text.place,
  };
  const checks = constraints.filter(({ contype }) => contype === 'CONSTR_CHECK');
  context.catalog.apply({ kind: 'add-domain', domain: checks.reduce(withCheck, bare) });
}

function domainDefault(node: Node | undefined, type: string): string | null {
  if (node === undefined) return null;
  const value = normalizeDefault(node, type);
  return value.kind === 'none' ? null : value.sql;
}

function withCheck(domain: Domain, node: Constraint): Domain {
  const isTaken = (name: string): boolean => domain.checks.some((check) => check.name === name);
  const name = node.conname ?? freeObjectName(domain.name, null, 'check', isTaken);
  const types = { columnType: (column: string) => (column === 'value' ? domain.type : undefined), check: true };
  const expression = node.raw_expr === undefined ? '' : normalizeExpression(node.raw_expr, types);
  return { ...domain, checks: [...domain.checks, { name, expression }] };
}

/** What each letter of ALTER DOMAIN does; `V` (VALIDATE) does nothing here. */
const domainSteps: Readonly<Record<string, (domain: Domain, statement: AlterDomainStmt) => Domain>> = {
  T: (domain, { def }) => ({ ...domain, default: domainDefault(def, domain.type) }),
  N: (domain) => ({ ...domain, notNull: false }),
  O: (domain) => ({ ...domain, notNull: true }),
  C: addDomainConstraint,
  X: (domain, { name }) => ({ ...domain, checks: domain.checks.filter((check) => check.name !== name) }),
  V: (domain) => domain,
};

function addDomainConstraint(domain: Domain, { def }: AlterDomainStmt): Domain {
  if (def === undefined || !('Constraint' in def)) return domain;
  return def.Constraint.contype === 'CONSTR_NOTNULL' ? { ...domain, notNull: true } : withCheck(domain, def.Constraint);
}

/** ALTER DOMAIN. */
export function alterDomain(statement: AlterDomainStmt, context: Context): void {
  const { schema, name } = qualified(stringsOf(statement.typeName));
  const ref = userType(context, schema, name);
  const domain = ref && context.catalog.domain(ref);
  const step = domainSteps[statement.subtype ?? ''];
  if (ref === null || domain === null) throw new StatementError(`alters the domain ${name}, which does not exist`);
  if (step === undefined) throw new StatementError(`alters the domain ${name} in a way that is not understood`);
  context.catalog.apply({ kind: 'alter-domain', domain: ref, to: step(domain, statement) });
}
