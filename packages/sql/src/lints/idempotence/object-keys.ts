import { kindOf, type NodeKind, type NodeOf, namesOf, qualified, stringsOf } from '../../fold/tree';
import type { AlterTableCmd, DropStmt, Node, RangeVar } from '../../parser/postgres';

/**
 * Words for an object and for everything that it goes with when dropped: a statement that makes one of these after the
 * file has dropped it may run again.
 */
export type ObjectKeys = readonly string[];

type KeysOf = { readonly [K in NodeKind]?: (statement: NodeOf<K>) => ObjectKeys };

const keys: KeysOf = {
  CreateStmt: ({ relation }) => relationKeys(relation),
  CreateForeignTableStmt: ({ base }) => relationKeys(base?.relation),
  CreateTableAsStmt: ({ into }) => relationKeys(into?.rel),
  ViewStmt: ({ view }) => relationKeys(view),
  CreateSeqStmt: ({ sequence }) => relationKeys(sequence),
  IndexStmt: ({ idxname, relation }) => [
    ...relationKeys(relation),
    ...(idxname === undefined ? [] : relationKeys({ ...relation, relname: idxname })),
  ],
  CreateSchemaStmt: ({ schemaname }) => [key('OBJECT_SCHEMA', [schemaname ?? ''])],
  CreateExtensionStmt: ({ extname }) => [key('OBJECT_EXTENSION', [extname ?? ''])],
  CreateEnumStmt: ({ typeName }) => typeKeys(stringsOf(typeName)),
  CreateDomainStmt: ({ domainname }) => typeKeys(stringsOf(domainname)),
  CreateRangeStmt: ({ typeName }) => typeKeys(stringsOf(typeName)),
  CompositeTypeStmt: ({ typevar }) => typeKeys([typevar?.schemaname ?? '', typevar?.relname ?? '']),
  CreateFunctionStmt: ({ funcname }) => schemaKeys('OBJECT_FUNCTION', stringsOf(funcname)),
  CreateTrigStmt: ({ trigname, relation }) => ofTable('OBJECT_TRIGGER', trigname, relation),
  CreatePolicyStmt: ({ policy_name, table }) => ofTable('OBJECT_POLICY', policy_name, table),
  RuleStmt: ({ rulename, relation }) => ofTable('OBJECT_RULE', rulename, relation),
  CreateEventTrigStmt: ({ trigname }) => [key('OBJECT_EVENT_TRIGGER', [trigname ?? ''])],
  CreatePublicationStmt: ({ pubname }) => [key('OBJECT_PUBLICATION', [pubname ?? ''])],
  CreateForeignServerStmt: ({ servername }) => [key('OBJECT_FOREIGN_SERVER', [servername ?? ''])],
  CreateFdwStmt: ({ fdwname }) => [key('OBJECT_FDW', [fdwname ?? ''])],
  CreateRoleStmt: ({ role }) => [key('role', [role ?? ''])],
  CreateStatsStmt: ({ defnames }) => schemaKeys('OBJECT_STATISTIC_EXT', stringsOf(defnames)),
  DefineStmt: ({ kind, defnames }) => schemaKeys(kind ?? '', stringsOf(defnames)),
};

/** What a statement makes, and what it makes it in or on; empty for statements that make nothing. */
export function keysMadeBy(node: Node): ObjectKeys {
  const kind = kindOf(node);
  const read = keys[kind] as ((statement: unknown) => ObjectKeys) | undefined;
  return read?.((node as unknown as Record<NodeKind, unknown>)[kind]) ?? [];
}

/** What a DROP drops. */
export function keysDroppedBy({ removeType = 'OBJECT_TABLE', objects = [] }: DropStmt): ObjectKeys {
  return objects.map((object) => {
    const names = namesOf(object);
    if (relationKinds.has(removeType)) return relationKeyOf(names);
    if (removeType === 'OBJECT_TYPE' || removeType === 'OBJECT_DOMAIN') return key('type', inSchema(names));
    if (tableParts.has(removeType)) return key(removeType, [...inSchema(names.slice(0, -1)), names.at(-1) ?? '']);
    if (removeType === 'OBJECT_PROCEDURE' || removeType === 'OBJECT_ROUTINE')
      return key('OBJECT_FUNCTION', inSchema(names));
    return key(removeType, named(removeType, names));
  });
}

/** The column or constraint that an action of ALTER TABLE adds or drops, and the table. */
export function actionKeys(relation: RangeVar | undefined, { def, name }: AlterTableCmd): ObjectKeys {
  const added =
    def === undefined
      ? name
      : 'ColumnDef' in def
        ? def.ColumnDef.colname
        : 'Constraint' in def
          ? def.Constraint.conname
          : name;
  return [...relationKeys(relation), ...(added === undefined ? [] : [partKey(relation, added)])];
}

/** A column or constraint of a table. */
export function partKey(relation: RangeVar | undefined, name: string): string {
  return key('part', [...inSchema([relation?.schemaname ?? '', relation?.relname ?? '']), name]);
}

const relationKinds: ReadonlySet<string> = new Set([
  ...['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_INDEX', 'OBJECT_SEQUENCE', 'OBJECT_FOREIGN_TABLE'],
]);
const tableParts: ReadonlySet<string> = new Set(['OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);
const withoutSchema: ReadonlySet<string> = new Set([
  ...['OBJECT_SCHEMA', 'OBJECT_EXTENSION', 'OBJECT_EVENT_TRIGGER', 'OBJECT_PUBLICATION', 'OBJECT_FDW'],
  ...['OBJECT_FOREIGN_SERVER', 'OBJECT_LANGUAGE', 'OBJECT_ACCESS_METHOD'],
]);

function named(kind: string, names: readonly string[]): readonly string[] {
  return withoutSchema.has(kind) ? names : inSchema(names);
}

function key(kind: string, names: readonly string[]): string {
  return [kind, ...names].join('\u0000');
}

function inSchema(names: readonly string[]): [string, string] {
  const { schema, name } = qualified(names);
  return [schema || 'public', name];
}

function relationKeyOf(names: readonly string[]): string {
  return key('relation', inSchema(names));
}

function relationKeys(relation: RangeVar | undefined): ObjectKeys {
  const names = [relation?.schemaname ?? '', relation?.relname ?? ''];
  return [relationKeyOf(names), key('OBJECT_SCHEMA', inSchema(names).slice(0, 1))];
}

function schemaKeys(kind: string, names: readonly string[]): ObjectKeys {
  return [key(kind, inSchema(names)), key('OBJECT_SCHEMA', inSchema(names).slice(0, 1))];
}

function typeKeys(names: readonly string[]): ObjectKeys {
  return schemaKeys('type', names);
}

function ofTable(kind: string, name: string | undefined, table: RangeVar | undefined): ObjectKeys {
  const owner = inSchema([table?.schemaname ?? '', table?.relname ?? '']);
  return [key(kind, [...owner, name ?? '']), ...relationKeys(table)];
}
