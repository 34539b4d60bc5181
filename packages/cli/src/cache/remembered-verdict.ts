import { DiskTree } from '../disk/disk-tree';
import type { HostAt } from '../host/host';
import type { Reach } from '../host/sources';
import { type VerifyOutcome, type VerifyRequest, verifySchema } from '../host/verify-schema';
import { isWorthThreads, ParallelReadings } from '../parallel/parallel-readings';
import { type Memory, memoryOf, remembered } from './remembered';
import { installedFor, rememberedReadings } from './remembered-readings';

/**
 * The verdict that `verifySchema` gives, taken from an earlier run where nothing that it depends on has changed; where
 * something has, only the sources that are touched are read anew, side by side where there is much to read.
 */
export async function rememberedVerdict(
  request: VerifyRequest,
  host: HostAt,
  reach: Reach = 'inputs',
  memory: Memory | null = memoryOf(host),
): Promise<VerifyOutcome> {
  // A thread opens the disk by itself: it can stand in for no other tree.
  const isParallel = host.disk instanceof DiskTree && isWorthThreads(request, host);
  const verdict = (over: HostAt) =>
    isParallel
      ? verdictSideBySide(request, over, reach, memory)
      : verifySchema(request, over, reach, rememberedReadings(over, memory));
  // What a running database says stands in no file.
  if (request.database !== undefined) return verdict(host);
  const packages = request.schemas.flatMap(({ sources }) => sources.map((source) => installedFor(source, host, reach)));
  return remembered(memory, ['verdict', request, reach, packages], host, verdict);
}

/** No thread is left when it ends, whatever was refused. */
async function verdictSideBySide(
  request: VerifyRequest,
  host: HostAt,
  reach: Reach,
  memory: Memory | null,
): Promise<VerifyOutcome> {
  const readings = new ParallelReadings(host, memory);
  try {
    readings.begin(request, reach);
    return await verifySchema(request, host, reach, readings);
  } finally {
    await readings.close();
  }
}
