import { exportSchema } from '../host/export-schema';
import { Refusal } from '../host/refusal';
import { exportsOf } from '../plan/exports';
import { exportLine } from '../report/export-line';
import type { ExitStatus } from './exit-status';
import { type SourceFlags, workOf } from './source-flags';

/** `canonical-schema export`. */
export async function exportCommand(flags: SourceFlags): Promise<ExitStatus> {
  const { host, plan } = workOf(flags);
  const planned = exportsOf(plan().schemas);
  if (planned.length === 0)
    throw new Refusal('There are no models to export; name them with --django or --sqlalchemy.');
  for (const exported of await exportSchema(planned, host, 'workspace'))
    process.stdout.write(`${exportLine(exported)}\n`);
  return 0;
}
