import { exclusionDefinitionText, parseStatements } from '@canonical-schema/sql';

/** An exclusion constraint taken apart. */
export interface ExclusionParts {
  readonly method: string;
  readonly elements: readonly {
    readonly column: string;
    readonly opclass: string | null;
    readonly operator: string;
  }[];
  /** The predicate; null for none. */
  readonly where: string | null;
}

type Tree = NonNullable<ReturnType<typeof parseStatements>[number]['stmt']>;

/** The parts of a definition (`USING gist (room WITH =) WHERE (…)`); null where it excludes by an expression. */
export function exclusionParts(definition: string): ExclusionParts | null {
  const sql = `EXCLUDE ${definition}`;
  const [statement] = parseStatements(`ALTER TABLE t ADD ${sql}`);
  const node = statement?.stmt;
  const command = node !== undefined && 'AlterTableStmt' in node ? node.AlterTableStmt.cmds?.[0] : undefined;
  const added = command !== undefined && 'AlterTableCmd' in command ? command.AlterTableCmd.def : undefined;
  if (added === undefined || !('Constraint' in added)) return null;
  const elements = (added.Constraint.exclusions ?? []).map(elementOf);
  const columns = elements.filter((element) => element !== null);
  if (columns.length !== elements.length || columns.length === 0) return null;
  const where = added.Constraint.where_clause === undefined ? null : lastExpression(sql);
  return { method: added.Constraint.access_method ?? 'gist', elements: columns, where };
}

function elementOf(item: Tree): ExclusionParts['elements'][number] | null {
  const [index, operator] = 'List' in item ? (item.List.items ?? []) : [];
  if (index === undefined || !('IndexElem' in index) || index.IndexElem.name === undefined) return null;
  const operators = operator !== undefined && 'List' in operator ? stringsOf(operator.List.items) : [];
  const opclass = stringsOf(index.IndexElem.opclass).at(-1) ?? null;
  return { column: index.IndexElem.name, opclass, operator: operators.at(-1) ?? '=' };
}

function stringsOf(items: readonly Tree[] | undefined): string[] {
  return (items ?? []).flatMap((item) => ('String' in item ? [item.String.sval ?? ''] : []));
}

/** The predicate in normal form: what is printed last. */
function lastExpression(sql: string): string | null {
  let last: string | null = null;
  exclusionDefinitionText(sql, { columnType: () => undefined })?.render(
    (name) => name,
    (expression) => {
      last = expression;
      return expression;
    },
  );
  return last;
}
