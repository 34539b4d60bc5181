import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@canonical-schema/schema';
import { sqlDialect } from '@canonical-schema/sql';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { describeReal, startScratchDatabase } from '../../../tools/oracle/real-dialects';
import type { ScratchDatabase } from '../../../tools/oracle/scratch-database';
import { disagreementsWith } from '../src';

for (const dialect of ['mysql', 'mariadb'] as const) {
  const cases = join(__dirname, '..', `cases-${dialect}`);
  describeReal(dialect, () => {
    let database: ScratchDatabase;
    beforeAll(async () => {
      database = await startScratchDatabase(dialect);
    });
    afterAll(() => database.stop());
    beforeEach(() => database.empty());

    for (const name of caseFolders(cases)) {
      test(name, async () => {
        const text = readFileSync(join(cases, name, 'schema.sql'), 'utf8');
        for (const statement of text.split(/;\n/)) if (statement.trim() !== '') await database.run(statement);
        const catalog = await database.catalog();
        expect(catalog.unread).toEqual([]);
        const version = catalog.assumed[dialect] ?? '';
        const reading = sqlDialect(dialect).readCanonical([new SourceFile('schema.sql', text)], { version });
        expect(disagreementsWith(reading, catalog)).toEqual([]);
        const read = `${JSON.stringify(catalog.schema, null, 2)}\n`;
        const expected = join(cases, name, 'expected.json');
        if (process.env.UPDATE_CASES === '1') writeFileSync(expected, read);
        expect(read).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
      });
    }
  });
}
