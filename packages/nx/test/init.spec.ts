import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logger } from '@nx/devkit';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import init, { type InitOptions } from '../src/generators/init/generator';
import { directoryWith } from './workspace';

const models = `from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Stock(Base):
    __tablename__ = 'stocks'
    id: Mapped[int] = mapped_column(primary_key=True)
`;

/** Runs the generator as `nx g` does; the files that it changed. */
async function generated(root: string, options?: InitOptions): Promise<readonly string[]> {
  const tree = new FsTree(root, false);
  await init(tree, options);
  const changes = tree.listChanges();
  flushChanges(root, changes);
  return changes.map(({ path }) => path).sort();
}

let said: string;
beforeEach(() => {
  said = '';
  jest.spyOn(logger, 'info').mockImplementation((text: string) => {
    said += `${text}\n`;
  });
});
afterEach(() => jest.restoreAllMocks());

test('writes the entry, the outputs to ignore and a first canonical file, once', async () => {
  const root = directoryWith({ 'nx.json': '{}\n', '.gitignore': '', 'src/database/models.py': models });
  const options = { from: 'sqlalchemy', sync: true } as const;
  const canonical = 'scripts/database/schema_canonical.sql';
  expect(await generated(root, options)).toEqual(['.gitignore', 'nx.json', canonical]);
  expect(JSON.parse(readFileSync(join(root, 'nx.json'), 'utf8'))).toEqual({
    plugins: [{ plugin: '@canonical-schema/nx', options: { canonical, sqlalchemy: [{ root: 'src/database' }] } }],
    sync: { globalGenerators: ['@canonical-schema/nx:sync'] },
  });
  expect(said).toContain('1 table in sync');
  expect(await generated(root, options)).toEqual([]);
});

test('sees what the generators before it wrote, and `nx add` alone asks for nothing', async () => {
  const root = directoryWith({ 'nx.json': '{}', 'src/database/models.py': models });
  const tree = new FsTree(root, false);
  tree.write('nx.json', '{ "plugins": ["@nx/js"] }');
  await init(tree);
  expect(tree.read('nx.json', 'utf8')).toBe('{ "plugins": ["@nx/js", { "plugin": "@canonical-schema/nx" }] }');
  expect(said).toContain('There is no canonical SQL file yet');
});

test('says what stands in the way as one sentence, and writes nothing', async () => {
  const root = directoryWith({ 'nx.json': '{' });
  const tree = new FsTree(root, false);
  await expect(init(tree)).rejects.toThrow(/^"nx.json" is not JSON/);
  expect(tree.listChanges()).toEqual([]);
});

test('every generator has a factory that is built and a schema that is published', () => {
  const folder = join(__dirname, '..');
  const { generators } = JSON.parse(readFileSync(join(folder, 'generators.json'), 'utf8'));
  const named = Object.entries<{ factory: string; schema: string }>(generators);
  expect(named.map(([name]) => name)).toContain('init');
  for (const [name, { factory, schema }] of named) {
    expect(factory).toBe(`./dist/generators/${name}/generator`);
    expect(readdirSync(join(folder, 'src/generators', name))).toContain('generator.ts');
    expect(() => JSON.parse(readFileSync(join(folder, schema), 'utf8'))).not.toThrow();
  }
});
