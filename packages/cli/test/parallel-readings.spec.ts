import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { TracedTree } from '../src/cache/traced-tree';
import { type Host, openHost } from '../src/host/host';
import type { PythonSource } from '../src/host/sources';
import { verifySchema } from '../src/host/verify-schema';
import { ParallelReadings } from '../src/parallel/parallel-readings';

const sources: readonly PythonSource[] = [
  { orm: 'sqlalchemy', root: 'one' },
  { orm: 'django', root: 'two' },
];
const schemas = [{ canonical: 'schema.sql', sources }];

function workspace(): Host {
  const root = scratchFolder();
  writeFileSync(join(root, 'schema.sql'), 'CREATE TABLE IF NOT EXISTS stocks (id bigint PRIMARY KEY, symbol text);');
  mkdirSync(join(root, 'one'));
  mkdirSync(join(root, 'two'));
  writeFileSync(join(root, 'one/models.py'), 'from sqlalchemy import *\nTable("stocks", MetaData())\n');
  return openHost(root, {});
}

test('readings ahead give the verdict that readings in turn give', async () => {
  const host = workspace();
  const readings = new ParallelReadings(host, null);
  readings.begin({ schemas }, 'inputs');
  const ahead = await verifySchema({ schemas }, host, 'inputs', readings);
  await readings.close();
  expect(ahead).toEqual(await verifySchema({ schemas }, host));
});

test('of several refusals the first in the order of the options is told', async () => {
  const host = workspace();
  for (const { root } of sources) rmSync(join(host.disk.root, root), { recursive: true });
  const readings = new ParallelReadings(host, null);
  readings.begin({ schemas }, 'inputs');
  await expect(verifySchema({ schemas }, host, 'inputs', readings)).rejects.toThrow('"one" does not exist');
  await readings.close();
});

test('what another tree was asked is taken over, and never repeated where the answers differ', () => {
  const { disk } = workspace();
  const [one, other] = [new TracedTree(disk), new TracedTree(disk)];
  one.kindOf('one');
  other.kindOf('one');
  other.kindOf('two');
  one.absorb(other.trace);
  expect(one.trace).toEqual(other.trace);
  one.absorb([['kindOf', 'two', 'missing']]);
  expect(one.trace).not.toContainEqual(['kindOf', 'two', 'directory']);
});
