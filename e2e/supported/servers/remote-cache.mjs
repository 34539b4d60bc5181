/**
 * A self-hosted remote cache on the loopback, as Nx specifies it: `GET` and `PUT /v1/cache/{hash}` with a bearer token.
 * `node remote-cache.mjs TOKEN`. Keeps everything in memory, prints its address, ends with its standard input.
 */
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

const [token] = process.argv.slice(2);
const stored = new Map();

const answers = {
  GET: async (hash) => {
    const bytes = stored.get(hash);
    return bytes === undefined ? { status: 404 } : { status: 200, bytes };
  },
  PUT: async (hash, request) => {
    const bytes = await buffer(request);
    if (stored.has(hash)) return { status: 409 };
    stored.set(hash, bytes);
    return { status: 200 };
  },
};

async function answerTo(request) {
  const hash = /^\/v1\/cache\/([^/]+)$/.exec(request.url)?.[1];
  const answer = answers[request.method];
  if (hash === undefined || answer === undefined) return { status: 404 };
  return request.headers.authorization === `Bearer ${token}` ? answer(hash, request) : { status: 401 };
}

const server = createServer(async (request, response) => {
  const { status, bytes } = await answerTo(request);
  response.writeHead(status, { 'content-type': 'application/octet-stream' }).end(bytes);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.stdin.resume().on('end', () => process.exit(0));
