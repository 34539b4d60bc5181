import { type FileTree, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser } from '@canonical-schema/sql';
import { loadPythonParser } from '../src';
import { type DjangoMigrationsRequest, type WrittenMigrations, writeDjangoMigrations } from '../src/write';

beforeAll(() => Promise.all([loadPostgresParser(), loadPythonParser()]));

const initial = `from django.db import migrations, models

class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('symbol', models.CharField(max_length=10)),
                ('price', models.IntegerField(null=True)),
            ],
        ),
    ]
`;
const models = (...lines: readonly string[]): string =>
  ['from django.db import models', '', 'class Stock(models.Model):', ...lines.map((line) => `    ${line}`), ''].join(
    '\n',
  );
const symbol = 'symbol = models.CharField(max_length=10)';
const price = 'price = models.IntegerField(null=True)';

function treeOf(texts: Readonly<Record<string, string>>): FileTree {
  const paths = Object.keys(texts);
  const kindOf = (path: string): 'file' | 'directory' | 'missing' => {
    if (texts[path] !== undefined) return 'file';
    return path === '' || path === '.' || paths.some((each) => each.startsWith(`${path}/`)) ? 'directory' : 'missing';
  };
  return {
    kindOf,
    read: (path) => {
      const text = texts[path];
      return text === undefined ? { fault: 'missing', why: `${path} is missing.` } : new SourceFile(path, text);
    },
    list: (directory) => {
      const prefix = directory === '' || directory === '.' ? '' : `${directory}/`;
      const names = new Set(
        paths.filter((each) => each.startsWith(prefix)).map((each) => each.slice(prefix.length).split('/')[0]),
      );
      return [...names]
        .sort()
        .map((name = '') => ({ name, kind: kindOf(`${prefix}${name}`) === 'file' ? 'file' : 'directory' }));
    },
  };
}

function write(
  texts: Readonly<Record<string, string>>,
  more: Partial<DjangoMigrationsRequest> = {},
): WrittenMigrations {
  const files = treeOf({
    'shop/__init__.py': '',
    'shop/migrations/__init__.py': '',
    'shop/migrations/0001_initial.py': initial,
    ...texts,
  });
  return writeDjangoMigrations({ files, root: '', installed: [], now: '2026-11-23 02:10', ...more });
}

const reasons = ({ refused }: WrittenMigrations): readonly string[] =>
  refused.map(({ why, place }) => `${place === null ? '' : `${place.path}:${place.line}: `}${why}`);

test('a column that cannot be NULL and has no default', () => {
  const written = write({ 'shop/models.py': models(symbol, price, 'isin = models.CharField(max_length=12)') });
  expect(reasons(written)).toEqual([
    'shop/models.py:6: The field isin is new on shop.Stock, which may have rows, cannot be NULL and has no default.',
  ]);
  expect(written.refused[0]?.remedy).toMatch(/^Give it a default, or let it be NULL; or /);
  expect(written.edits).toEqual([]);
});

test('a column that may no longer be NULL', () => {
  expect(reasons(write({ 'shop/models.py': models(symbol, 'price = models.IntegerField()') }))).toEqual([
    'shop/models.py:5: The field price of shop.Stock may no longer be NULL, and rows may be.',
  ]);
});

test('what may be a rename, where nobody was asked', () => {
  const text = models(symbol, 'cost = models.IntegerField(null=True)');
  expect(reasons(write({ 'shop/models.py': text }))).toEqual([
    'shop/models.py:5: The field price of shop.Stock is gone and cost is new and like it: it may be a rename.',
  ]);
  expect(write({ 'shop/models.py': text }, { renames: [] }).migrations.flatMap(({ operations }) => operations)).toEqual(
    ['Remove field price from stock', 'Add field cost to stock'],
  );
});

test('a model that may be another one by a new name', () => {
  const text = models(symbol, price).replace('Stock', 'Share');
  expect(reasons(write({ 'shop/models.py': text }))).toEqual([
    'shop/models.py:3: The model shop.Stock is gone and Share is new, with the same fields: it may be a rename.',
  ]);
});

test('a default that is a lambda', () => {
  const text = models(symbol, price, 'code = models.CharField(max_length=3, default=lambda: "x")');
  expect(reasons(write({ 'shop/models.py': text }))).toEqual([
    'shop/models.py:6: shop.Stock.code could not be compared with the migrations: it is a lambda.',
  ]);
});

