import type { ExecutorContext } from '@nx/devkit';
import { explanationOf, exportLine, exportSchema, openHost, type PlannedExport } from 'canonical-schema';

export interface ExportExecutorOptions {
  readonly exports: readonly PlannedExport[];
  /** The plugin's version, for the task's hash. */
  readonly version?: string;
  /** What is wrong with the plugin's options; the task says it and fails. */
  readonly problems?: readonly string[];
}

/** Writes what each ORM would create as SQL, beside the canonical file. The files are outputs: nothing is read from them. */
export default async function exportTask(
  options: ExportExecutorOptions,
  context: Pick<ExecutorContext, 'root'>,
): Promise<{ success: boolean }> {
  for (const problem of options.problems ?? []) console.error(problem);
  if (options.problems?.length) return { success: false };
  try {
    const exported = await exportSchema(options.exports, openHost(context.root));
    for (const each of exported) console.log(exportLine(each));
    return { success: true };
  } catch (error) {
    console.error(explanationOf(error));
    return { success: false };
  }
}
