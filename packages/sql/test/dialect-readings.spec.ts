import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readingJson, SourceFile } from '@canonical-schema/schema';
import { sqlDialect } from '../src';
import { dialectCases } from './dialect-cases';

/** What a case's file says, and what reading it remarked, as `reading.json` holds them. */
describe.each(['mysql', 'mariadb', 'sqlite'] as const)('%s', (dialect) => {
  for (const { name, folder, sql } of dialectCases(dialect)) {
    test(name, () => {
      const reading = sqlDialect(dialect).readCanonical([new SourceFile('schema.sql', sql)]);
      const remarks = reading.remarks.map(({ code, message, places }) => ({
        code,
        message,
        lines: places.map(({ line }) => line),
      }));
      const actual = `${JSON.stringify({ ...(readingJson(reading) as object), remarks }, null, 2)}\n`;
      const expected = join(folder, 'reading.json');
      if (process.env.UPDATE_CASES === '1') writeFileSync(expected, actual);
      expect(actual).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
    });
  }
});
