/** How a dialect quotes and comments: what its texts are cut into tokens by. */
export interface Lexis {
  /** The quotes of names: what opens one, and what closes it. */
  readonly names: Readonly<Record<string, string>>;
  /** The quotes of strings. */
  readonly strings: readonly string[];
  /** Does a backslash escape within strings? */
  readonly hasEscapes: boolean;
  /** Does `#` start a comment? */
  readonly hasHashComments: boolean;
  /** Does `--` start a comment only before a blank? */
  readonly dashesWantBlank: boolean;
  /** Is the content of a comment that starts with these words SQL (`/*!40101`)? Never, where the dialect has none. */
  executes(opening: { readonly isMariadb: boolean; readonly version: number }): boolean;
  /** Names that mark a client's own commands at the start of a statement, up to the end of their line. */
  readonly lineCommands: RegExp | null;
}

/** MySQL with its default `sql_mode`: double quotes hold strings, backslashes escape. */
export const mysqlLexis: Lexis = {
  names: { '`': '`' },
  strings: ["'", '"'],
  hasEscapes: true,
  hasHashComments: true,
  dashesWantBlank: true,
  executes: ({ isMariadb, version }) => !isMariadb && version < 90_000,
  lineCommands: /(?:delimiter|source|\\[A-Za-z.])(?![A-Za-z0-9_])[^\n]*/iy,
};

/** MariaDB passes over what was written for MySQL 5.7 and later, whose version numbers lie between its own. */
export const mariadbLexis: Lexis = {
  ...mysqlLexis,
  executes: ({ version }) => (version < 50_700 || version > 99_999) && version < 120_000,
};

/** SQLite takes MySQL's and SQL Server's quotes for names too. */
export const sqliteLexis: Lexis = {
  names: { '"': '"', '`': '`', '[': ']' },
  strings: ["'"],
  hasEscapes: false,
  hasHashComments: false,
  dashesWantBlank: false,
  executes: () => false,
  lineCommands: /\.[A-Za-z][^\n]*/y,
};
