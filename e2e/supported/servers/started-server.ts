import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A server of this folder, in a process of its own: scenarios wait for commands, and could answer nobody meanwhile. */
export interface StartedServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts `servers/NAME.mjs`, which prints its address first and ends with its standard input. */
export async function startedServer(name: string, ...args: readonly string[]): Promise<StartedServer> {
  const server = spawn(process.execPath, [join(__dirname, `${name}.mjs`), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = await once(server.stdout, 'data');
  return {
    address: String(said).trim(),
    stop: async () => {
      server.stdin.end();
      await once(server, 'exit');
    },
  };
}
