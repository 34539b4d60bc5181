/** The embedded PostgreSQL in another process, for the rivals, which compare with a database. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../oracle/embedded-child.cjs', import.meta.url));

/** `{ exec(sql), empty(), listen(), stop() }`; ready when it is answered. */
export async function startServer() {
  const child = fork(script, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const waiting = new Map();
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  });
  const answerTo = (id) => new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  let last = 0;
  const make = (call, argument) => {
    last += 1;
    const answer = answerTo(last);
    child.send({ id: last, call, argument });
    return answer;
  };
  await answerTo(0);
  return {
    exec: (sql) => make('exec', sql),
    empty: () => make('empty'),
    listen: () => make('listen'),
    stop: () => child.disconnect(),
  };
}
