import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFileFault } from '@canonical-schema/schema';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { type Memory, memoryOf, remembered } from '../src/cache/remembered';
import { type HostAt, openHost } from '../src/host/host';

interface Workspace {
  readonly root: string;
  readonly memory: Memory;
}

function workspace(): Workspace {
  const root = scratchFolder();
  mkdirSync(join(root, 'models'));
  for (const name of ['a.py', 'b.py']) writeFileSync(join(root, 'models', name), `# ${name}\n`);
  return { root, memory: { directory: join(root, '.memory') } };
}

/** All texts below `models`, computed from what the tree says, and how often that was done. */
function counting(): { readonly texts: (host: HostAt) => Promise<string>; readonly times: () => number } {
  let times = 0;
  const texts = async ({ disk }: HostAt): Promise<string> => {
    times += 1;
    const files = disk.list('models').filter(({ kind }) => kind === 'file');
    const read = files.map(({ name }) => {
      const answer = disk.read(`models/${name}`);
      return isFileFault(answer) ? answer.fault : `${name}: ${answer.text}`;
    });
    return [disk.kindOf('extra'), disk.realPathOf('link'), ...read].join('');
  };
  return { texts, times: () => times };
}

/** Asks as a process of its own would. */
const ask = ({ root, memory }: Workspace, { texts }: ReturnType<typeof counting>, question = 'texts') =>
  remembered(memory, [question], openHost(root, {}), texts);

test('an answer is computed once while nothing that it depends on changes', async () => {
  const [place, work] = [workspace(), counting()];
  const first = await ask(place, work);
  writeFileSync(join(place.root, 'unrelated.py'), '');
  expect(await ask(place, work)).toBe(first);
  expect(work.times()).toBe(1);
});

test.each([
  ['a file has another text', (root: string) => writeFileSync(join(root, 'models/a.py'), '# other\n')],
  ['a file came', (root: string) => writeFileSync(join(root, 'models/c.py'), '')],
  ['a file went', (root: string) => rmSync(join(root, 'models/b.py'))],
  ['what was missing is there', (root: string) => mkdirSync(join(root, 'extra'))],
  ['a link leads somewhere', (root: string) => symlinkSync(join(root, 'models'), join(root, 'link'))],
])('it is computed anew when %s', async (_, change) => {
  const [place, work] = [workspace(), counting()];
  await ask(place, work);
  change(place.root);
  expect(await ask(place, work)).toBe(await counting().texts(openHost(place.root, {})));
  expect(work.times()).toBe(2);
});

test('another question has an answer of its own', async () => {
  const [place, work] = [workspace(), counting()];
  await ask(place, work);
  await ask(place, work, 'another');
  expect(work.times()).toBe(2);
});

test('a work within another is remembered by itself, and its questions are the other’s, too', async () => {
  const [place, inner] = [workspace(), counting()];
  const outer = async (word: string) =>
    remembered(place.memory, ['outer'], openHost(place.root, {}), async (host) => {
      return `${word} ${await remembered(place.memory, ['inner'], host, inner.texts)}`;
    });
  await remembered(place.memory, ['inner'], openHost(place.root, {}), inner.texts);
  const first = await outer('first');
  expect(await outer('second')).toBe(first);
  expect(inner.times()).toBe(1);
  writeFileSync(join(place.root, 'models/a.py'), '# other\n');
  expect(await outer('third')).toMatch(/^third .*# other/);
});

test.each([
  ['damaged', (text: Buffer) => text.subarray(0, text.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['somebody else’s', () => Buffer.from('{"not": "ours"}')],
  ['of another question', (text: Buffer) => Buffer.from(text.toString('latin1').replace('texts', 'tests'), 'latin1')],
])('an entry that is %s is ignored and written again', async (_, spoiled) => {
  const [place, work] = [workspace(), counting()];
  const first = await ask(place, work);
  const [name = ''] = readdirSync(place.memory.directory);
  const entry = join(place.memory.directory, name);
  writeFileSync(entry, spoiled(readFileSync(entry)));
  expect(await ask(place, work)).toBe(first);
  expect(await ask(place, work)).toBe(first);
  expect(work.times()).toBe(2);
});

test('where nothing can be written the work is done each time', async () => {
  const [place, work] = [workspace(), counting()];
  writeFileSync(place.memory.directory, 'a file in the way');
  expect(await ask(place, work)).toBe(await ask(place, work));
  expect(work.times()).toBe(2);
});

test('runs at the same time leave one whole entry', async () => {
  const [place, work] = [workspace(), counting()];
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask(place, work)));
  expect(new Set(answers).size).toBe(1);
  const before = work.times();
  expect(await ask(place, work)).toBe(answers[0]);
  expect(work.times()).toBe(before);
  expect(readdirSync(place.memory.directory)).toHaveLength(1);
});

test('a refusal is not remembered', async () => {
  const { root, memory } = workspace();
  const fails = () => remembered(memory, ['fails'], openHost(root, {}), () => Promise.reject(new Error('no')));
  await expect(fails()).rejects.toThrow('no');
  expect(await remembered(memory, ['fails'], openHost(root, {}), async () => 'yes')).toBe('yes');
});

test('a workspace remembers in Nx’s cache, in that of Node’s tools, or not at all', () => {
  const root = scratchFolder();
  const placeFor = (environment: Record<string, string>) => memoryOf(openHost(root, environment))?.directory ?? null;
  expect(placeFor({})).toBeNull();
  mkdirSync(join(root, 'node_modules'));
  expect(placeFor({})).toBe(join(root, 'node_modules/.cache/canonical-schema'));
  writeFileSync(join(root, 'nx.json'), '{}');
  expect(placeFor({})).toBe(join(root, '.nx/cache/canonical-schema'));
  expect(placeFor({ NX_CACHE_DIRECTORY: '/elsewhere' })).toBe('/elsewhere/canonical-schema');
});
