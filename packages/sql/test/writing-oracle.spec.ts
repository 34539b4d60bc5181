import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@canonical-schema/schema';
import { differenceLines, disagreements } from '../../../tools/oracle/agreement';
import { caseFolders, expectedDepartures } from '../../../tools/oracle/case-folders';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { describeReal } from '../../../tools/oracle/real-dialects';
import { sqlDialect } from '../src';
import { mariadbLexis, mysqlLexis, sqliteLexis } from '../src/grammar/lexis';
import { splitStatements } from '../src/grammar/split';

const lexes = { mysql: mysqlLexis, mariadb: mariadbLexis, sqlite: sqliteLexis };

/** What the writers made of the cases, loaded into the real server, makes the catalog that its reading states. */
for (const dialect of ['mysql', 'mariadb', 'sqlite'] as const) {
  describeReal(dialect, () => {
    const folder = join(__dirname, '..', 'cases-writing', dialect);
    let oracle: Oracle;
    beforeAll(async () => {
      oracle = await startOracle(dialect);
    });
    afterAll(() => oracle.stop());

    describe.each(caseFolders(folder))('%s', (name) => {
      const textOf = (file: string): string => readFileSync(join(folder, name, file), 'utf8');

      const statementsOf = (text: string): string[] =>
        splitStatements(text, lexes[dialect]).map(({ span }) => text.slice(span.start, span.end));

      test.each(['ddl.sql', 'canonical.sql', 'append.sql', 'inline.sql'])('%s', async (file) => {
        const text = textOf(file);
        const once = await oracle.runSql(statementsOf(text));
        expect(once.problem).toBeNull();
        const reading = sqlDialect(dialect).readCanonical([new SourceFile('schema.sql', text)]);
        expect(disagreements(reading, once)).toEqual([]);
      });

      test.each(['ddl.sql', 'canonical.sql'])('%s, a second time, changes nothing', async (file) => {
        const text = textOf(file);
        const once = await oracle.runSql(statementsOf(text));
        const twice = await oracle.runSql([...statementsOf(text), ...statementsOf(text)]);
        const lines = [...(twice.problem?.split('\n') ?? []), ...differenceLines(once.catalog, twice.catalog)];
        expect(lines).toEqual(expectedDepartures(join(folder, name)));
      });
    });
  });
}
