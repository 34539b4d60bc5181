import { exportSchema } from '../host/export-schema';
import type { Host } from '../host/host';
import { Refusal } from '../host/refusal';
import { withRuntimeReadings } from '../host/self-check';
import { exportsOf, type PlannedExport } from '../plan/exports';
import { exportLine } from '../report/export-line';
import type { ExitStatus } from './exit-status';
import { type ScratchFlags, scratchFor } from './scratch-flags';
import { type SourceFlags, workOf } from './source-flags';

/** The flags of `export`, as commander names them. */
export interface ExportFlags extends SourceFlags, ScratchFlags {
  readonly runtime?: boolean;
}

/** `canonical-schema export`. */
export async function exportCommand(flags: ExportFlags): Promise<ExitStatus> {
  const { host, plan } = workOf(flags);
  const planned = exportsOf(plan().schemas);
  if (planned.length === 0)
    throw new Refusal('There are no models to export; name them with --django or --sqlalchemy.');
  for (const exported of await exportedBy(planned, flags, host)) process.stdout.write(`${exportLine(exported)}\n`);
  return 0;
}

async function exportedBy(planned: readonly PlannedExport[], flags: ExportFlags, host: Host) {
  if (!flags.runtime) return exportSchema(planned, host, 'workspace');
  const { result } = await withRuntimeReadings(host, scratchFor(planned, flags), (readings) =>
    exportSchema(planned, host, 'workspace', readings),
  );
  return result;
}
