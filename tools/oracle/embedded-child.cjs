/**
 * The embedded PostgreSQL in a process of its own, spoken to by messages: `{ id, call, argument }` is answered by
 * `{ id, result }` or `{ id, error }`. jest's sandbox cannot load it, and its work is done on another core this way.
 */
const { join } = require('node:path');
// By path: the package as a whole would bring parsers that are not needed here.
const { startEmbeddedPostgres } = require('../../packages/database/dist/embedded/embedded-postgres.js');

const cacheDirectory = join(__dirname, '..', '..', '.cache');

async function serve() {
  const postgres = await startEmbeddedPostgres(cacheDirectory);
  const calls = {
    query: (sql) => postgres.query(sql),
    exec: (sql) => postgres.exec(sql),
    empty: () => postgres.empty(),
    listen: async () => (await postgres.listen()).port,
  };
  process.on('message', async ({ id, call, argument }) => {
    try {
      process.send({ id, result: await calls[call](argument) });
    } catch (error) {
      process.send({ id, error: String(error.message) });
    }
  });
  process.send({ id: 0, result: null });
}

process.on('disconnect', () => process.exit(0));
serve().catch((error) => {
  process.send({ id: 0, error: String(error.stack) });
  process.exit(1);
});
