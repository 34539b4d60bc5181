import { isMadeHere, scratchAt, startMysqlDatabase, startScratch } from './built.mjs';

const timeout = 600_000;

/** Has an empty database of a dialect for as long as `use` takes. */
export async function withScratch(dialect, cache, use) {
  const server = isMadeHere(dialect) ? await startScratch(dialect, cache) : await startedMysql(dialect);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

/** A server of our own, which ends with its database. */
async function startedMysql(dialect) {
  const server = await startMysqlDatabase(dialect);
  const { socket, name, user } = await server.address();
  const url = `${dialect}://${user}@localhost/${name}?unix_socket=${encodeURIComponent(socket)}`;
  const scratch = await scratchAt(dialect, url, { timeout });
  const close = async () => {
    await scratch.close();
    await server.stop();
  };
  return { ...scratch, close };
}
