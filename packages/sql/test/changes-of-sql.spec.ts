import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apply, diff, type Schema, SourceFile } from '@canonical-schema/schema';
import { catalogSqlText, loadPostgresParser, readCanonical } from '../src';
import { sqlWriter } from '../src/write';

const { changesOfSql } = sqlWriter('postgresql');

const cases = join(__dirname, '..', 'cases-changes');
const names = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'changes.sql')));

beforeAll(loadPostgresParser);

function textOf(name: string, file: string): string {
  return readFileSync(join(cases, name, file), 'utf8');
}

function schemaOf(...texts: readonly string[]): Schema {
  return readCanonical(texts.map((text, at) => new SourceFile(`${at}.sql`, text))).schema;
}

/** The changes or problems of a case as text, places as lines. */
function resultOf(name: string): string {
  const { changes, problems } = changesOfSql(
    textOf(name, 'changes.sql'),
    schemaOf(textOf(name, 'schema.sql')),
    'c.sql',
  );
  const shown = problems.map(({ why, place }) => `${place?.line}:${place?.column} ${why}`);
  const json = JSON.stringify(problems.length > 0 ? { problems: shown } : { changes }, withoutPlaces, 2);
  return `${json}\n`;
}

function withoutPlaces(key: string, value: unknown): unknown {
  return key === 'place' ? undefined : value;
}

describe('the changes of a change file', () => {
  test.each(names)('%s', (name) => {
    const expected = join(cases, name, 'changes.json');
    const actual = resultOf(name);
    if (process.env.UPDATE_CASES === '1') writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });
});

describe('the changes, made, give the schema that both files give one after the other', () => {
  test.each(names)('%s', (name) => {
    const before = schemaOf(textOf(name, 'schema.sql'));
    const { changes, problems } = changesOfSql(textOf(name, 'changes.sql'), before, 'c.sql');
    if (problems.length > 0) {
      expect(changes).toEqual([]);
      return;
    }
    const after = schemaOf(textOf(name, 'schema.sql'), textOf(name, 'changes.sql'));
    const made = apply(before, changes, catalogSqlText);
    expect(diff(made, after)).toEqual([]);
    expect(diff(after, made)).toEqual([]);
  });
});
