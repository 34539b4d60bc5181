import { isColoured } from '../report/report';
import { watchJson, watchText } from '../report/watch-text';
import { startWatching } from '../watch/start-watching';
import type { ExitStatus } from './exit-status';
import { type SourceFlags, workOf } from './source-flags';
import { type VerifyFlags, verdictOptionsOf } from './verify';

/** The flags of `watch`, as commander names them. */
export interface WatchFlags extends SourceFlags, Pick<VerifyFlags, 'rule' | 'strict' | 'maxWarnings' | 'explain'> {
  readonly json?: boolean;
}

/** `canonical-schema watch`: 0 when it is asked to stop. */
export async function watchCommand(flags: WatchFlags): Promise<ExitStatus> {
  const { host, plan } = workOf(flags, verdictOptionsOf(flags));
  const request = () => {
    const { schemas, options } = plan();
    return { ...options, schemas };
  };
  const style = { explain: flags.explain ?? false, colour: isColoured() };
  const { stopped } = await startWatching({ host, reach: 'workspace', request }, async (event) => {
    process.stdout.write(flags.json ? watchJson(event) : await watchText(event, style));
  });
  await stopped;
  return 0;
}
