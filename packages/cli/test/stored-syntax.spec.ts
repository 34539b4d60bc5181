import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPythonParser } from '@canonical-schema/python';
import { SourceFile } from '@canonical-schema/schema';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import type { Memory } from '../src/cache/remembered';
import { rememberedReadings } from '../src/cache/remembered-readings';
import { storedSyntax } from '../src/cache/stored-syntax';
import { verifySchema } from '../src/host/verify-schema';
import { optionsTrading } from './options-trading';

beforeAll(() => loadPythonParser());

const file = (text: string, path = 'models.py') => new SourceFile(path, text);
const syntax = { body: [], errors: [] };

function entriesOf({ directory }: Memory): readonly string[] {
  return readdirSync(join(directory, 'syntax')).map((name) => join(directory, 'syntax', name));
}

test('a text has the syntax that was kept of it, another text of the same file has none', () => {
  const store = storedSyntax({ directory: scratchFolder() });
  expect(store.recall(file('a = 1\n'))).toBeNull();
  store.keep(file('a = 1\n'), syntax);
  expect(store.recall(file('a = 1\n'))).toEqual(syntax);
  expect(store.recall(file('a = 2\n'))).toBeNull();
  expect(store.recall(file('a = 1\n', 'other.py'))).toBeNull();
});

test('the next text of a file takes the place of the last', () => {
  const memory = { directory: scratchFolder() };
  for (const text of ['a = 1\n', 'a = 2\n', 'a = 3\n']) storedSyntax(memory).keep(file(text), syntax);
  expect(entriesOf(memory)).toHaveLength(1);
});

test.each([
  ['damaged', (text: string) => text.slice(0, -5)],
  ['empty', () => ''],
  ['somebody else’s', () => '{"not": "ours"}'],
  ['without its syntax', (text: string) => `${text.split('\n')[0]}\nnull`],
  ['of another version', (text: string) => text.replace('["', '["0.0.')],
])('an entry that is %s is as good as none, and is written again', (_, spoiled) => {
  const memory = { directory: scratchFolder() };
  const store = storedSyntax(memory);
  store.keep(file('a = 1\n'), syntax);
  for (const path of entriesOf(memory)) writeFileSync(path, spoiled(readFileSync(path, 'utf8')));
  expect(store.recall(file('a = 1\n'))).toBeNull();
  store.keep(file('a = 1\n'), syntax);
  expect(store.recall(file('a = 1\n'))).toEqual(syntax);
});

test('where nothing can be written nothing is kept, and nothing fails', () => {
  const directory = join(scratchFolder(), 'memory');
  writeFileSync(directory, 'a file in the way');
  const store = storedSyntax({ directory });
  store.keep(file('a = 1\n'), syntax);
  expect(store.recall(file('a = 1\n'))).toBeNull();
});

test('after every edit the verdict is that of a run which remembers nothing', async () => {
  const workspace = optionsTrading();
  const memory = { directory: scratchFolder() };
  const sources = [
    { orm: 'django', root: 'django_app' },
    { orm: 'sqlalchemy', root: 'src/database' },
  ] as const;
  const request = { schemas: [{ canonical: 'scripts/database/schema_canonical.sql', sources }] };
  const models = 'django_app/apps/options/models.py';
  const text = readFileSync(join(workspace.root, models), 'utf8');
  for (const edited of [text, text.replace('max_length=10', 'max_length=11'), text.replace('class ', 'clas '), text]) {
    writeFileSync(join(workspace.root, models), edited);
    const remembering = await verifySchema(
      request,
      workspace.host,
      'inputs',
      rememberedReadings(workspace.host, memory),
    );
    expect(remembering).toEqual(await verifySchema(request, workspace.host));
  }
  expect(entriesOf(memory).length).toBeGreaterThan(5);
});
