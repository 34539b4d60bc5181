import { type Dialect, dialectTraits } from '@canonical-schema/schema';
import { isUnder } from '../disk/fenced-tree';
import type { HostAt } from '../host/host';
import { workspaceFiles } from '../host/workspace-files';

/** Django's backends, and the dialect that each speaks. */
const backends: Readonly<Record<string, Dialect>> = {
  postgresql: 'postgresql',
  postgis: 'postgresql',
  mysql: 'mysql',
  sqlite3: 'sqlite',
  spatialite: 'sqlite',
};

const settingsFile = /(^|\/)settings[^/]*(\.py|\/[^/]+\.py)$/;

/**
 * What to say of the servers that the settings of Django projects name, where these are others than the one that is
 * configured. Settings often name one server for development and get another from the environment: nothing follows from them.
 */
export function namedEngines(host: HostAt, django: readonly string[], configured: Dialect): readonly string[] {
  const { files, textOf } = workspaceFiles(host);
  const settings = files.filter((path) => settingsFile.test(path) && django.some((root) => isUnder(path, root)));
  const named = new Set(settings.flatMap((path) => dialectsIn(textOf(path))));
  if (named.size === 0 || named.has(configured) || (configured === 'mariadb' && named.has('mysql'))) return [];
  return [...named].sort().map((dialect) => {
    const choices = dialect === 'mysql' ? '"mysql" or "mariadb"' : `"${dialect}"`;
    return `The settings name ${dialectTraits[dialect].label}, and ${dialectTraits[configured].label} is configured: if that is your server, say "dialect": ${choices} in the options, or --dialect here.`;
  });
}

function dialectsIn(text: string): readonly Dialect[] {
  return [...text.matchAll(/\.db\.backends\.(\w+)/g)].flatMap(([, name = '']) => backends[name] ?? []);
}
