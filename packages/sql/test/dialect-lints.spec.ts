import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, compileReading, type Finding, SourceFile } from '@canonical-schema/schema';
import { caseFolders, expectedDepartures } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { describeReal } from '../../../tools/oracle/real-dialects';
import { fixesOf, lintCanonical, sqlDialect } from '../src';
import { mariadbGrammar, mysqlGrammar, sqliteGrammar } from '../src/grammar/grammars';
import { splitStatements } from '../src/grammar/split';

type LintedDialect = 'mysql' | 'mariadb' | 'sqlite';

function folderOf(dialect: LintedDialect): string {
  return join(__dirname, '..', `cases-lints-${dialect}`);
}

function textOf(dialect: LintedDialect, name: string, file: string): string | null {
  const path = join(folderOf(dialect), name, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function findingsIn(dialect: LintedDialect, name: string, text: string): readonly Finding[] {
  const options = JSON.parse(textOf(dialect, name, 'options.json') ?? '{}');
  return lintCanonical(new SourceFile('schema.sql', text), { files: { kindOf: () => 'missing' }, dialect, options });
}

/** What the file must hold; absent for null. */
function expectFile(dialect: LintedDialect, name: string, file: string, actual: string | null): void {
  const path = join(folderOf(dialect), name, file);
  if (process.env.UPDATE_CASES === '1') {
    if (actual === null) rmSync(path, { force: true });
    else writeFileSync(path, actual);
  }
  expect(actual).toBe(textOf(dialect, name, file));
}

describe.each(['mysql', 'mariadb', 'sqlite'] as const)('%s', (dialect) => {
  for (const name of caseFolders(folderOf(dialect))) {
    const text = textOf(dialect, name, 'schema.sql') ?? '';

    test(`findings and their fixes: ${name}`, () => {
      const findings = findingsIn(dialect, name, text);
      const told = findings.map(({ code, severity, message, subject, places, fix }) => ({
        ...{ code, severity, message, subject },
        lines: places.map(({ place }) => place.line),
        fixed: fix !== undefined,
      }));
      expectFile(dialect, name, 'findings.json', `${JSON.stringify(told, null, 2)}\n`);
      const fixed = applyEdits(text, fixesOf(findings));
      expectFile(dialect, name, 'fixed.sql', fixed === text ? null : fixed);
    });

    test(`the fixed file has no finding that can be fixed, all others, and means the same: ${name}`, () => {
      const findings = findingsIn(dialect, name, text);
      const fixed = applyEdits(text, fixesOf(findings));
      const left = findingsIn(dialect, name, fixed);
      const messages = (some: readonly Finding[]) => some.map(({ code, message }) => `${code}: ${message}`);
      expect(messages(left)).toEqual(messages(findings.filter(({ fix }) => fix === undefined)));
      const meaning = (sql: string) =>
        compileReading({ ...sqlDialect(dialect).readCanonical([new SourceFile('schema.sql', sql)]), unread: [] })
          .schema;
      expect(meaning(fixed)).toBe(meaning(text));
    });
  }
});

const grammars = { mysql: mysqlGrammar, mariadb: mariadbGrammar, sqlite: sqliteGrammar };

for (const dialect of ['mysql', 'mariadb', 'sqlite'] as const) {
  describeReal(dialect, () => {
    let oracle: Oracle;
    beforeAll(async () => {
      oracle = await startOracle(dialect);
    });
    afterAll(() => oracle.stop());

    test.each(caseFolders(folderOf(dialect)))('takes the fixed file twice: %s', async (name) => {
      const sql = textOf(dialect, name, 'fixed.sql') ?? '';
      const statements = splitStatements(sql, grammars[dialect].lexis)
        .filter((piece) => piece.kind === 'statement')
        .map(({ span }) => sql.slice(span.start, span.end))
        // Another session has no temporary tables.
        .filter((statement) => !/^CREATE TEMPORARY/.test(statement));
      const made = await oracle.runSql([...statements, ...statements]);
      expect(made.problem?.split('\n') ?? []).toEqual(expectedDepartures(join(folderOf(dialect), name)));
    });
  });
}
