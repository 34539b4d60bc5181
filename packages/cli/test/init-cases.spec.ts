import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { openHost, planInit } from '../src';

const python = join(__dirname, '..', '..', 'python');

/**
 * A column or table that the models make in a way that cannot be read, or that nothing here makes, is in no file: these
 * findings are true, and say what a person has to add.
 */
const ofWhatIsNotWritten = new Set(['unreadable', 'missing-migration', 'extra-column', 'extra-table']);

describe.each([
  ['django', 'cases-django'],
  ['sqlalchemy', 'cases-sqlalchemy'],
] as const)('a canonical file from %s', (from, folder) => {
  const cases = join(python, folder);
  const names = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'reading.json')));

  test.each(names)('verifies clean: %s', async (name) => {
    const root = scratchFolder();
    cpSync(join(cases, name), root, { recursive: true });
    const request = { today: '2026-11-23', from, [from]: ['.'] };
    const { verdict, files } = await planInit(request, openHost(root, {}));
    expect(files.map(({ path }) => path)).toEqual(['canonical-schema.json', 'scripts/database/schema_canonical.sql']);
    const findings = verdict?.findings.filter(
      ({ code, severity }) => severity !== 'tolerated' && !ofWhatIsNotWritten.has(code),
    );
    expect(findings).toEqual([]);
  });
});
