import type { ExecutorContext } from '@nx/devkit';
import {
  explanationOf,
  isColoured,
  openHost,
  Refusal,
  startWatching,
  type VerifyRequest,
  type WatchEvent,
  type WatchRequest,
  watchJson,
  watchProblems,
  watchText,
} from 'canonical-schema';
import { decidingFiles, targetOptionsNow } from './target-now';

/** How verdicts are printed: for people, one line of JSON each, or a line for each finding as editors read them. */
export type WatchFormat = 'text' | 'json-lines' | 'problems';

export interface WatchExecutorOptions extends VerifyRequest {
  readonly format?: WatchFormat;
  /** What is wrong with the plugin's options; the task says it and fails. */
  readonly problems?: readonly string[];
}

type Context = Pick<ExecutorContext, 'root'> & Partial<ExecutorContext>;

/** Verifies, and again whenever a file changes. Started is success; the task ends when it is told to. */
export default async function* watch(
  options: WatchExecutorOptions,
  context: Context,
): AsyncGenerator<{ success: boolean }> {
  for (const problem of options.problems ?? []) console.error(problem);
  if (options.problems?.length) {
    yield { success: false };
    return;
  }
  const host = openHost(context.root);
  const decidedBy = decidingFiles(context);
  const said = texts[options.format ?? 'text'];
  try {
    const request = latest(options, context);
    const print = async (event: WatchEvent) => void process.stdout.write(await said(event));
    const watching = await startWatching({ host, reach: 'inputs', decidedBy, request }, print);
    yield { success: true };
    await watching.stopped;
  } catch (error) {
    console.error(explanationOf(error));
    yield { success: false };
  }
}

const texts: Readonly<Record<WatchFormat, (event: WatchEvent) => string | Promise<string>>> = {
  text: (event) => watchText(event, { explain: false, colour: isColoured() }),
  'json-lines': watchJson,
  problems: watchProblems,
};

/** The task's own options; once files that decide them changed, those that the graph has then. */
function latest(options: WatchExecutorOptions, context: Context): WatchRequest['request'] {
  let current = options;
  return async (cause) => {
    if (cause === 'options') current = { ...options, problems: [], ...(await targetOptionsNow(context)) };
    if (current.problems?.length) throw new Refusal(current.problems.join('\n'));
    return current;
  };
}
