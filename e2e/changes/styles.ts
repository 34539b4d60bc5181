/** How somebody writes SQL and models; the generator of workspaces writes like that. */
export interface Style {
  /** The style in a few words. */
  readonly name: string;
  readonly apps: 1 | 2 | 3;
  readonly newline: '\n' | '\r\n';
  readonly quote: "'" | '"';
  /** `models.X`, `m.X`, `X`, `django.db.models.X`. */
  readonly django: 'models' | 'alias' | 'names' | 'module';
  /** Models in one file, or a package with one file each. */
  readonly modelFiles: 'one' | 'package';
  /** A Meta with `db_table` everywhere, or one only where there are indexes and constraints to say. */
  readonly meta: 'always' | 'needed';
  readonly sqlalchemy: 'column' | 'mapped' | 'sa' | 'table';
  /** `__table_args__` first or last in its class, and with a dictionary of options, or only where there is something to say. */
  readonly tableArgs: 'first' | 'last' | 'with-options' | 'needed';
  /** Do calls and lists that go over several lines end with a comma? */
  readonly trailingComma: boolean;
  readonly comments: boolean;
  readonly key: 'identity' | 'serial';
  /** Are constraints of the SQL named and keywords in upper case? */
  readonly sql: 'named' | 'unnamed';
  readonly log: boolean;
  readonly placement: 'append' | 'inline';
}

const usual: Style = {
  name: 'as the guide writes it',
  apps: 1,
  newline: '\n',
  quote: "'",
  django: 'models',
  modelFiles: 'one',
  meta: 'always',
  sqlalchemy: 'column',
  tableArgs: 'last',
  trailingComma: true,
  comments: false,
  key: 'identity',
  sql: 'named',
  log: true,
  placement: 'append',
};

/** Every value of every member is in two of them at least, each time with other neighbours. */
export const styles: readonly Style[] = [
  usual,
  {
    ...usual,
    name: 'tables without classes, changed in place, comments everywhere',
    ...{ placement: 'inline', comments: true, quote: '"', sqlalchemy: 'table' },
  },
  {
    ...usual,
    name: 'mapped columns, an alias for models, serial keys',
    ...{
      apps: 2,
      quote: '"',
      django: 'alias',
      sqlalchemy: 'mapped',
      comments: true,
      tableArgs: 'needed',
      key: 'serial',
    },
  },
  {
    ...usual,
    name: 'names imported one by one, columns under sa, no version log',
    ...{
      apps: 3,
      django: 'names',
      sqlalchemy: 'sa',
      log: false,
      sql: 'unnamed',
      trailingComma: false,
      tableArgs: 'first',
    },
  },
  {
    ...usual,
    name: 'tables without classes, lines that end with CR LF, no Meta but where it is needed',
    ...{ newline: '\r\n', django: 'module', sqlalchemy: 'table', meta: 'needed', comments: true },
    ...{ sql: 'unnamed', placement: 'inline', tableArgs: 'needed' },
  },
  {
    ...usual,
    name: 'a package of models, options of tables, no version log',
    ...{
      apps: 2,
      modelFiles: 'package',
      tableArgs: 'with-options',
      key: 'serial',
      sql: 'unnamed',
      log: false,
      django: 'alias',
    },
  },
  {
    ...usual,
    name: 'the whole module imported, arguments of tables first, no commas at ends',
    ...{
      django: 'module',
      tableArgs: 'first',
      sqlalchemy: 'mapped',
      quote: '"',
      trailingComma: false,
      placement: 'inline',
    },
  },
  {
    ...usual,
    name: 'names one by one in a package of three apps, columns under sa, CR LF',
    ...{ apps: 3, newline: '\r\n', meta: 'needed', django: 'names', modelFiles: 'package', sqlalchemy: 'sa' },
    ...{ tableArgs: 'with-options', key: 'serial' },
  },
];
