import type { HostAt } from '../host/host';
import { readWholeSource } from '../host/read-python';
import { coverageOf, type PythonSource, type Reach } from '../host/sources';
import {
  type Readings,
  readingsFrom,
  type VerifyOutcome,
  type VerifyRequest,
  verifySchema,
} from '../host/verify-schema';
import { type Memory, memoryOf, remembered } from './remembered';

/**
 * The verdict that `verifySchema` gives, taken from an earlier run where nothing that it depends on has changed; where
 * something has, only the sources that are touched are read anew.
 */
export async function rememberedVerdict(
  request: VerifyRequest,
  host: HostAt,
  reach: Reach = 'inputs',
  memory: Memory | null = memoryOf(host),
): Promise<VerifyOutcome> {
  // What a running database says stands in no file.
  if (request.database !== undefined) return verifySchema(request, host, reach, rememberedReadings(host, memory));
  const packages = request.schemas.flatMap(({ sources }) => sources.map((source) => installedFor(source, host, reach)));
  return remembered(memory, ['verdict', request, reach, packages], host, (traced) =>
    verifySchema(request, traced, reach, rememberedReadings(traced, memory)),
  );
}

function rememberedReadings(host: HostAt, memory: Memory | null): Readings {
  return {
    canonical: (schema) => {
      const { canonical, compiled, postgres } = schema;
      return remembered(memory, ['canonical', canonical, compiled, postgres], host, (traced) =>
        readingsFrom(traced).canonical(schema),
      );
    },
    python: (source, options) => {
      const question = ['python', source, options, installedFor(source, host, options.reach)];
      return remembered(memory, question, host, (traced) => readWholeSource(traced, source, options));
    },
  };
}

/** Which packages are read from is looked up on the disk and in the environment, not in the tree. */
function installedFor(source: PythonSource, { disk, environment }: HostAt, reach: Reach): readonly string[] {
  return coverageOf(source, disk.root, environment, reach).installed;
}
