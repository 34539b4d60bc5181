import { databasePackage } from './database-package';
import type { Host } from './host';
import { RuntimeReadings } from './runtime-readings';
import { type ScratchToUse, withScratchServers } from './scratch-server';
import type { Readings } from './verify-schema';

/** How one description, as it is read from text, agrees with what the real ORM makes of it. */
export interface SelfCheck {
  readonly name: string;
  readonly tables: number;
  /** Each is a fact that we read wrongly, or miss. */
  readonly disagreements: readonly string[];
}

/** Work with readings that the real ORMs make, and then how they differ from what is read from the text. */
export async function withRuntimeReadings<T>(
  host: Host,
  scratch: ScratchToUse,
  use: (readings: Readings) => Promise<T>,
): Promise<{ readonly result: T; readonly checks: readonly SelfCheck[] }> {
  return withScratchServers(scratch, host, async (scratchOf) => {
    const readings = new RuntimeReadings(host, scratchOf, scratch);
    const result = await use(readings);
    return { result, checks: await checksOf(readings) };
  });
}

async function checksOf({ made }: RuntimeReadings): Promise<readonly SelfCheck[]> {
  const { disagreementsWith } = await databasePackage();
  return made.map(({ name, read, catalog, foreign }) => {
    const outside = new Set(foreign);
    const isOwn = ({ name: table }: { readonly name: string }) => !outside.has(table);
    const tables = catalog.schema.tables.filter(isOwn).length;
    return { name, tables, disagreements: disagreementsWith(read, catalog, isOwn) };
  });
}
