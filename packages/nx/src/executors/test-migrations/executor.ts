import type { ExecutorContext } from '@nx/devkit';
import {
  explanationOf,
  isColoured,
  type MigrationTest,
  openHost,
  reportOf,
  testMigrations,
  testsToRun,
  type VerdictOptions,
} from 'canonical-schema';

export interface TestMigrationsExecutorOptions extends VerdictOptions, Pick<MigrationTest, 'from' | 'url' | 'timeout'> {
  /** The Django projects, each with the schema that its migrations should leave behind. */
  readonly tests: readonly Pick<MigrationTest, 'schema' | 'project'>[];
  /** What is wrong with the plugin's options; the task says it and fails. */
  readonly problems?: readonly string[];
}

/** Runs each project's real migrations in an empty database and prints the verdict over what they leave behind. */
export default async function runTestMigrations(
  { tests, problems = [], ...shared }: TestMigrationsExecutorOptions,
  context: Pick<ExecutorContext, 'root'>,
): Promise<{ success: boolean }> {
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return { success: false };
  let success = true;
  try {
    const host = openHost(context.root);
    for (const test of await testsToRun(tests, shared.url, host)) {
      const outcome = await testMigrations({ ...shared, ...test }, host);
      process.stdout.write(await reportOf(outcome, { explain: false, colour: isColoured() }));
      success &&= !outcome.failed;
    }
  } catch (error) {
    console.error(explanationOf(error));
    return { success: false };
  }
  return { success };
}
