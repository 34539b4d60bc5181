import { guideWorkspace } from '../nx/guide-workspace';
import { type NxRun, ScratchWorkspace } from '../nx/scratch-workspace';
import { all, compile, everything, sql } from './guide';
import { type StartedServer, startedServer } from './servers/started-server';

const token = 'a-token';

let server: StartedServer;
const checkouts: ScratchWorkspace[] = [];
beforeAll(async () => {
  server = await startedServer('remote-cache', token);
});
afterAll(async () => {
  for (const checkout of checkouts) checkout.remove();
  await server.stop();
});

/** A checkout with a cache of its own, and the server's beside. */
function newCheckout(): ScratchWorkspace {
  const environment = {
    NX_SELF_HOSTED_REMOTE_CACHE_SERVER: server.address,
    NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: token,
  };
  const checkout = ScratchWorkspace.of(guideWorkspace, {}, { environment });
  checkouts.push(checkout);
  return checkout;
}

/** The tasks whose results came from the server. */
function fetched({ output }: NxRun): readonly string[] {
  return [...output.matchAll(/^✔ +nx run (.+?) +\[remote cache\]$/gm)].map(([, task = '']) => task).sort();
}

test('what one checkout verified, another takes from the shared cache', () => {
  expect(newCheckout().verify()).toMatchObject({ status: 0, tasks: all('ran') });
  const second = newCheckout();
  const run = second.verify();
  expect({ status: run.status, fetched: fetched(run) }).toEqual({ status: 0, fetched: everything });
  expect(second.read('.schema/verify/in/django_app/report.txt')).toContain('6 tables in sync');
});

test('a comment in the SQL re-runs the compilation alone, in a checkout that has nothing but the server', () => {
  const third = newCheckout();
  third.edit(sql, '-- option_contracts: one listed call or put', '-- option_contracts: one call or put');
  const run = third.verify();
  expect(run.tasks).toEqual({ ...all('cached'), [compile]: 'ran' });
  expect(fetched(run)).toEqual(everything.filter((task) => task !== compile));
});
