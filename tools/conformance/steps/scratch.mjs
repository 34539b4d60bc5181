import { isMadeHere, scratchAt, startMariadbDatabase, startScratch } from './built.mjs';

const timeout = 600_000;

/** Has an empty database of a dialect for as long as `use` takes. */
export async function withScratch(dialect, cache, use) {
  const server = isMadeHere(dialect) ? await startScratch(dialect, cache) : await startedMariadb();
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

/** A server of our own, which ends with its database. */
async function startedMariadb() {
  const mariadb = await startMariadbDatabase();
  const { socket, name, user } = await mariadb.address();
  const url = `mariadb://${user}@localhost/${name}?unix_socket=${encodeURIComponent(socket)}`;
  const scratch = await scratchAt('mariadb', url, { timeout });
  const close = async () => {
    await scratch.close();
    await mariadb.stop();
  };
  return { ...scratch, close };
}
