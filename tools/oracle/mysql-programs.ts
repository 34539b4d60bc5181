import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The servers that speak MySQL's protocol. */
export type MysqlKind = 'mysql' | 'mariadb';

/** What starts a server. */
export interface MysqlPrograms {
  readonly server: string | null;
  /** Makes an empty data directory. */
  readonly initializer: string | null;
  /** What of it is not there; null for nothing. */
  readonly missing: string | null;
}

/** What is not on everybody's PATH. */
const usualPlaces = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Where the programs of a kind are. Each kind's `mysqld` may be the other's, by another name. */
export const mysqlPrograms = remembered((kind: MysqlKind): MysqlPrograms => finders[kind]());

const finders: Readonly<Record<MysqlKind, () => MysqlPrograms>> = {
  mariadb: () => {
    const [server, initializer] = [programOf('mariadbd'), programOf('mariadb-install-db')];
    const isMissing = server === null || initializer === null;
    return {
      server,
      initializer,
      missing: isMissing
        ? 'mariadbd and mariadb-install-db are not both installed (Debian: apt-get install mariadb-server)'
        : null,
    };
  },
  mysql: () => {
    const server = programOf('mysqld', isOfMysql);
    const missing =
      server === null ? 'no mysqld of MySQL is installed (Debian: `.ci/mysql-server .cache/mysql` makes one)' : null;
    return { server, initializer: server, missing };
  },
};

/** Where `.ci/mysql-server` puts a MySQL. */
function madeFolder(): string {
  return process.env.CANONICAL_SCHEMA_MYSQL ?? join(__dirname, '..', '..', '.cache', 'mysql');
}

function programOf(name: string, is: (path: string) => boolean = () => true): string | null {
  const directories = [madeFolder(), ...(process.env.PATH ?? '').split(delimiter), ...usualPlaces];
  const paths = directories.map((directory) => join(directory, name));
  return paths.find((path) => existsSync(path) && is(path)) ?? null;
}

/** Debian's MariaDB has a `mysqld`, too. */
function isOfMysql(path: string): boolean {
  const { stdout, status } = spawnSync(path, ['--no-defaults', '--version'], { encoding: 'utf8' });
  return status === 0 && !/mariadb/i.test(stdout);
}

function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new Map<Key, Value>();
  return (key) => {
    const value = found.get(key) ?? find(key);
    found.set(key, value);
    return value;
  };
}
