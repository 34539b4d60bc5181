import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apply, type Change, type Reading, type Schema, SourceFile } from '@canonical-schema/schema';
import { disagreements } from '../../../tools/oracle/agreement';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { catalogSqlText, loadPostgresParser, readCanonical } from '../src';
import { type ChangeRequest, sqlWriter } from '../src/write';

const { changesOfSql, sqlOfRequest } = sqlWriter('postgresql');

let oracle: Oracle;
beforeAll(async () => {
  await loadPostgresParser();
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

const folder = (name: string): string => join(__dirname, '..', name);

function casesOf(cases: string, file: string): readonly string[] {
  return readdirSync(folder(cases)).filter((name) => existsSync(join(folder(cases), name, file)));
}

function textOf(cases: string, name: string, file: string): string {
  return readFileSync(join(folder(cases), name, file), 'utf8');
}

/** What a change file finds: a schema that it is made for, and all that reading it says. */
function read(text: string): Reading {
  return readCanonical([new SourceFile('schema.sql', text)]);
}

/** PostgreSQL makes of the statements what the changes make of the schema. */
async function expectMade(before: Reading, base: string, sql: string, changes: readonly Change[]): Promise<void> {
  // A transaction, and what may not stand in one, each for itself as psql sends them.
  const statements = sql.split(/;\s*\n/).filter((statement) => !/^\s*(?:BEGIN|COMMIT)?\s*$/.test(statement));
  const made = await oracle.runSql([base, 'CREATE SCHEMA IF NOT EXISTS market', ...statements]);
  expect(made.problem).toBeNull();
  const schema: Schema = apply(before.schema, changes, catalogSqlText);
  expect(disagreements({ ...before, schema }, made)).toEqual([]);
}

describe('what a change file is read into is what PostgreSQL does', () => {
  test.each(casesOf('cases-changes', 'changes.sql'))('%s', async (name) => {
    const base = textOf('cases-changes', name, 'schema.sql');
    const sql = textOf('cases-changes', name, 'changes.sql');
    const before = read(base);
    const { changes, problems } = changesOfSql(sql, before.schema, 'changes.sql');
    if (problems.length === 0) await expectMade(before, base, sql, changes);
    else expect(changes).toEqual([]);
  });
});

describe('what is refused as impossible is what PostgreSQL refuses', () => {
  test.each(['what-is-not-there', 'what-exists-already', 'without-cascade-what-others-hold-is-not-dropped'])(
    '%s',
    async (name) => {
      const base = textOf('cases-changes', name, 'schema.sql');
      const sql = textOf('cases-changes', name, 'changes.sql');
      // What changes nothing, PostgreSQL lets pass.
      const impossible = sql
        .split(/;\s*\n/)
        .filter((text) => text.trim() !== '' && !/IF (?:NOT )?EXISTS|SET NOT NULL/.test(text));
      for (const statement of impossible) {
        const { problems } = changesOfSql(statement, read(base).schema, 'changes.sql');
        const made = await oracle.runSql([base, statement]);
        expect({ statement, isRefused: problems.length > 0 }).toEqual({ statement, isRefused: made.problem !== null });
      }
    },
  );
});

describe('the statements of a request are what PostgreSQL takes, and no others', () => {
  test.each(casesOf('cases-requests', 'requests.json'))('%s', async (name) => {
    const base = textOf('cases-requests', name, 'schema.sql');
    const requests: readonly ChangeRequest[] = JSON.parse(textOf('cases-requests', name, 'requests.json'));
    for (const request of requests) {
      const before = read(base);
      const { sql, problems } = sqlOfRequest(request, before.schema);
      if (problems.length > 0) continue;
      const { changes, problems: faults } = changesOfSql(sql, before.schema, 'request.sql');
      if (faults.length === 0) await expectMade(before, base, sql, changes);
    }
  });
});
