import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, compileReading, type Finding, SourceFile, unreadable } from '@canonical-schema/schema';
import { isRefused } from '../../../tools/oracle/case-folders';
import { type PostgresProcess, startPostgresProcess } from '../../../tools/oracle/postgres-process';
import { readPostgresCatalog } from '../../database/src';
import { fixesOf, type LintContext, lintCanonical, loadPostgresParser, readCanonical, splitSql } from '../src';

const cases = join(__dirname, '..', 'cases-lints');
const names = readdirSync(cases);

/** The text of one of a case's files; undefined where the case has none. */
function textOf(name: string, file: string): string | undefined {
  const path = join(cases, name, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function fileOf(name: string, file: string): SourceFile | null {
  const text = textOf(name, file);
  return text === undefined ? null : new SourceFile('schema.sql', text);
}

function contextOf(name: string): LintContext {
  const [before, after] = ['models-before.sql', 'models-after.sql'].map((file) => fileOf(name, file));
  const models = (file: SourceFile) => ({ ...readCanonical([file]), source: 'django-models' as const });
  const sources = before && after ? [{ name: 'app', before: models(before), after: models(after) }] : [];
  const canonical = fileOf(name, 'base.sql');
  const kindOf = (path: string) =>
    existsSync(join(cases, name, path)) && statSync(join(cases, name, path)).isFile() ? 'file' : 'missing';
  return {
    files: { kindOf },
    options: JSON.parse(textOf(name, 'options.json') ?? '{}'),
    ...(canonical === null ? {} : { base: { canonical, sources } }),
  };
}

function lintText(name: string, text: string): readonly Finding[] {
  return lintCanonical(new SourceFile('schema.sql', text), contextOf(name));
}

function told(findings: readonly Finding[]): unknown {
  return findings.map(({ code, severity, message, subject, departs, places, fix }) => ({
    ...{ code, severity, message, subject, departs },
    lines: places.map(({ place }) => place.line),
    fixed: fix !== undefined,
  }));
}

/** What the file must hold; absent for null. */
function expectFile(name: string, file: string, actual: string | null): void {
  const path = join(cases, name, file);
  if (process.env.UPDATE_CASES === '1') {
    if (actual === null) rmSync(path, { force: true });
    else writeFileSync(path, actual);
  }
  expect(actual).toBe(textOf(name, file) ?? null);
}

beforeAll(loadPostgresParser);

describe.each(names)('%s', (name) => {
  const text = textOf(name, 'schema.sql') ?? '';

  test('findings and their fixes', () => {
    const findings = lintText(name, text);
    expectFile(name, 'findings.json', `${JSON.stringify(told(findings), null, 2)}\n`);
    const fixed = applyEdits(text, fixesOf(findings));
    expectFile(name, 'fixed.sql', fixed === text ? null : fixed);
  });

  test('the fixed file has no finding that can be fixed, all others, and means the same', () => {
    const findings = lintText(name, text);
    const fixed = applyEdits(text, fixesOf(findings));
    const left = lintText(name, fixed);
    expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
    const messages = (some: readonly Finding[]) => some.map(({ code, message }) => `${code}: ${message}`);
    expect(messages(left)).toEqual(messages(findings.filter(({ fix }) => fix === undefined)));
    const meaning = (sql: string) =>
      compileReading({ ...readCanonical([new SourceFile('schema.sql', sql)]), unread: [] }).schema;
    expect(meaning(fixed)).toBe(meaning(text));
  });
});

test('without a base the rules about changes say that they could not look', () => {
  const context = { files: { kindOf: () => 'missing' as const }, base: unreadable('"main" is no revision here.') };
  const findings = lintCanonical(new SourceFile('schema.sql', ''), context);
  expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'tolerated: Not looked at, for lack of a base revision: undocumented-change, canonical-first. "main" is no revision here.',
  ]);
});

describe('the embedded PostgreSQL', () => {
  let postgres: PostgresProcess;
  beforeAll(async () => {
    postgres = await startPostgresProcess();
  });
  afterAll(() => postgres.stop());

  /** One by one: several statements at once are one transaction, in which CONCURRENTLY is not allowed. */
  async function run(sql: string): Promise<void> {
    const statements = splitSql(sql).filter(({ kind }) => kind === 'statement');
    for (const { span } of statements) await postgres.exec(sql.slice(span.start, span.end));
  }

  const whole = names.filter((name) => !isRefused(join(cases, name)));
  test.each(whole)('takes the fixed file twice: %s', async (name) => {
    await postgres.empty();
    const sql = textOf(name, 'fixed.sql') ?? textOf(name, 'schema.sql') ?? '';
    await run(sql);
    const once = await readPostgresCatalog(postgres.query);
    // The next run is another session, with no temporary tables left.
    await postgres.exec('DISCARD ALL');
    await run(sql);
    expect(await readPostgresCatalog(postgres.query)).toEqual(once);
  });
});
