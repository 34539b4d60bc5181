/** What MySQL and MariaDB say differently of one another in the same catalog. */
export interface ServerKind {
  readonly dialect: 'mysql' | 'mariadb';
  readonly label: string;
  /** The dialect of a server that answers and is not of this kind. */
  readonly other: 'mysql' | 'mariadb';
  /** Is this the kind, by what `VERSION()` says? */
  is(version: string): boolean;
  /** Limits the time of every statement that reads. */
  timeLimit(milliseconds: number): string;
  /** An expression over `STATISTICS`: the key's expression where it has no column. */
  readonly indexExpression: string;
  /** Each check with its table. */
  readonly checks: string;
  /** The text behind DEFAULT; null for none. */
  defaultText(column: DefaultRow): string | null;
  /** An expression as it stands in the catalog, as SQL. */
  expressionText(text: string): string;
  /** Is json a longtext with a check? */
  readonly hasJsonAsText: boolean;
}

/** What a row of `COLUMNS` says of a default. */
export interface DefaultRow {
  readonly type: string;
  readonly default: string | null;
  readonly extra: string;
}

/** MariaDB, since 10.2 by expressions. */
export const mariadbServer: ServerKind = {
  dialect: 'mariadb',
  label: 'MariaDB',
  other: 'mysql',
  is: (version) => /mariadb/i.test(version),
  timeLimit: (milliseconds) => `SET SESSION max_statement_time = ${milliseconds / 1000}`,
  indexExpression: 'NULL',
  checks: `
    SELECT TABLE_NAME AS \`table\`, CONSTRAINT_NAME AS name, CHECK_CLAUSE AS expression
    FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()
    ORDER BY TABLE_NAME, CONSTRAINT_NAME`,
  defaultText: (row) => row.default,
  expressionText: (text) => text,
  hasJsonAsText: true,
};

/** MySQL, 8.0 or newer. */
export const mysqlServer: ServerKind = {
  dialect: 'mysql',
  label: 'MySQL',
  other: 'mariadb',
  is: (version) => !mariadbServer.is(version),
  timeLimit: (milliseconds) => `SET SESSION max_execution_time = ${milliseconds}`,
  indexExpression: 'EXPRESSION',
  checks: `
    SELECT t.TABLE_NAME AS \`table\`, t.CONSTRAINT_NAME AS name, c.CHECK_CLAUSE AS expression
    FROM information_schema.TABLE_CONSTRAINTS AS t JOIN information_schema.CHECK_CONSTRAINTS AS c
      ON c.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = t.CONSTRAINT_NAME
    WHERE t.TABLE_SCHEMA = DATABASE() AND t.CONSTRAINT_TYPE = 'CHECK'
    ORDER BY t.TABLE_NAME, t.CONSTRAINT_NAME`,
  defaultText: (row) => {
    if (row.default === null) return null;
    if (/\bDEFAULT_GENERATED\b/i.test(row.extra)) return mysqlServer.expressionText(row.default);
    if (isOfBytes(row) && row.default === '0x') return "''";
    return isWrittenAsIs(row) ? row.default : quoted(row.default);
  },
  expressionText: unescaped,
  hasJsonAsText: false,
};

/** A value of `bit` stands there as `b'0'`, one of `binary` as `0x61`; the current time, before 8.0.13, without a mark that it is an expression. */
function isWrittenAsIs({ type, default: text }: DefaultRow): boolean {
  if (isOfBytes({ type }) && /^0x(?:[0-9a-f]{2})+$/i.test(text ?? '')) return true;
  return /^bit\b/i.test(type) || (/^(datetime|timestamp)\b/i.test(type) && /^CURRENT_TIMESTAMP/i.test(text ?? ''));
}

function isOfBytes({ type }: Pick<DefaultRow, 'type'>): boolean {
  return /^(?:var)?binary\b/i.test(type);
}

/** The value itself, as a literal. */
function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Expressions are printed with every quote and backslash behind one more backslash. */
function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}
