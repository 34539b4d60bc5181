import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readingJson } from '@canonical-schema/schema';
import { loadPostgresParser } from '@canonical-schema/sql';
import { loadPythonParser, readSqlAlchemyModels } from '../src';
import { directoryTree } from './directory-tree';

const cases = join(__dirname, '..', 'cases-sqlalchemy');

/** Each folder holds modules that SQLAlchemy itself can import, and the reading that is expected of them. */
describe('reading SQLAlchemy models', () => {
  beforeAll(async () => {
    await Promise.all([loadPythonParser(), loadPostgresParser()]);
  });

  test.each(readdirSync(cases).sort())('%s', (name) => {
    const folder = join(cases, name);
    const options = caseOptions(folder);
    const reading = readSqlAlchemyModels({
      files: directoryTree(folder),
      root: '.',
      include: [],
      installed: [],
      ...options,
    });
    const actual = `${JSON.stringify(readingJson(reading), null, 2)}\n`;
    const expected = join(folder, 'reading.json');
    if (process.env.UPDATE_CASES === '1') writeFileSync(expected, actual);
    expect(JSON.parse(actual)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

/** `case.json`: what the oracle has to install (`requires`), and options of the reader. */
function caseOptions(folder: string): { version?: string; postgres?: number } {
  const file = join(folder, 'case.json');
  if (!existsSync(file)) return {};
  const { version, postgres } = JSON.parse(readFileSync(file, 'utf8'));
  return { ...(version === undefined ? {} : { version }), ...(postgres === undefined ? {} : { postgres }) };
}
