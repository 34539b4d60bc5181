import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpressionContext } from '../src/expressions/normalize';
import { parseStatements } from '../src/parser/postgres';
import { columnTypeOf } from '../src/types/type-name';

const folder = join(__dirname, '..', 'cases-expressions');

/** The statements that create the table that all cases are about. */
export function tableSql(): string {
  return readFileSync(join(folder, 'columns.sql'), 'utf8');
}

/** The statement that fills it with all sorts of rows. */
export function rowsSql(): string {
  return readFileSync(join(folder, 'rows.sql'), 'utf8');
}

/** One file of cases: groups of lines, separated by empty lines. */
export interface CaseFile {
  readonly name: string;
  readonly groups: readonly (readonly string[])[];
}

/** The case files of a folder, sorted by name. */
export function caseFiles(of: 'equal' | 'different' | 'defaults'): readonly CaseFile[] {
  return readdirSync(join(folder, of))
    .sort()
    .map((file) => ({
      name: file.replace(/\.sql$/, ''),
      groups: readFileSync(join(folder, of, file), 'utf8')
        .trim()
        .split(/\n\n+/)
        .map((group) => group.split('\n')),
    }));
}

/** What the table of the cases says of its columns. The parser must be loaded. */
export function contextOf(check: boolean): ExpressionContext {
  const types = new Map<string, string>();
  for (const { stmt } of parseStatements(tableSql())) {
    if (stmt === undefined || !('CreateStmt' in stmt)) continue;
    for (const element of stmt.CreateStmt.tableElts ?? []) {
      if (!('ColumnDef' in element) || element.ColumnDef.typeName === undefined) continue;
      types.set(element.ColumnDef.colname ?? '', columnTypeOf(element.ColumnDef.typeName).type);
    }
  }
  return { columnType: (name) => types.get(name), check };
}

/** What PostgreSQL stores for one text; `sql` is null where it stores nothing or refuses. */
interface StoredText {
  readonly sql: string | null;
  readonly error?: string;
}

/** Asks the embedded PostgreSQL, in a process of its own, what it stores for each text. */
export function storedIn(question: {
  readonly setup: string;
  readonly checks?: readonly string[];
  readonly defaults?: readonly (readonly [type: string, sql: string])[];
  readonly types?: readonly string[];
  /** Pairs of conditions; answered by the number of rows that tell them apart. */
  readonly same?: readonly (readonly [one: string, other: string])[];
}): Readonly<Record<'checks' | 'defaults' | 'types' | 'same', readonly StoredText[]>> {
  const script = join(__dirname, 'stored-expressions.mjs');
  return JSON.parse(execFileSync(process.execPath, [script], { input: JSON.stringify(question), encoding: 'utf8' }));
}
