import type { Column, Place, Table, TableRef } from '@canonical-schema/schema';
import { StatementError } from '../../fold/fold';
import type { Statement } from '../statement';
import type { TokenReader } from '../token-reader';

/** The schema of every table where the dialect has none. */
const schema = 'public';

/** A table as it is named: a database before it is left out. */
export function refOf(name: string): TableRef {
  return { schema, name };
}

/** A name, behind the names of a database or an attached file. */
export function qualifiedName(reader: TokenReader): string {
  let name = reader.name();
  while (reader.accepts('.')) name = reader.name();
  return name;
}

/** The table of that name; one that differs in case only where there is none as written. */
export function tableNamed({ catalog }: Statement, name: string): Table | null {
  const exact = catalog.table(refOf(name));
  if (exact !== null) return exact;
  const folded = name.toLowerCase();
  return catalog.schema().tables.find((table) => table.name.toLowerCase() === folded) ?? null;
}

/** The same, where the statement cannot do without; null where what is named is listed only. */
export function tableFor(statement: Statement, name: string, verb: string): Table | null {
  const table = tableNamed(statement, name);
  if (table !== null || isPassedOver(statement, name)) return table;
  throw new StatementError(`${verb} ${name}, which does not exist`, refOf(name));
}

/** Is it a temporary table, or something that is only listed? */
export function isPassedOver({ fold, catalog }: Statement, name: string): boolean {
  const isListed = listedRelations.some((kind) => catalog.other({ kind, schema, name }) !== null);
  return isListed || fold.temporary.has(name.toLowerCase());
}

const listedRelations = ['view', 'virtual table'];

/** Do two names name one column? */
export function sameColumnName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The column of that name, in whatever case. */
export function columnNamed<C extends Pick<Column, 'name'>>(
  { columns }: { readonly columns: readonly C[] },
  name: string,
): C | undefined {
  const folded = name.toLowerCase();
  return (
    columns.find((column) => column.name === name) ?? columns.find((column) => column.name.toLowerCase() === folded)
  );
}

/** The columns of these names, as the table spells them. */
export function columnsNamed(table: Table, names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const column = columnNamed(table, name);
    if (column === undefined)
      throw new StatementError(`column ${table.name}.${name} does not exist`, refOf(table.name));
    return column.name;
  });
}

/** Lists an object that is not verified. */
export function listObject({ catalog }: Statement, kind: string, name: string, place: Place, table?: string): void {
  const other = { kind, schema, name, ...(table === undefined ? {} : { table }), place };
  catalog.apply({ kind: 'add-other', other });
}

/** Takes an object off the list. */
export function unlistObject({ catalog }: Statement, kind: string, name: string, table?: string): void {
  catalog.apply({ kind: 'drop-other', other: { kind, schema, name, ...(table === undefined ? {} : { table }) } });
}
