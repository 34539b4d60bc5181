import { type ReachableDatabase, urlOf } from '../running/reachable';
import { PythonFault, runPython } from './python-run';

/** A Django project whose migrations are to run. */
export interface DjangoProject {
  readonly python: string;
  /** The directory of its `manage.py`, absolute. */
  readonly root: string;
  /** The settings module, where `manage.py` does not say it. */
  readonly settings?: string;
  /** What makes the tables: the migrations, which is meant where absent, or the models as if there were none. */
  readonly of?: 'migrations' | 'models';
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What running the migrations came to. */
export type Migrated =
  | {
      readonly kind: 'migrated';
      /** Django's version. */
      readonly django: string;
      /** `app.0001_initial`, in the order in which they were applied. */
      readonly applied: readonly string[];
      /** The tables of apps that lie outside the project. */
      readonly foreign: readonly string[];
    }
  | {
      readonly kind: 'failed';
      readonly error: string;
      readonly trace: string;
      /** The migration that did not apply; null where it failed before any, or after all. */
      readonly migration: string | null;
      /** The file of that migration, absolute. */
      readonly file: string | null;
    };

/** Runs the project's real migrations in a database. `timeout` in milliseconds. Throws `PythonFault`. */
export async function migrateDjango(
  { python, root, settings = '', of = 'migrations', environment }: DjangoProject,
  database: ReachableDatabase,
  timeout: number,
): Promise<Migrated> {
  const answer = await runPython({
    python,
    program: 'django_migrate',
    request: { root, settings, of, database },
    // Settings that read it find the same database there.
    environment: { ...environment, DATABASE_URL: urlOf(database) },
    timeout,
  });
  if (typeof answer.error === 'string') {
    const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
    const [migration, file] = [textOrNull(answer.migration), textOrNull(answer.file)];
    return { kind: 'failed', error: answer.error, trace: String(answer.trace), migration, file };
  }
  const [applied, foreign] = [textsIn(answer.applied), textsIn(answer.foreign)];
  if (applied === null || foreign === null) throw new PythonFault(`${python} gave an answer of another version.`);
  return { kind: 'migrated', django: String(answer.django), applied, foreign };
}

function textsIn(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((text) => typeof text === 'string') ? value : null;
}
