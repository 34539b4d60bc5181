import { type Assumed, type Dialect, type ServerVersion, serverVersionOf } from '@canonical-schema/schema';
import type { DjangoVersion } from '../version';
import type { Backend } from './backend';
import { mariadbBackend, mysqlBackend } from './mysql';
import { postgresqlBackend } from './postgresql';
import { sqliteBackend } from './sqlite';

export type { Backend } from './backend';
export type { Literals } from './literals';

/** The server that tables are made in. */
export interface Server {
  readonly dialect?: Dialect;
  readonly serverVersion?: string;
}

interface BackendChoice {
  make(django: DjangoVersion, server: ServerVersion): Backend;
  /** What is assumed where no version is given, and the name under which a reading says so; null where none decides anything. */
  readonly version: { readonly newest: string; readonly said: keyof Assumed } | null;
}

const backends: Readonly<Record<Dialect, BackendChoice>> = {
  postgresql: { make: postgresqlBackend, version: null },
  mysql: { make: mysqlBackend, version: { newest: '8.4', said: 'mysql' } },
  mariadb: { make: mariadbBackend, version: { newest: '11.4', said: 'mariadb' } },
  sqlite: { make: sqliteBackend, version: null },
};

/** A backend, and the server's version where that decided something. */
export interface ChosenBackend {
  readonly backend: Backend;
  readonly assumed: Assumed;
}

/** The one place where Django's backend is chosen by the dialect's name. */
export function backendOf({ dialect = 'postgresql', serverVersion }: Server, django: DjangoVersion): ChosenBackend {
  const { make, version } = backends[dialect];
  if (version === null) return { backend: make(django, []), assumed: {} };
  const given = serverVersion === undefined ? null : serverVersionOf(serverVersion);
  const backend = make(django, given ?? serverVersionOf(version.newest) ?? []);
  const said = given === null ? `${version.newest} (assumed)` : `${serverVersion} (option)`;
  return { backend, assumed: { [version.said]: said } };
}
