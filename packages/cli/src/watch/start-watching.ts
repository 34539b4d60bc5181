import { SchemaWatcher, type WatchEvent, type WatchRequest } from './schema-watcher';

const stopSignals = ['SIGINT', 'SIGTERM'] as const;

/** A watch that has given its first verdict. */
export interface Watching {
  /** Settled when the process was asked to stop, and everything is said and closed. */
  readonly stopped: Promise<void>;
}

/** Watches until the process is asked to stop by SIGINT or SIGTERM. `say` is called for one event after the other. */
export async function startWatching(
  request: WatchRequest,
  say: (event: WatchEvent) => Promise<void>,
): Promise<Watching> {
  let said = Promise.resolve();
  const watcher = new SchemaWatcher(request, (event) => {
    said = said.then(() => say(event));
  });
  const asked = stopSignal();
  await watcher.start();
  const stopped = asked.then(async () => {
    await watcher.close();
    await said;
  });
  return { stopped };
}

/** The first signal ends the watch; a second one, as always, the process. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of stopSignals) process.removeListener(signal, stop);
      resolve();
    };
    for (const signal of stopSignals) process.once(signal, stop);
  });
}
