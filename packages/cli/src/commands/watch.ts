import { isColoured } from '../report/report';
import { watchJson, watchProblems, watchText } from '../report/watch-text';
import type { WatchEvent } from '../watch/schema-watcher';
import { startWatching } from '../watch/start-watching';
import type { ExitStatus } from './exit-status';
import { type SourceFlags, workOf } from './source-flags';
import { type VerifyFlags, verdictOptionsOf } from './verify';

/** The flags of `watch`, as commander names them. */
export interface WatchFlags extends SourceFlags, Pick<VerifyFlags, 'rule' | 'strict' | 'maxWarnings' | 'explain'> {
  readonly json?: boolean;
  readonly jsonLines?: boolean;
  readonly problems?: boolean;
}

/** `canonical-schema watch`: 0 when it is asked to stop. */
export async function watchCommand(flags: WatchFlags): Promise<ExitStatus> {
  const { host, plan, decidedBy } = workOf(flags, verdictOptionsOf(flags));
  const request = async () => {
    const { schemas, options } = plan();
    return { ...options, schemas };
  };
  const style = { explain: flags.explain ?? false, colour: isColoured() };
  const said = async (event: WatchEvent): Promise<string> => {
    if (flags.json || flags.jsonLines) return watchJson(event);
    return flags.problems ? watchProblems(event) : watchText(event, style);
  };
  const { stopped } = await startWatching({ host, reach: 'workspace', decidedBy, request }, async (event) => {
    process.stdout.write(await said(event));
  });
  await stopped;
  return 0;
}
