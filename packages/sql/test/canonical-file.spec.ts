import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diff, type Reading, type Schema, SourceFile } from '@canonical-schema/schema';
import { differenceLines, disagreements } from '../../../tools/oracle/agreement';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { lintCanonical, loadPostgresParser, readCanonical } from '../src';
import { sqlWriter } from '../src/write';

const { canonicalFileText } = sqlWriter('postgresql');

const folder = (name: string): string => join(__dirname, '..', name);
const readable = readdirSync(folder('cases-canonical-file'));
const read = readdirSync(folder('cases')).filter((name) => existsSync(join(folder('cases'), name, 'schema.sql')));

let oracle: Oracle;
beforeAll(async () => {
  await loadPostgresParser();
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

function readingOf(text: string): Reading {
  return readCanonical([new SourceFile('schema.sql', text)]);
}

function textOf(reading: Reading): string {
  return canonicalFileText(reading.schema, { today: '2026-11-23', unread: reading.unread });
}

/** What is listed by name alone cannot be written. */
function withoutOthers(schema: Schema): Schema {
  return { ...schema, others: [] };
}

describe('the layout of a canonical file', () => {
  test.each(readable)('%s', (name) => {
    const path = (file: string): string => join(folder('cases-canonical-file'), name, file);
    const reading = readingOf(readFileSync(path('schema.sql'), 'utf8'));
    const actual = textOf(reading);
    if (process.env.UPDATE_CASES === '1') writeFileSync(path('canonical.sql'), actual);
    expect(actual).toBe(readFileSync(path('canonical.sql'), 'utf8'));
    const options = { guarded: 'require', comments: 'off' } as const;
    const findings = lintCanonical(new SourceFile('schema.sql', actual), {
      files: { kindOf: () => 'missing' },
      options,
    });
    expect(findings).toEqual([]);
  });
});

describe('a canonical file, read again, is the schema that it was made of', () => {
  test.each(read)('%s', (name) => {
    const reading = readingOf(readFileSync(join(folder('cases'), name, 'schema.sql'), 'utf8'));
    const again = readingOf(textOf(reading));
    expect({ unread: again.unread, remarks: again.remarks }).toEqual({ unread: [], remarks: [] });
    expect(diff(withoutOthers(reading.schema), withoutOthers(again.schema))).toEqual([]);
    expect(diff(withoutOthers(again.schema), withoutOthers(reading.schema))).toEqual([]);
  });
});

/** What a reading lists by name alone cannot be written, nor what is made of it. */
const ofListedObjects = ['composite-types-and-rows-as-column-types', 'sequences-follow-their-owners'];

describe('a canonical file, loaded twice into an empty PostgreSQL, makes the catalog of its schema', () => {
  test.each(read.filter((name) => !ofListedObjects.includes(name)))('%s', async (name) => {
    const reading = readingOf(readFileSync(join(folder('cases'), name, 'schema.sql'), 'utf8'));
    const text = textOf(reading);
    const once = await oracle.runSql([text]);
    const twice = await oracle.runSql([text, text]);
    expect([once.problem, twice.problem]).toEqual([null, null]);
    expect(differenceLines(once.catalog, twice.catalog)).toEqual([]);
    expect(disagreements(reading, twice)).toEqual([]);
  });
});
