/** SQLite's keywords that cannot stand everywhere as a name: those without a fallback in `parse.y`, and the names of the row's number. */
const reserved: ReadonlySet<string> = new Set(
  [
    '_rowid_ add all alter and as autoincrement between case cast check collate commit constraint create',
    'current_date current_time current_timestamp default deferrable delete distinct drop else escape except',
    'exists false foreign from group having if in index insert intersect into is isnull join limit not nothing',
    'notnull null oid on or order primary raise references returning rowid select set table then to transaction',
    'true union unique update using values when where',
  ].flatMap((line) => line.split(' ')),
);

/** The identifier as SQLite must read it: quoted where it is a keyword or has other characters. */
export function quoteSqliteName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_$]*$/.test(name) && !reserved.has(name.toLowerCase())
    ? name
    : `"${name.replaceAll('"', '""')}"`;
}
