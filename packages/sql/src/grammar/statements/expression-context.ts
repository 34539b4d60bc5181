import type { Column, Table } from '@canonical-schema/schema';
import type { ExpressionContext } from '../../expressions/normalize';
import type { Token } from '../tokens';
import { columnNamed } from './relation';

/** What a table's columns say to an expression that names them, in whatever case. */
export function expressionContext(table: {
  readonly columns: readonly Pick<Column, 'name' | 'type'>[];
}): ExpressionContext & {
  columnName(name: string): string | null;
} {
  return {
    columnType: (name) => {
      const type = columnNamed(table, name)?.type;
      return typeof type === 'string' ? type : undefined;
    },
    columnName: (name) => columnNamed(table, name)?.name ?? null,
  };
}

/** The table's columns that stand among these tokens, sorted, each once. */
export function columnsAmong(tokens: readonly Token[], table: Pick<Table, 'columns'>): string[] {
  const names = tokens.flatMap((token, at) => {
    const isName = token.kind === 'name' || (token.kind === 'word' && mayName(token) && tokens[at + 1]?.word !== '(');
    return isName ? (columnNamed(table, token.value)?.name ?? []) : [];
  });
  return [...new Set(names)].sort();
}

/** Words of expressions that no dialect takes for a name unless they are quoted. */
const reserved: ReadonlySet<string> = new Set('null and or not is in like between case when then else'.split(' '));

function mayName({ value }: Token): boolean {
  return !reserved.has(value.toLowerCase());
}
