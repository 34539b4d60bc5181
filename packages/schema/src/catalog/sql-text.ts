import { type Fact, unreadable } from '../fact';
import type { TableRef } from '../model/table';

/** What a catalog asks about the SQL inside its facts; the SQL package answers through PostgreSQL's grammar. */
export interface SqlText {
  /** The columns that a normalised expression names. */
  columnsIn(expression: string): readonly string[];
  /** The expression after `ALTER TABLE … RENAME COLUMN`, as PostgreSQL would then print it. */
  renamedColumn(expression: string, from: string, to: string): Fact<string>;
  /** The same for an exclusion constraint's `USING … (…) WHERE (…)`. */
  renamedInExclusion(definition: string, from: string, to: string): Fact<string>;
  /** A user type's name as column types print it: `mood`, `audit.mood`, `"Mood"`. */
  typeText(type: TableRef): string;
}

/** For schemas whose expressions nobody can take apart: those that a rename may touch become unreadable. */
export const opaqueSqlText: SqlText = {
  columnsIn: () => [],
  renamedColumn: (_, from) => unreadable(`it may name the column ${from}, which was renamed`),
  renamedInExclusion: (_, from) => unreadable(`it may name the column ${from}, which was renamed`),
  typeText: ({ schema, name }) => (schema === 'public' ? quoted(name) : `${quoted(schema)}.${quoted(name)}`),
};

function quoted(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
