import type { ReadColumn } from './column';
import type { WrittenConstraint } from './constraint';

/**
 * The columns and constraints of a table where JSON is long text with a check: `longtext CHECK (json_valid(c))` is the
 * type json, and the check says no more.
 */
export function keptJson(
  columns: readonly ReadColumn[],
  constraints: readonly WrittenConstraint[],
): { readonly columns: readonly ReadColumn[]; readonly constraints: readonly WrittenConstraint[] } {
  const checked = new Set(constraints.flatMap((constraint) => jsonColumn(constraint) ?? []));
  const isJson = ({ column: { name, type } }: ReadColumn): boolean =>
    checked.has(name.toLowerCase()) && (type === 'longtext' || type === 'json');
  const json = new Set(columns.filter(isJson).map(({ column }) => column.name.toLowerCase()));
  return {
    // The collation that comes with JSON is its own.
    columns: columns.map((read) =>
      json.has(read.column.name.toLowerCase())
        ? { ...read, column: { ...read.column, type: 'json', collation: null } }
        : read,
    ),
    constraints: constraints.filter((constraint) => !json.has(jsonColumn(constraint) ?? '')),
  };
}

/** The column behind which `CHECK (json_valid(c))` stands for it. */
function jsonColumn(constraint: WrittenConstraint): string | null {
  if (constraint.kind !== 'check' || constraint.column === null) return null;
  const [call, open, column, close] = constraint.condition;
  const isCall =
    call?.word === 'json_valid' && open?.word === '(' && close?.word === ')' && constraint.condition.length === 4;
  const name = column?.value.toLowerCase();
  return isCall && name === constraint.column.toLowerCase() ? name : null;
}
