import { type Query, readCatalog } from '@canonical-schema/database';
import type { Reading, Table } from '@canonical-schema/schema';
import { startPostgresProcess } from './postgres-process';
import { type PythonProcess, startPython } from './python-process';

/** What really came of a case. */
export interface Made {
  /** The catalog afterwards, of whatever was made before a problem. */
  readonly catalog: Reading;
  /** Is a table of the catalog one that the case made, rather than an app or package beside it? */
  isOwn(table: Table): boolean;
  /** What PostgreSQL or the ORM refused, in their words; null where all went well. */
  readonly problem: string | null;
}

/** What an interactive `makemigrations` would be told. */
export interface MigrationAnswers {
  /** `2026-11-23 02:10`. */
  readonly now: string;
  /** Labels on the command line. */
  readonly apps?: readonly string[];
  /** `stock.old=new` for fields, `old=new` for models, in lower case. */
  readonly renames?: readonly string[];
  /** Python by `model.field`. */
  readonly defaults?: Readonly<Record<string, string>>;
}

/** The real thing: an empty PostgreSQL for each case, filled by the SQL itself or by the real ORMs. */
export interface Oracle {
  readonly query: Query;
  /** Each statement on its own, as `psql` sends them: one that fails costs none of the others. */
  runSql(statements: readonly string[]): Promise<Made>;
  /** The tables of a Django project's models, or (`migrations`) what its migrations make. */
  runDjango(folder: string, how: 'models' | 'migrations'): Promise<Made>;
  /** `create_all` of every MetaData in these modules, or in all under the folder. */
  runSqlAlchemy(folder: string, modules?: readonly string[]): Promise<Made>;
  /** What `makemigrations --check` prints, with the database as it is. */
  djangoChanges(folder: string): Promise<string>;
  /** What Django's system checks find in a project's models, a line each; empty for nothing. */
  djangoProblems(folder: string): Promise<string>;
  /** The files that the real `makemigrations` writes, by path below the folder. No database is asked. */
  djangoMigrations(folder: string, answers: MigrationAnswers): Promise<Readonly<Record<string, string>>>;
  /** What Alembic's autogenerate would change in the database as it is. */
  alembicChanges(folder: string, modules: readonly string[]): Promise<readonly string[]>;
  stop(): void;
}

/**
 * Extensions whose types and operator classes models may use without making them. In `pg_catalog` they survive the
 * emptying between cases, and no schema has to be named or searched for them.
 */
const extensions = [
  'bloom',
  'btree_gin',
  'btree_gist',
  'citext',
  'hstore',
  'ltree',
  'pg_trgm',
  'unaccent',
  '"uuid-ossp"',
];

/** Starts the server; the Python processes start when first needed. */
export async function startOracle(): Promise<Oracle> {
  const postgres = await startPostgresProcess();
  await postgres.exec(extensions.map((name) => `CREATE EXTENSION ${name} SCHEMA pg_catalog;`).join(' '));
  const pythons = new Map<string, PythonProcess>();
  let port: Promise<number> | undefined;

  const ask = async (script: string, request: object): Promise<Readonly<Record<string, unknown>>> => {
    port ??= postgres.listen();
    const python = pythons.get(script) ?? startPython(script);
    pythons.set(script, python);
    return python.ask({ ...request, port: await port });
  };
  const madeBy = async (script: string, request: object): Promise<Made> => {
    await postgres.empty();
    const { tables, error } = await ask(script, request);
    // A client that failed leaves its transaction behind in the one session that there is.
    if (error !== undefined) await postgres.exec('ROLLBACK');
    const names = new Set(tableNames(tables).map(([schema, name]) => `${schema ?? 'public'}.${name}`));
    return {
      catalog: await readCatalog(postgres.query),
      isOwn: (table) => names.has(`${table.schema}.${table.name}`),
      problem: typeof error === 'string' ? error : null,
    };
  };
  const outputOf = async (script: string, request: object): Promise<unknown> => {
    const { output, error } = await ask(script, request);
    if (error !== undefined) throw new Error(String(error));
    return output;
  };

  return {
    query: postgres.query,
    runSql: async (statements) => {
      await postgres.empty();
      const problems: string[] = [];
      for (const statement of statements) {
        await postgres.exec(statement).catch((error: Error) => problems.push(error.message));
      }
      const problem = problems.length === 0 ? null : problems.join('\n');
      return { catalog: await readCatalog(postgres.query), isOwn: () => true, problem };
    },
    runDjango: (folder, how) => madeBy('django_oracle.py', { folder, how }),
    runSqlAlchemy: (folder, modules) => madeBy('sqlalchemy_oracle.py', { folder, how: 'create_all', modules }),
    djangoChanges: async (folder) => String(await outputOf('django_oracle.py', { folder, how: 'check' })),
    djangoProblems: async (folder) => String(await outputOf('django_oracle.py', { folder, how: 'problems' })),
    djangoMigrations: async (folder, answers) => {
      const { files, error } = await ask('django_oracle.py', { folder, how: 'makemigrations', ...answers });
      if (error !== undefined) throw new Error(String(error));
      return files as Readonly<Record<string, string>>;
    },
    alembicChanges: async (folder, modules) =>
      (await outputOf('sqlalchemy_oracle.py', { folder, how: 'compare', modules })) as readonly string[],
    stop: () => {
      for (const python of pythons.values()) python.stop();
      postgres.stop();
    },
  };
}

function tableNames(tables: unknown): readonly (readonly [string | null, string])[] {
  return Array.isArray(tables) ? tables : [];
}
