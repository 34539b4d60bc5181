import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readingJson } from '@canonical-schema/schema';
import { loadPostgresParser } from '@canonical-schema/sql';
import { readDjangoModels } from '../src/django/reader';
import { loadPythonParser } from '../src/syntax/parser';
import { directoryTree } from './directory-tree';

const cases = join(__dirname, '..', 'cases-django');

beforeAll(async () => {
  await loadPostgresParser();
  await loadPythonParser();
});

describe('readDjangoModels', () => {
  const names = readdirSync(cases).sort();

  test.each(names)('%s', (name) => {
    const directory = join(cases, name);
    const options = { files: directoryTree(directory), root: '', installed: [], version: '5.2' };
    const read = readingJson(readDjangoModels(options));
    const expected = join(directory, 'reading.json');
    if (process.env.UPDATE_CASES === '1' || !existsSync(expected)) {
      writeFileSync(expected, `${JSON.stringify(read, null, 2)}\n`);
    }
    expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});
