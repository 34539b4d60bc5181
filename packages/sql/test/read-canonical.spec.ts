import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readingJson, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '../src';

const cases = join(__dirname, '..', 'cases');
const names = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'schema.sql')));

beforeAll(loadPostgresParser);

/** What the case's file says, and what reading it remarked, as `reading.json` holds them. */
function readCase(name: string): string {
  const text = readFileSync(join(cases, name, 'schema.sql'), 'utf8');
  const reading = readCanonical([new SourceFile('schema.sql', text)]);
  const remarks = reading.remarks.map(({ code, message, places }) => ({
    code,
    message,
    lines: places.map(({ line }) => line),
  }));
  const expected = remarks.length === 0 ? readingJson(reading) : { ...(readingJson(reading) as object), remarks };
  return `${JSON.stringify(expected, null, 2)}\n`;
}

describe('canonical SQL', () => {
  test.each(names)('%s', (name) => {
    const expected = join(cases, name, 'reading.json');
    const actual = readCase(name);
    if (process.env.UPDATE_CASES === '1') writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });
});
