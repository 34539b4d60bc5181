import { SourceFile } from '@canonical-schema/schema';
import { disagreements } from '../../../tools/oracle/agreement';
import { expectedDepartures } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { describeReal } from '../../../tools/oracle/real-dialects';
import { sqlDialect } from '../src';
import { mariadbLexis, mysqlLexis, sqliteLexis } from '../src/grammar/lexis';
import { splitStatements } from '../src/grammar/split';
import { dialectCases } from './dialect-cases';

const lexes = { mysql: mysqlLexis, mariadb: mariadbLexis, sqlite: sqliteLexis };

/** What the real server makes of a case's SQL is what the reader says. */
for (const dialect of ['mysql', 'mariadb', 'sqlite'] as const) {
  describeReal(dialect, () => {
    let oracle: Oracle;
    beforeAll(async () => {
      oracle = await startOracle(dialect);
    });
    afterAll(() => oracle.stop());

    for (const { name, folder, sql } of dialectCases(dialect)) {
      test(name, async () => {
        const statements = splitStatements(sql, lexes[dialect])
          .filter((piece) => piece.kind === 'statement')
          .map(({ span }) => sql.slice(span.start, span.end));
        const made = await oracle.runSql(statements);
        const version = made.catalog.assumed[dialect] ?? '';
        const reading = sqlDialect(dialect).readCanonical([new SourceFile('schema.sql', sql)], { version });
        const found = disagreements(reading, made);
        const problems = made.problem?.split('\n') ?? [];
        expect([...problems, ...found]).toEqual(expectedDepartures(folder));
      });
    }
  });
}
