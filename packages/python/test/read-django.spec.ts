import { join } from 'node:path';
import { loadPostgresParser } from '@canonical-schema/sql';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { DiskTree } from '../../cli/src/disk/disk-tree';
import { loadPythonParser, readDjango, readDjangoMigrationsIfAny, readDjangoModels } from '../src';

const cases = join(__dirname, '..', 'cases-migrations');

beforeAll(() => Promise.all([loadPostgresParser(), loadPythonParser()]));

test.each(caseFolders(cases))('%s reads the same from one loading as from two', (name) => {
  const options = { files: new DiskTree(join(cases, name)), root: '.', installed: [] };
  const { models, migrations } = readDjango(options);
  expect({ models, migrations: migrations() }).toEqual({
    models: readDjangoModels(options),
    migrations: readDjangoMigrationsIfAny(options),
  });
});

test('a key to the user is compared with its migration, though no setting names the user', () => {
  const folder = join(cases, 'a-key-to-the-user-that-no-setting-names');
  const { models, migrations } = readDjango({ files: new DiskTree(folder), root: '.', installed: [] });
  const unread = [models, migrations()].flatMap((reading) => reading?.unread ?? []);
  expect(unread.map(({ why }) => why)).toEqual([]);
});
