import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import {
  explanationOf,
  findingsText,
  isColoured,
  openHost,
  rememberedVerdict,
  reportOf,
  type VerifyRequest,
  writeWhole,
} from 'canonical-schema';

export interface VerifyExecutorOptions extends VerifyRequest {
  /** The directory that receives `findings.json` and `report.txt`. */
  readonly report: string;
  /** The plugin's version, for the task's hash. */
  readonly version?: string;
  /** What is wrong with the plugin's options; the task says it and fails. */
  readonly problems?: readonly string[];
}

/** Verifies the sources against the compiled schemas, prints the verdict and leaves it whole in the report's directory. */
export default async function verify(
  options: VerifyExecutorOptions,
  context: Pick<ExecutorContext, 'root'>,
): Promise<{ success: boolean }> {
  for (const problem of options.problems ?? []) console.error(problem);
  if (options.problems?.length) return { success: false };
  try {
    const outcome = await rememberedVerdict(options, openHost(context.root));
    const directory = join(context.root, options.report);
    writeWhole(join(directory, 'findings.json'), await findingsText(outcome));
    writeWhole(join(directory, 'report.txt'), await reportOf(outcome, { explain: true, colour: false }));
    process.stdout.write(await reportOf(outcome, { explain: false, colour: isColoured() }));
    return { success: !outcome.failed };
  } catch (error) {
    console.error(explanationOf(error));
    return { success: false };
  }
}
