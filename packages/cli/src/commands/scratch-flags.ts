import { secondsOf } from '../host/read-database';
import type { ScratchToUse } from '../host/scratch-server';
import { dialectOf, type ServerOptions } from '../options/server-options';

/** The flags of what lets the real ORMs work in an empty database, as commander names them. */
export interface ScratchFlags {
  /** An empty database in the place of one that is made here. */
  readonly url?: string;
  readonly timeout?: string;
}

/** The empty databases that these schemas need. */
export function scratchFor(schemas: readonly ServerOptions[], { url, timeout }: ScratchFlags): ScratchToUse {
  return {
    dialects: [...new Set(schemas.map(dialectOf))],
    ...(url === undefined ? {} : { url }),
    timeout: secondsOf(timeout, 300) * 1000,
  };
}
