import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { inspect } from '../src/commands/inspect';

/** A package that imports itself by its full name, as it is imported from the directory above it. */
const files: Readonly<Record<string, string>> = {
  'project/pyproject.toml': '[project]\ndependencies = ["sqlalchemy==2.0.40"]\n',
  'project/shop/__init__.py': '',
  'project/shop/base.py': 'from sqlalchemy.orm import DeclarativeBase\n\n\nclass Base(DeclarativeBase): ...\n',
  'project/shop/models/__init__.py': '',
  'project/shop/models/order.py': [
    'from sqlalchemy.orm import Mapped, mapped_column',
    'from shop.base import Base',
    '',
    '',
    'class Order(Base):',
    '    __tablename__ = "orders"',
    '    id: Mapped[int] = mapped_column(primary_key=True)',
    '',
  ].join('\n'),
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'canonical-schema-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

async function inspected(root: string): Promise<{ place: string; version: string; unreadable: unknown[] }> {
  const json = join(folder, 'reading.json');
  await inspect('sqlalchemy', { root, json });
  const reading = JSON.parse(readFileSync(json, 'utf8'));
  return {
    place: reading.tables[0].place.path,
    version: reading.assumed.sqlalchemy,
    unreadable: reading.unreadable,
  };
}

test.each([
  ['the project', 'project', 'shop/models/order.py'],
  ['the package', 'project/shop', 'models/order.py'],
  ['a package within it', 'project/shop/models', 'order.py'],
  ['a directory with a slash at its end', 'project/shop/', 'models/order.py'],
  ['one file', 'project/shop/models/order.py', 'order.py'],
])('inspect finds modules from where the project begins, given %s', async (_, root, place) => {
  const found = { place, version: '2.0.40 (pyproject.toml)', unreadable: [] };
  expect(await inspected(join(folder, root))).toEqual(found);
  expect(await inspected(relative(process.cwd(), join(folder, root)))).toEqual(found);
});

test('inspect names the path that it was given where nothing is there', async () => {
  await expect(inspect('sqlalchemy', { root: 'no/such/directory' })).rejects.toThrow(
    '"no/such/directory" does not exist; name the directory of the models.',
  );
});
