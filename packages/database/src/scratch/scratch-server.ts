import { type Dialect, dialectTraits, type Reading } from '@canonical-schema/schema';
import type { ReachableDatabase } from '../running/reachable';
import { ServerFault } from '../running/server-fault';
import type { ServerLimits } from '../running/session';
import { startEmbeddedScratch } from './embedded-scratch';
import { emptyMysqlAt } from './empty-mysql';
import { makeScratchFile } from './scratch-file';

/** An empty database that is ours alone. */
export interface ScratchServer {
  readonly database: ReachableDatabase;
  /** What it holds now. */
  catalog(): Promise<Reading>;
  /** Runs one statement. */
  run(statement: string): Promise<void>;
  /** Drops everything that was made in it. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** How a dialect comes to an empty database. */
interface Scratch {
  /** Makes one here; null where only a running server has one. */
  readonly start: ((cacheDirectory: string) => Promise<ScratchServer>) | null;
  /** Takes an empty one at a URL; null where one that is made here always serves. */
  readonly at: ((url: string, limits: ServerLimits) => Promise<ScratchServer>) | null;
}

const scratches: Readonly<Record<Dialect, Scratch>> = {
  postgresql: { start: startEmbeddedScratch, at: null },
  sqlite: { start: makeScratchFile, at: null },
  mysql: { start: null, at: emptyMysqlAt },
  mariadb: { start: null, at: emptyMysqlAt },
};

/** Can an empty database of the dialect be made here, without a server? */
export function isMadeHere(dialect: Dialect): boolean {
  return scratches[dialect].start !== null;
}

/** Makes an empty database. `cacheDirectory`, absolute, keeps what makes the next start quick. Throws `ServerFault`. */
export async function startScratch(dialect: Dialect, cacheDirectory: string): Promise<ScratchServer> {
  const { start } = scratches[dialect];
  const { label } = dialectTraits[dialect];
  if (start === null)
    throw new ServerFault(
      `A ${label} cannot be started from here; name an empty database of one with --url ${dialect}://user@host:3306/name.`,
    );
  return start(cacheDirectory);
}

/** Takes the empty database at a URL to fill it, and to empty it again. Throws `ServerFault`, too where it is not empty. */
export async function scratchAt(dialect: Dialect, url: string, limits: ServerLimits): Promise<ScratchServer> {
  const { at } = scratches[dialect];
  if (at === null) throw new ServerFault('This makes an empty database of its own; leave out --url.');
  return at(url, limits);
}
