import { join } from 'node:path';
import { loadPostgresParser } from '@canonical-schema/sql';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { DiskTree } from '../../cli/src/disk/disk-tree';
import { joinedMigrations, loadPythonParser, readDjango, readMigrationsPart, readModelsPart } from '../src';

const folders = ['cases-migrations', 'cases-django', 'cases-makemigrations'].flatMap((kind) => {
  const all = join(__dirname, '..', kind);
  return caseFolders(all).map((name) => [`${kind}/${name}`, join(all, name)] as const);
});

beforeAll(() => Promise.all([loadPostgresParser(), loadPythonParser()]));

/** Projects with migrations that were read as one. */
const asOne: string[] = [];

test.each(folders)('%s reads the same from its parts as from one loading', (name, folder) => {
  const options = { files: new DiskTree(folder), root: '.', installed: [] };
  const part = readMigrationsPart(options);
  const whole = readDjango(options);
  const models = readModelsPart(options);
  expect(models.reading).toEqual(whole.models);
  if (part === 'none') {
    expect(whole.migrations()).toBeNull();
    return;
  }
  const joined = part === null ? null : joinedMigrations(models.side(), part);
  if (joined === null) asOne.push(name);
  else expect(joined).toEqual(whole.migrations());
});

test('few of them have to be read as one', () => {
  expect(asOne).toEqual(['cases-makemigrations/relations-to-installed-apps']);
});
