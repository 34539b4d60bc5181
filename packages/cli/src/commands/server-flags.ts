import type { Command } from 'commander';
import { Refusal } from '../host/refusal';
import { checkOptions } from '../options/plugin-options';
import { type ServerOptions, serverOf } from '../options/server-options';

/** The flags that say which server a schema is for, as commander names them. */
export interface ServerFlags {
  readonly dialect?: string;
  readonly postgres?: string;
  readonly serverVersion?: string;
}

/** Adds these flags to a command. */
export function withServer(command: Command): Command {
  return command
    .option('--dialect <name>', 'postgresql, which is the default, mysql, mariadb or sqlite')
    .option('--postgres <version>', "PostgreSQL's major version")
    .option('--server-version <version>', 'the version of a server that is not PostgreSQL');
}

/** The options that these flags repeat, unchecked. */
export function serverFlags({ dialect, postgres, serverVersion }: ServerFlags): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ dialect, postgres, serverVersion }).filter(([, value]) => value !== undefined),
  );
}

/** The options that these flags repeat. Refuses what is no option's value. */
export function serverOptions(flags: ServerFlags): ServerOptions {
  const { options, mistakes } = checkOptions(serverFlags(flags));
  if (mistakes.length > 0) throw new Refusal(mistakes.join('\n'));
  return serverOf(options);
}
