import type { Change, ForeignKey, Index, TableRef, Unique } from '@canonical-schema/schema';
import { foreignKeySuffix, type NameRules, schemaEditorName } from '../names';

/** A statement that the schema editor keeps for the end of the migration. */
export type Deferred = { dbTable: string } & (
  | { readonly kind: 'index'; object: Index }
  | { readonly kind: 'unique'; object: Unique }
  | { readonly kind: 'foreign-key'; object: ForeignKey; toDbTable: string }
);

/** The change that a deferred statement makes. */
export function changeOf({ dbTable, ...deferred }: Deferred, names: NameRules): Change {
  const table = names.tableRef(dbTable);
  if (deferred.kind === 'index') return { kind: 'add-index', table, index: deferred.object };
  return { kind: 'add-constraint', table, constraint: { ...deferred.object, kind: deferred.kind } as never };
}

/** Statements waiting for the end of a migration. They follow renames, names included, for those are made last. */
export class DeferredStatements {
  private statements: Deferred[] = [];

  constructor(private readonly names: NameRules) {}

  add(statement: Deferred): void {
    this.statements.push(statement);
  }

  /** All of them, of which there are then none. */
  take(): readonly Deferred[] {
    const taken = this.statements;
    this.statements = [];
    return taken;
  }

  /** Does a statement make an index of that name? It is then taken back. */
  dropIndex(dbTable: string, name: string): void {
    this.keep((each) => each.dbTable !== dbTable || each.kind !== 'index' || each.object.name !== name);
  }

  dropTable(dbTable: string): void {
    this.keep((each) => each.dbTable !== dbTable && (each.kind !== 'foreign-key' || each.toDbTable !== dbTable));
  }

  dropColumn(dbTable: string, column: string): void {
    this.keep((each) => {
      if (
        each.kind === 'foreign-key' &&
        each.toDbTable === dbTable &&
        each.object.references.columns.includes(column)
      ) {
        return false;
      }
      return each.dbTable !== dbTable || !columnsOf(each).includes(column);
    });
  }

  renameTable(from: string, to: string): void {
    for (const each of this.statements) {
      const isTarget = each.kind === 'foreign-key' && each.toDbTable === from;
      if (each.kind === 'foreign-key' && isTarget) {
        each.toDbTable = to;
        each.object = { ...each.object, references: { ...each.object.references, ...targetOf(to, this.names) } };
      }
      if (each.dbTable !== from && !isTarget) continue;
      if (each.dbTable === from) each.dbTable = to;
      rename(each, this.names);
    }
  }

  renameColumn(dbTable: string, from: string, to: string): void {
    const name = (column: string): string => (column === from ? to : column);
    for (const each of this.statements) {
      if (each.kind === 'foreign-key' && each.toDbTable === dbTable) {
        const { references } = each.object;
        each.object = { ...each.object, references: { ...references, columns: references.columns.map(name) } };
        rename(each, this.names);
      }
      if (each.dbTable !== dbTable || !columnsOf(each).includes(from)) continue;
      if (each.kind === 'index') each.object = withColumns(each.object, name);
      else each.object = { ...each.object, columns: each.object.columns.map(name) } as never;
      rename(each, this.names);
    }
  }

  private keep(isKept: (statement: Deferred) => boolean): void {
    this.statements = this.statements.filter(isKept);
  }
}

function targetOf(dbTable: string, names: NameRules): { readonly schema: string; readonly table: string } {
  const { schema, name }: TableRef = names.tableRef(dbTable);
  return { schema, table: name };
}

function columnsOf(deferred: Deferred): readonly string[] {
  if (deferred.kind !== 'index') return deferred.object.columns;
  const { keys, include } = deferred.object;
  return [...keys.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : [])), ...include];
}

function withColumns(index: Index, name: (column: string) => string): Index {
  const keys = index.keys.map((key) =>
    key.of.kind === 'column' ? { ...key, of: { kind: 'column' as const, column: name(key.of.column) } } : key,
  );
  return { ...index, keys, include: index.include.map(name) };
}

/** Names that nobody wrote are made when the statement is run. */
function rename(deferred: Deferred, names: NameRules): void {
  if (deferred.object.nameGiven) return;
  const name = schemaEditorName(deferred.dbTable, columnsOf(deferred), suffixOf(deferred), names);
  deferred.object = { ...deferred.object, name } as never;
}

function suffixOf(deferred: Deferred): string {
  switch (deferred.kind) {
    case 'foreign-key':
      return foreignKeySuffix(deferred.toDbTable, deferred.object.references.columns[0] ?? '');
    case 'unique':
      return '_uniq';
    case 'index':
      return indexSuffix(deferred.object);
  }
}

function indexSuffix({ origin, method, keys, unique }: Index): string {
  if (unique) return '_uniq';
  if (origin === 'pattern') return '_like';
  if (method === 'gist') return '_id';
  return keys.length > 1 ? '_idx' : '';
}
