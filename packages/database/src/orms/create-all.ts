import type { Dialect } from '@canonical-schema/schema';
import { PythonFault, runPython } from './python-run';

/** SQLAlchemy models to import for real. */
export interface SqlAlchemyProject {
  readonly python: string;
  /** Where Python works, absolute. */
  readonly root: string;
  /** The directories that modules are imported from, absolute. */
  readonly paths: readonly string[];
  /** Whose SQL is asked for. */
  readonly dialect: Dialect;
  /** The modules that hold models, dotted. */
  readonly modules: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What `create_all` would run, statement by statement, for an empty database. */
export interface CreateAll {
  /** SQLAlchemy's version. */
  readonly sqlalchemy: string;
  readonly statements: readonly string[];
}

/** Imports the models in the project's own interpreter and asks SQLAlchemy. `timeout` in milliseconds. Throws `PythonFault`. */
export async function createAllOf(project: SqlAlchemyProject, timeout: number): Promise<CreateAll> {
  const { python, root, paths, modules, dialect, environment } = project;
  const request = { root, paths, modules, dialect };
  const answer = await runPython({ python, program: 'sqlalchemy_create', request, environment, timeout });
  if (typeof answer.error === 'string')
    throw new PythonFault(`The models could not be imported: ${answer.error}`, String(answer.trace ?? ''));
  const { statements } = answer;
  if (Array.isArray(statements) && statements.every((statement) => typeof statement === 'string'))
    return { sqlalchemy: String(answer.sqlalchemy), statements };
  throw new PythonFault(`${python} gave an answer of another version.`);
}
