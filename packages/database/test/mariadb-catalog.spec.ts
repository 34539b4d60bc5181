import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { describeReal, startScratchDatabase } from '../../../tools/oracle/real-dialects';
import type { ScratchDatabase } from '../../../tools/oracle/scratch-database';

const cases = join(__dirname, '..', 'cases-mariadb');

describeReal('mariadb', () => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await startScratchDatabase('mariadb');
  });
  afterAll(() => database.stop());
  beforeEach(() => database.empty());

  for (const name of caseFolders(cases)) {
    test(name, async () => {
      const statements = readFileSync(join(cases, name, 'schema.sql'), 'utf8').split(/;\n/);
      for (const statement of statements) if (statement.trim() !== '') await database.run(statement);
      const { schema } = await database.catalog();
      const read = `${JSON.stringify(schema, null, 2)}\n`;
      const expected = join(cases, name, 'expected.json');
      if (process.env.UPDATE_CASES === '1') writeFileSync(expected, read);
      expect(read).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
    });
  }
});
