import type { ExecutorContext } from '@nx/devkit';
import {
  explanationOf,
  isColoured,
  openHost,
  startWatching,
  type VerifyRequest,
  type WatchEvent,
  watchText,
} from 'canonical-schema';

export interface WatchExecutorOptions extends VerifyRequest {
  /** What is wrong with the plugin's options; the task says it and fails. */
  readonly problems?: readonly string[];
}

/** Verifies, and again whenever a file changes. Started is success; the task ends when it is told to. */
export default async function* watch(
  options: WatchExecutorOptions,
  context: Pick<ExecutorContext, 'root'>,
): AsyncGenerator<{ success: boolean }> {
  for (const problem of options.problems ?? []) console.error(problem);
  if (options.problems?.length) {
    yield { success: false };
    return;
  }
  const host = openHost(context.root);
  try {
    const watching = await startWatching({ host, reach: 'inputs', request: () => options }, print);
    yield { success: true };
    await watching.stopped;
  } catch (error) {
    console.error(explanationOf(error));
    yield { success: false };
  }
}

async function print(event: WatchEvent): Promise<void> {
  process.stdout.write(await watchText(event, { explain: false, colour: isColoured() }));
}
