import type { Dialect } from '@canonical-schema/schema';

/** Which server a schema is made in. Whatever reads SQL or models is handed these. */
export interface ServerOptions {
  /** PostgreSQL where absent. */
  readonly dialect?: Dialect;
  /** PostgreSQL's major version; the newest known where absent. */
  readonly postgres?: string;
  /** The version of a server that is not PostgreSQL, `10.11`; the newest known where absent. */
  readonly serverVersion?: string;
}

/** The options of the server among others, those that are given. */
export function serverOf({ dialect, postgres, serverVersion }: ServerOptions): ServerOptions {
  return {
    ...(dialect === undefined ? {} : { dialect }),
    ...(postgres === undefined ? {} : { postgres }),
    ...(serverVersion === undefined ? {} : { serverVersion }),
  };
}

/** The dialect that the options choose. */
export function dialectOf({ dialect = 'postgresql' }: ServerOptions): Dialect {
  return dialect;
}

/** The server's version as a reading names what it assumed; nothing where no option says it. */
export function assumedVersion(server: ServerOptions): { readonly version?: string } {
  const version = dialectOf(server) === 'postgresql' ? server.postgres : server.serverVersion;
  return version === undefined ? {} : { version: `${version} (option)` };
}