test('an object of a class that Django cannot take apart', () => {
  const text = `class Limit:\n    pass\n\n${models(symbol, price, 'size = models.IntegerField(null=True, validators=[Limit()])')}`;
  expect(reasons(write({ 'shop/models.py': text }))).toEqual([
    'shop/models.py:9: "Add field size to stock" cannot be written into a migration: Limit is not deconstructible.',
  ]);
});

test('an unknown part of a model that changes, and none of one that does not', () => {
  const changed = models(
    symbol,
    price,
    'size = models.IntegerField(null=True)',
    'code = models.CharField(max_length=compute())',
  );
  expect(reasons(write({ 'shop/models.py': `def compute():\n    return open('x').read()\n\n${changed}` }))).toEqual([
    expect.stringMatching(/^shop\/models.py:10: shop.Stock.code could not be compared with the migrations: /),
  ]);
});

test('an unknown part that was there before the change, of a model that the change is not about', () => {
  const unknown = models(symbol, price, 'code = models.CharField(max_length=3, default=lambda: "x")');
  const other = (...lines: readonly string[]) =>
    `\n\nclass Order(models.Model):\n    note = models.TextField()\n${lines.join('\n')}\n`;
  const created = initial.replace(
    /\n {4}\]\n$/,
    `
        migrations.CreateModel(name='Order', fields=[
            ('id', models.AutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ('note', models.TextField()),
        ]),
    ]
`,
  );
  const before = {
    'shop/__init__.py': '',
    'shop/migrations/__init__.py': '',
    'shop/migrations/0001_initial.py': created,
  };
  const after = { ...before, 'shop/models.py': unknown + other('    size = models.IntegerField(null=True)') };
  const why = 'shop/models.py:6: shop.Stock.code could not be compared with the migrations: it is a lambda.';
  expect(reasons(write(after))).toEqual([why]);
  const tree = treeOf({ ...before, 'shop/models.py': unknown + other() });
  const written = write(after, { before: tree });
  expect(reasons(written)).toEqual([]);
  expect(written.migrations.flatMap(({ operations }) => operations)).toEqual(['Add field size to order']);
});

test('two last migrations, and one that does not parse', () => {
  const second = initial.replace('dependencies = []', "dependencies = [('shop', '0001_initial')]");
  const empty = second.replace(/operations = \[[\s\S]*\]\n/, 'operations = []\n');
  const both = { 'shop/migrations/0002_a.py': empty, 'shop/migrations/0002_b.py': empty };
  expect(reasons(write({ 'shop/models.py': models(symbol), ...both }))[0]).toContain(
    'The app shop has several last migrations',
  );
  const broken = { 'shop/migrations/0002_a.py': 'class Migration(:\n' };
  expect(reasons(write({ 'shop/models.py': models(symbol), ...broken }))[0]).toContain('does not parse');
});

test('an app without a package for migrations is left alone unless it is named', () => {
  const files = treeOf({ 'shop/__init__.py': '', 'shop/models.py': models(symbol) });
  const request = { files, root: '', installed: [], now: '2026-11-23 02:10' };
  expect(writeDjangoMigrations(request)).toEqual({ edits: [], refused: [], migrations: [], paths: [] });
  expect(writeDjangoMigrations({ ...request, newApps: ['shop'] }).edits.map(({ path }) => path)).toEqual([
    'shop/migrations/__init__.py',
    'shop/migrations/0001_initial.py',
  ]);
});

test('the version that the project pins stands in the header, and a name may be given', () => {
  const { edits, migrations } = write(
    { 'shop/models.py': models(symbol), 'requirements.txt': 'Django==5.1.4\n' },
    { name: 'fewer_columns' },
  );
  expect(migrations).toEqual([
    {
      app: 'shop',
      name: '0002_fewer_columns',
      path: 'shop/migrations/0002_fewer_columns.py',
      operations: ['Remove field price from stock'],
    },
  ]);
  expect(edits).toEqual([
    {
      kind: 'create',
      path: 'shop/migrations/0002_fewer_columns.py',
      text: `# Generated by Django 5.1.4 on 2026-11-23 02:10

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('shop', '0001_initial'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='stock',
            name='price',
        ),
    ]
`,
    },
  ]);
});

test('models that migrations know already need none', () => {
  expect(write({ 'shop/models.py': models(symbol, price) })).toEqual({
    edits: [],
    refused: [],
    migrations: [],
    paths: [],
  });
});
