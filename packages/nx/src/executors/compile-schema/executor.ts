import type { ExecutorContext } from '@nx/devkit';
import { type CompileRequest, compileSchema, explanationOf, openHost } from 'canonical-schema';

export interface CompileExecutorOptions {
  readonly schemas: readonly CompileRequest[];
  /** The plugin's version, for the task's hash. */
  readonly version?: string;
  /** What is wrong with the plugin's options; the task says it and fails. */
  readonly problems?: readonly string[];
}

/** Compiles each canonical file. Statements that do not parse are for the verdict to report: only a missing file fails here. */
export default async function compile(
  options: CompileExecutorOptions,
  context: Pick<ExecutorContext, 'root'>,
): Promise<{ success: boolean }> {
  for (const problem of options.problems ?? []) console.error(problem);
  if (options.problems?.length) return { success: false };
  const host = openHost(context.root);
  try {
    for (const schema of options.schemas) {
      const { schema: database } = await compileSchema(schema, host);
      console.log(`${schema.canonical}: ${database.tables.length} tables compiled to ${schema.compiled}/schema.json`);
    }
    return { success: true };
  } catch (error) {
    console.error(explanationOf(error));
    return { success: false };
  }
}
