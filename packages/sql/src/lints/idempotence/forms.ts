import { kindOf, type NodeKind, type NodeOf } from '../../fold/tree';
import type { AlterTableCmd, Node } from '../../parser/postgres';

/** The clause that lets a statement run again, and the words that it stands behind. */
export interface Form {
  readonly clause: 'IF NOT EXISTS' | 'IF EXISTS' | 'OR REPLACE';
  readonly behind: readonly string[];
}

type Forms = { readonly [K in NodeKind]?: (statement: NodeOf<K>) => Form | null };

/** Which clause each kind of statement lacks; null where it has it, or is of a form that cannot take it. */
const forms: Forms = {
  CreateStmt: ({ if_not_exists, relation }) => (relation?.relpersistence === 't' ? null : made(if_not_exists, 'table')),
  CreateForeignTableStmt: ({ base }) => made(base?.if_not_exists, 'table'),
  CreateTableAsStmt: ({ if_not_exists, objtype, into }) =>
    into?.rel?.relpersistence === 't' ? null : made(if_not_exists, objtype === 'OBJECT_MATVIEW' ? 'view' : 'table'),
  IndexStmt: ({ if_not_exists, concurrent }) => made(if_not_exists, 'index', ...(concurrent ? ['concurrently'] : [])),
  CreateSeqStmt: ({ if_not_exists, sequence }) =>
    sequence?.relpersistence === 't' ? null : made(if_not_exists, 'sequence'),
  // With elements inside, PostgreSQL allows no IF NOT EXISTS.
  CreateSchemaStmt: ({ if_not_exists, schemaElts = [] }) =>
    schemaElts.length > 0 ? null : made(if_not_exists, 'schema'),
  CreateExtensionStmt: ({ if_not_exists }) => made(if_not_exists, 'extension'),
  CreateStatsStmt: ({ if_not_exists, defnames }) => (defnames === undefined ? null : made(if_not_exists, 'statistics')),
  CreateForeignServerStmt: ({ if_not_exists }) => made(if_not_exists, 'server'),
  CreateUserMappingStmt: ({ if_not_exists }) => made(if_not_exists, 'mapping'),
  ViewStmt: ({ replace, view }) => (view?.relpersistence === 't' ? null : replaced(replace)),
  CreateFunctionStmt: ({ replace }) => replaced(replace),
  CreateTransformStmt: ({ replace }) => replaced(replace),
  RuleStmt: ({ replace }) => replaced(replace),
  // PostgreSQL 14 and newer; constraint triggers cannot be replaced.
  CreateTrigStmt: ({ replace, isconstraint }) => (isconstraint ? null : replaced(replace)),
  DefineStmt: ({ kind, replace, if_not_exists }) => {
    if (kind === 'OBJECT_AGGREGATE') return replaced(replace);
    return kind === 'OBJECT_COLLATION' ? made(if_not_exists, 'collation') : null;
  },
  AlterEnumStmt: ({ newVal, oldVal, skipIfNewValExists }) =>
    newVal === undefined || oldVal !== undefined ? null : made(skipIfNewValExists, 'add', 'value'),
  AlterDomainStmt: ({ subtype, missing_ok }) => (subtype === 'X' ? gone(missing_ok, 'drop', 'constraint') : null),
  DropStmt: ({ removeType, missing_ok, concurrent }) =>
    gone(missing_ok, droppedWord(removeType), ...(concurrent ? ['concurrently'] : [])),
  DropRoleStmt: ({ missing_ok }) => gone(missing_ok, 'drop', 'role'),
  DropUserMappingStmt: ({ missing_ok }) => gone(missing_ok, 'mapping'),
  DropSubscriptionStmt: ({ missing_ok }) => gone(missing_ok, 'subscription'),
};

/** The clause that a statement lacks; null where it lacks none. */
export function missingForm(node: Node): Form | null {
  const kind = kindOf(node);
  const read = forms[kind] as ((statement: unknown) => Form | null) | undefined;
  return read?.((node as unknown as Record<NodeKind, unknown>)[kind]) ?? null;
}

/** The same for one action of ALTER TABLE; `behind` is looked for within the action, `column` where it is written. */
export function missingActionForm({ subtype, missing_ok, def }: AlterTableCmd, isTable: boolean): Form | null {
  switch (subtype) {
    case 'AT_AddColumn':
      // An attribute of a composite type has no IF NOT EXISTS.
      return def === undefined || !isTable ? null : made(missing_ok, 'add');
    case 'AT_DropColumn':
      return isTable ? gone(missing_ok, 'drop') : gone(missing_ok, 'drop', 'attribute');
    case 'AT_DropConstraint':
      return gone(missing_ok, 'drop', 'constraint');
    case 'AT_DropIdentity':
      return gone(missing_ok, 'drop', 'identity');
    case 'AT_DropExpression':
      return gone(missing_ok, 'drop', 'expression');
    default:
      return null;
  }
}

/** The last word before the name in a DROP, where it is not that of the kind itself. */
const droppedWords: Readonly<Record<string, string>> = {
  OBJECT_MATVIEW: 'view',
  OBJECT_FOREIGN_TABLE: 'table',
  OBJECT_STATISTIC_EXT: 'statistics',
  OBJECT_OPCLASS: 'class',
  OBJECT_OPFAMILY: 'family',
  OBJECT_FDW: 'wrapper',
  OBJECT_FOREIGN_SERVER: 'server',
  OBJECT_ACCESS_METHOD: 'method',
  OBJECT_EVENT_TRIGGER: 'trigger',
  OBJECT_TSPARSER: 'parser',
  OBJECT_TSDICTIONARY: 'dictionary',
  OBJECT_TSTEMPLATE: 'template',
  OBJECT_TSCONFIGURATION: 'configuration',
};

function droppedWord(removeType = ''): string {
  return droppedWords[removeType] ?? removeType.replace('OBJECT_', '').toLowerCase();
}

function made(hasIt: boolean | undefined, ...behind: string[]): Form | null {
  return hasIt ? null : { clause: 'IF NOT EXISTS', behind };
}

function gone(hasIt: boolean | undefined, ...behind: string[]): Form | null {
  return hasIt ? null : { clause: 'IF EXISTS', behind };
}

function replaced(hasIt: boolean | undefined): Form | null {
  return hasIt ? null : { clause: 'OR REPLACE', behind: ['create'] };
}
