import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '../src';
import { sqlWriter } from '../src/write';

const { changesOfSql, hazardsOf } = sqlWriter('postgresql');

const cases = join(__dirname, '..', 'cases-hazards');
const names = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'changes.sql')));

beforeAll(loadPostgresParser);

/** Each statement of a case with what is said of it alone, and at the end what is said of all of them together. */
function resultOf(name: string): string {
  const text = (file: string): string => readFileSync(join(cases, name, file), 'utf8');
  const { schema } = readCanonical([new SourceFile('schema.sql', text('schema.sql'))]);
  const sql = text('changes.sql');
  const { changes, problems } = changesOfSql(sql, schema, 'changes.sql');
  expect(problems).toEqual([]);
  const said = hazardsOf(changes, schema).map(
    ({ kind, message, safer, change }) => `${change.kind}: ${kind}: ${message}\n    ${safer ?? 'no safer way'}\n`,
  );
  return said.join('');
}

describe('the hazards of changes', () => {
  test.each(names)('%s', (name) => {
    const expected = join(cases, name, 'hazards.txt');
    const actual = resultOf(name);
    if (process.env.UPDATE_CASES === '1') writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });
});
