import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Schema, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '../src';
import { type ChangeRequest, requestLabel, sqlWriter } from '../src/write';

const { changesOfSql, sqlOfRequest } = sqlWriter('postgresql');

const cases = join(__dirname, '..', 'cases-requests');
const names = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'requests.json')));

beforeAll(loadPostgresParser);

function schemaOf(name: string): Schema {
  const text = readFileSync(join(cases, name, 'schema.sql'), 'utf8');
  return readCanonical([new SourceFile('schema.sql', text)]).schema;
}

/** The statements of each request, or why there are none; what a change file of them says is wrong stands behind. */
function resultOf(name: string): string {
  const schema = schemaOf(name);
  const requests: readonly ChangeRequest[] = JSON.parse(readFileSync(join(cases, name, 'requests.json'), 'utf8'));
  const limit = name.includes('30') ? { indexNameLength: 30 } : {};
  const blocks = requests.map((request) => {
    const { sql, problems } = sqlOfRequest(request, schema, limit);
    const faults = problems.length > 0 ? problems : changesOfSql(sql, schema, 'request.sql').problems;
    const said = faults.map(({ why }) => `-- problem: ${why.replace(/\s+/g, ' ')}\n`).join('');
    return `-- ${requestLabel(request)}\n${sql}${said}`;
  });
  return blocks.join('\n');
}

describe('the statements of a request', () => {
  test.each(names)('%s', (name) => {
    const expected = join(cases, name, 'requests.sql');
    const actual = resultOf(name);
    if (process.env.UPDATE_CASES === '1') writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });
});
