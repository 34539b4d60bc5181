import {
  Catalog,
  type Change,
  type ColumnAlteration,
  type Schema,
  type SqlText,
  type Table,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import { demandPossible, type PossibleLanguage } from './possible-change';

/** What a dropped object took along outside its own table, which PostgreSQL does only for CASCADE. */
export interface Casualty {
  /** As a person names it: `the foreign key fk_a of b`. */
  readonly label: string;
  readonly change: Change;
}

/** A catalog that keeps the changes made to it, those that come along as changes of their own before their cause. */
export class RecordingCatalog extends Catalog {
  readonly changes: Change[] = [];
  readonly casualties: Casualty[] = [];

  constructor(
    schema: Schema,
    sqlText: SqlText,
    private readonly language: PossibleLanguage,
  ) {
    super(schema, sqlText);
  }

  /** Throws, besides what `Catalog` throws, where the change names a column, key or type that is not there. */
  override apply(folded: Change): void {
    const change = this.asNeeded(folded);
    if (change === null) return;
    demandPossible(change, this, this.language);
    const before = drops.has(change.kind) ? this.schema().tables : [];
    super.apply(change);
    const casualties = this.casualtiesOf(change, before);
    this.casualties.push(...casualties);
    this.changes.push(...casualties.map((casualty) => casualty.change), change);
  }

  /** The change without facts that are so already, null where nothing is left; tables are named, not described. */
  private asNeeded(change: Change): Change | null {
    if (change.kind === 'drop-other' && this.other(change.other) === null) return null;
    if (change.kind === 'set-table-comment' && this.table(change.table)?.comment === change.comment) return null;
    const named = withNames(change);
    if (named.kind !== 'alter-column') return named;
    const column = this.table(named.table)?.columns.find(({ name }) => name === named.column);
    if (column === undefined) return named;
    const set: ColumnAlteration = Object.fromEntries(
      Object.entries(named.set).filter(([fact, value]) => {
        const before: unknown = Object.entries(column).find(([name]) => name === fact)?.[1];
        return JSON.stringify(before ?? null) !== JSON.stringify(value ?? null);
      }),
    );
    return Object.keys(set).length === 0 ? null : { ...named, set };
  }

  private casualtiesOf(change: Change, before: readonly Table[]): Casualty[] {
    const own = 'table' in change ? tableLabel(tableOf(change.table)) : null;
    return before.flatMap((table) => {
      const after = this.table(table);
      if (after === null || after === table || tableLabel(table) === own) return [];
      return lostParts(table, after);
    });
  }
}

const drops: ReadonlySet<Change['kind']> = new Set([
  ...(['drop-table', 'drop-column', 'drop-constraint', 'drop-index', 'drop-enum', 'drop-domain'] as const),
]);

function tableOf({ schema, name }: TableRef): TableRef {
  return { schema, name };
}

function lostParts(before: Table, after: Table): Casualty[] {
  const table = tableOf(before);
  const label = tableLabel(before);
  const keys = before.foreignKeys.filter((key) => !after.foreignKeys.includes(key));
  const columns = before.columns.filter(({ name }) => !after.columns.some((column) => column.name === name));
  return [
    ...columns.map(({ name }): Casualty => {
      return { label: `the column ${label}.${name}`, change: { kind: 'drop-column', table, column: name } };
    }),
    ...keys
      .filter((key) => !key.columns.some((column) => columns.some(({ name }) => name === column)))
      .map(({ name, columns }): Casualty => {
        const constraint = { kind: 'foreign-key', name: name ?? '' } as const;
        return {
          label: `the foreign key ${name ?? `on ${columns.join(', ')}`} of ${label}`,
          change: { kind: 'drop-constraint', table, constraint },
        };
      }),
  ];
}

/** The fold may give a whole table where a name is asked for. */
function withNames(change: Change): Change {
  switch (change.kind) {
    case 'drop-table':
    case 'rename-table':
    case 'add-column':
    case 'drop-column':
    case 'rename-column':
    case 'alter-column':
    case 'add-constraint':
    case 'drop-constraint':
    case 'rename-constraint':
    case 'add-index':
    case 'drop-index':
    case 'rename-index':
    case 'set-table-comment':
      return { ...change, table: tableOf(change.table) };
    default:
      return change;
  }
}
