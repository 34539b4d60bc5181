import type { Query } from '@canonical-schema/database';
import type { Dialect, Reading, Table } from '@canonical-schema/schema';
import { type PythonProcess, startPython } from './python-process';
import { startScratchDatabase } from './real-dialects';

/** What really came of a case. */
export interface Made {
  /** The catalog afterwards, of whatever was made before a problem. */
  readonly catalog: Reading;
  /** Is a table of the catalog one that the case made, rather than an app or package beside it? */
  isOwn(table: Table): boolean;
  /** What the server or the ORM refused, in their words; null where all went well. */
  readonly problem: string | null;
}

/** What came of models whose tables were made one by one. */
export interface MadeEach extends Made {
  /** Why a table was not made, by its name. */
  readonly refused: Readonly<Record<string, string>>;
}

/** The DDL that an ORM prints for a server that is not there. */
export interface PrintedDdl extends Pick<MadeEach, 'refused' | 'isOwn'> {
  readonly statements: readonly string[];
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

/** The real thing: an empty database for each case, filled by the SQL itself or by the real ORMs. */
export interface Oracle {
  readonly dialect: Dialect;
  readonly query: Query;
  /** Each statement on its own, as a client sends them: one that fails costs none of the others. */
  runSql(statements: readonly string[]): Promise<Made>;
  /** The tables of a Django project's models, or (`migrations`) what its migrations make. */
  runDjango(folder: string, how: 'models' | 'migrations'): Promise<Made>;
  /** `create_all` of every MetaData in these modules, or in all under the folder. */
  runSqlAlchemy(folder: string, modules?: readonly string[]): Promise<Made>;
  /** `create_all`, or where the server takes not all of it, those tables that it takes. */
  runEachSqlAlchemy(folder: string): Promise<MadeEach>;
  /** What `create_all` would send to a server of some dialect. */
  sqlAlchemyDdl(folder: string, dialect: Dialect): Promise<PrintedDdl>;
  /** What `makemigrations --check` prints, with the database as it is. */
  djangoChanges(folder: string): Promise<string>;
  /** What Django's system checks find in a project's models, a line each; empty for nothing. */
  djangoProblems(folder: string): Promise<string>;
  /** The files that the real `makemigrations` writes, by path below the folder. No database is asked. */
  djangoMigrations(folder: string, answers: MigrationAnswers): Promise<Readonly<Record<string, string>>>;
  /** What Alembic's autogenerate would change in the database as it is. */
  alembicChanges(folder: string, modules: readonly string[]): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Starts the server of a dialect; the Python processes start when first needed. */
export async function startOracle(dialect: Dialect = 'postgresql'): Promise<Oracle> {
  const database = await startScratchDatabase(dialect);
  const pythons = new Map<string, PythonProcess>();

  const ask = async (script: string, request: object): Promise<Readonly<Record<string, unknown>>> => {
    const python = pythons.get(script) ?? startPython(script);
    pythons.set(script, python);
    return python.ask({ ...request, database: await database.address() });
  };
  const madeBy = async (script: string, request: object): Promise<Made> => {
    await database.empty();
    const { tables, error } = await ask(script, request);
    if (error !== undefined) await database.recover();
    return {
      catalog: await database.catalog(),
      isOwn: among(tables),
      problem: typeof error === 'string' ? error : null,
    };
  };
  const outputOf = async (script: string, request: object): Promise<unknown> => {
    const { output, error } = await ask(script, request);
    if (error !== undefined) throw new Error(String(error));
    return output;
  };

  return {
    dialect,
    query: database.query,
    runSql: async (statements) => {
      await database.empty();
      const problems: string[] = [];
      for (const statement of statements) {
        await database.run(statement).catch((error: Error) => problems.push(error.message));
      }
      const problem = problems.length === 0 ? null : problems.join('\n');
      return { catalog: await database.catalog(), isOwn: () => true, problem };
    },
    runDjango: (folder, how) => madeBy('django_oracle.py', { folder, how }),
    runSqlAlchemy: (folder, modules) => madeBy('sqlalchemy_oracle.py', { folder, how: 'create_all', modules }),
    runEachSqlAlchemy: async (folder) => {
      await database.empty();
      const { tables, refused, error } = await ask('sqlalchemy_oracle.py', { folder, how: 'create_each' });
      return {
        catalog: await database.catalog(),
        isOwn: among(tables),
        problem: typeof error === 'string' ? error : null,
        refused: reasons(refused),
      };
    },
    sqlAlchemyDdl: async (folder, of) => {
      const request = { folder, how: 'print', dialect: of };
      const { tables, refused, output, error } = await ask('sqlalchemy_oracle.py', request);
      if (error !== undefined) throw new Error(String(error));
      return { statements: output as readonly string[], isOwn: among(tables), refused: reasons(refused) };
    },
    djangoChanges: async (folder) => String(await outputOf('django_oracle.py', { folder, how: 'check' })),
    djangoProblems: async (folder) => String(await outputOf('django_oracle.py', { folder, how: 'problems' })),
    djangoMigrations: async (folder, answers) => {
      const { files, error } = await ask('django_oracle.py', { folder, how: 'makemigrations', ...answers });
      if (error !== undefined) throw new Error(String(error));
      return files as Readonly<Record<string, string>>;
    },
    alembicChanges: async (folder, modules) =>
      (await outputOf('sqlalchemy_oracle.py', { folder, how: 'compare', modules })) as readonly string[],
    stop: async () => {
      for (const python of pythons.values()) python.stop();
      await database.stop();
    },
  };
}

/** Is a table one of those? */
function among(tables: unknown): Made['isOwn'] {
  const names = new Set(tableNames(tables).map(([schema, name]) => `${schema ?? 'public'}.${name}`));
  return (table) => names.has(`${table.schema}.${table.name}`);
}

function reasons(refused: unknown): MadeEach['refused'] {
  return (refused ?? {}) as MadeEach['refused'];
}

function tableNames(tables: unknown): readonly (readonly [string | null, string])[] {
  return Array.isArray(tables) ? tables : [];
}
