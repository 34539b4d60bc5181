import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { type InitPlan, type InitRequest, openHost, planInit, writeFiles } from '../src';

const guideWorkspace = resolve(__dirname, '..', '..', '..', 'e2e', 'options-trading');
const canonical = 'scripts/database/schema_canonical.sql';

function workspace(files: Readonly<Record<string, string>>): string {
  const root = scratchFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

async function init(root: string, request: Omit<InitRequest, 'today'> = {}): Promise<InitPlan> {
  const plan = await planInit({ today: '2026-11-23', ...request }, openHost(root, {}));
  writeFiles(root, plan.files);
  return plan;
}

/** Runs it again: everything is there, so nothing may change. */
async function expectSettled(root: string, request: Omit<InitRequest, 'today'> = {}): Promise<void> {
  const again = await planInit({ today: '2026-11-24', ...request }, openHost(root, {}));
  expect(again.files).toEqual([]);
  expect(again.said).toContain('Nothing to do: all of it is there.');
}

const models = `from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Stock(Base):
    __tablename__ = 'stocks'
    id: Mapped[int] = mapped_column(primary_key=True)
    symbol: Mapped[str] = mapped_column(String(10), unique=True)
`;

const sources = {
  [canonical]: 'CREATE TABLE stocks (id SERIAL PRIMARY KEY, symbol VARCHAR(10) NOT NULL UNIQUE);\n',
  'src/database/models.py': models,
};

describe('the configuration', () => {
  test('names the server that was asked for, and no other afterwards', async () => {
    const root = workspace({ ...sources, 'nx.json': '{}\n' });
    await init(root, { dialect: 'mariadb' });
    expect(textOf(root, 'nx.json')).toContain('"dialect": "mariadb"');
    await expectSettled(root, { dialect: 'mariadb' });
    await expect(init(root, { dialect: 'sqlite' })).rejects.toThrow('"dialect" is "mariadb" in the options');
  });

  test('takes nothing from the settings but tells of another server that they name', async () => {
    const settings = 'DATABASES = {"default": {"ENGINE": "django.db.backends.mysql"}}\n';
    const root = workspace({ ...sources, 'app/manage.py': 'import django\n', 'app/config/settings.py': settings });
    const { said } = await init(root, { django: ['app'] });
    expect(said.filter((line) => line.startsWith('The settings'))).toEqual([
      'The settings name MySQL, and PostgreSQL is configured: if that is your server, say "dialect": "mysql" or "mariadb" in the options, or --dialect here.',
    ]);
    expect(textOf(root, 'canonical-schema.json')).not.toContain('dialect');
  });

  test('an entry in nx.json leaves everything else as it is', async () => {
    const before = '{\n  // Ours\n  "defaultBase": "main", /* kept */\n  "plugins": ["@nx/js" ,  {"plugin": "x"}]\n}\n';
    const root = workspace({ ...sources, 'nx.json': before, '.gitignore': 'node_modules\ndist' });
    await init(root);
    const entry =
      '{ "plugin": "@canonical-schema/nx", "options": { "canonical": "scripts/database/schema_canonical.sql", ' +
      '"sqlalchemy": [ { "root": "src/database" } ] } }';
    expect(textOf(root, 'nx.json')).toBe(before.replace(']', `, ${entry}]`));
    expect(textOf(root, '.gitignore')).toBe('node_modules\ndist\n.schema/\n');
    await expectSettled(root);
  });

  test('comments behind items stay with them', async () => {
    const before = '{\n  "plugins": [\n    "a", // why\n    "b" // last\n  ],\n}\n';
    const root = workspace({ 'nx.json': before });
    await init(root, { sync: true });
    expect(textOf(root, 'nx.json')).toBe(`{
  "plugins": [
    "a", // why
    "b", // last
    {
      "plugin": "@canonical-schema/nx"
    }
  ],
  "sync": {
    "globalGenerators": [
      "@canonical-schema/nx:sync"
    ]
  }
}
`);
    await expectSettled(root, { sync: true });
  });

  test('tabs and Windows line ends go on', async () => {
    const before = '{\r\n\t"plugins": []\r\n}\r\n';
    const root = workspace({ ...sources, 'nx.json': before, '.gitignore': '**/.schema\r\n' });
    await init(root, { sync: true });
    const after = textOf(root, 'nx.json');
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(after).toContain('\r\n\t"sync": {\r\n\t\t"globalGenerators": [');
    expect(textOf(root, '.gitignore')).toBe('**/.schema\r\n');
    await expectSettled(root, { sync: true });
  });

  test('options that are there are kept, and what lacks is put beside them', async () => {
    const options = { canonical, rules: { 'fk-index': 'off' } };
    const root = workspace({
      ...sources,
      'nx.json': JSON.stringify({ plugins: [{ plugin: '@canonical-schema/nx', options }] }, null, 2),
    });
    await init(root);
    expect(JSON.parse(textOf(root, 'nx.json'))).toEqual({
      plugins: [{ plugin: '@canonical-schema/nx', options: { ...options, sqlalchemy: [{ root: 'src/database' }] } }],
    });
    expect(existsSync(join(root, '.gitignore'))).toBe(false);
    await expectSettled(root);
  });

  test('an entry that is a bare name gets its options', async () => {
    const root = workspace({ ...sources, 'nx.json': '{ "plugins": ["@canonical-schema/nx"] }' });
    await init(root);
    expect(JSON.parse(textOf(root, 'nx.json')).plugins).toEqual([
      { plugin: '@canonical-schema/nx', options: { canonical, sqlalchemy: [{ root: 'src/database' }] } },
    ]);
    await expectSettled(root);
  });

  test('several schemas are left alone', async () => {
    const before = JSON.stringify({
      plugins: [{ plugin: '@canonical-schema/nx', options: { schemas: [{ canonical }] } }],
    });
    const root = workspace({ ...sources, 'nx.json': before });
    await init(root);
    expect(textOf(root, 'nx.json')).toBe(before);
  });

  test('without Nx the options go into a file that --config takes', async () => {
    const root = workspace({ ...sources, '.gitignore': '' });
    const { said } = await init(root);
    expect(JSON.parse(textOf(root, 'canonical-schema.json'))).toEqual({
      canonical,
      sqlalchemy: [{ root: 'src/database' }],
    });
    expect(said).toContain('Commands take these options with --config canonical-schema.json.');
    expect(textOf(root, '.gitignore')).toBe('');
    await expectSettled(root);
  });

  test('of several canonical files one is taken, and said', async () => {
    const root = workspace({ ...sources, 'schema_canonical.sql': '' });
    const { said } = await init(root);
    expect(said.join('\n')).toContain(`Took schema_canonical.sql; ${canonical} may be canonical files, too`);
    expect(JSON.parse(textOf(root, 'canonical-schema.json')).canonical).toBe('schema_canonical.sql');
  });

  test('without a canonical file the plugin is entered bare, and the next step said', async () => {
    const root = workspace({ 'nx.json': '{}', 'src/database/models.py': models });
    const { said } = await init(root);
    expect(JSON.parse(textOf(root, 'nx.json'))).toEqual({ plugins: [{ plugin: '@canonical-schema/nx' }] });
    expect(said.join('\n')).toContain('init --from django, --from sqlalchemy or --from database writes one');
    await expectSettled(root);
  });

  test.each([
    [{ 'nx.json': '{ "plugins": [' }, {}, '"nx.json" is not JSON'],
    [{ 'nx.json': '[]' }, {}, 'does not hold an object'],
    [{ 'nx.json': '{"plugins":[{"plugin":"@canonical-schema/nx","options":{"canonicl":"x"}}]}' }, {}, 'Did you mean'],
    [{}, { sync: true }, 'There is no nx.json'],
    [{}, { from: 'django' as const }, 'No manage.py of a Django project was found'],
    [{}, { from: 'sqlalchemy' as const }, 'No module with SQLAlchemy models was found'],
    [{}, { canonical: 'nothing.sql' }, '"nothing.sql" does not exist'],
  ])('%j %j is refused', async (files, request, message) => {
    const root = workspace(files);
    await expect(init(root, request)).rejects.toThrow(message);
  });
});

describe('a first canonical file', () => {
  test.each(['django', 'sqlalchemy'] as const)('of the guide’s workspace, from %s, verifies clean', async (from) => {
    const root = scratchFolder();
    cpSync(guideWorkspace, root, { recursive: true, filter: (path) => !/node_modules|\.nx$|\.schema$/.test(path) });
    rmSync(join(root, canonical));
    const { verdict } = await init(root, { from });
    expect(verdict?.findings.filter(({ severity }) => severity !== 'tolerated')).toEqual([]);
    expect(verdict?.failed).toBe(false);
    expect(textOf(root, canonical)).toContain('-- Version 1.0.0 (2026-11-23)');
    await expectSettled(root, { from });
  });

  test('is never written over', async () => {
    const root = workspace({ ...sources, [canonical]: '-- mine\n' });
    const { said, verdict } = await init(root, { from: 'sqlalchemy' });
    expect(textOf(root, canonical)).toBe('-- mine\n');
    expect(said).toContain(`${canonical} is there and was left as it is.`);
    expect(verdict).toBeNull();
  });

  test('makes the extensions that its types, indexes and functions come from', async () => {
    const root = workspace({
      'src/database/models.py': `from sqlalchemy import Column, Index, Integer, String, Uuid, text
from sqlalchemy.dialects.postgresql import CITEXT
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Person(Base):
    __tablename__ = 'people'
    id = Column(Uuid, primary_key=True, server_default=text('uuid_generate_v4()'))
    email = Column(CITEXT)
    name = Column(String)
    city = Column(String)
    __table_args__ = (
        Index('idx_people_name', 'name', postgresql_using='gin', postgresql_ops={'name': 'gin_trgm_ops'}),
        Index('idx_people_city', 'city', postgresql_using='gin'),
    )
`,
    });
    await init(root, { from: 'sqlalchemy' });
    const made = [...textOf(root, canonical).matchAll(/CREATE EXTENSION IF NOT EXISTS (.+);/g)].map(([, name]) => name);
    expect(made).toEqual(['"uuid-ossp"', 'btree_gin', 'citext', 'pg_trgm']);
  });

  test('goes where it is asked to', async () => {
    const root = workspace({ 'src/database/models.py': models });
    await init(root, { from: 'sqlalchemy', canonical: 'db/schema.sql' });
    expect(textOf(root, 'db/schema.sql')).toContain('CREATE TABLE IF NOT EXISTS stocks (');
    expect(JSON.parse(textOf(root, 'canonical-schema.json')).canonical).toBe('db/schema.sql');
  });
});

const django = {
  'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site_settings')\nimport django\n",
  'requirements.txt': 'django==5.2\n',
  'site_settings.py': "INSTALLED_APPS = ['shop']\nDEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'\n",
  'shop/__init__.py': '',
};

describe('what a Django project has besides plain tables', () => {
  test('unmanaged tables, pattern indexes, hashed names and parts that are not read', async () => {
    const root = workspace({
      ...django,
      'shop/models.py': `from django.db import models
from somewhere import fields_of

class Kind(models.Model):
    name = models.CharField(max_length=20, unique=True)
    rank = models.PositiveIntegerField(default=0)

class Thing(models.Model):
    kind = models.ForeignKey(Kind, on_delete=models.CASCADE)
    code = models.SlugField()
    size = fields_of('size')

class Report(models.Model):
    total = models.IntegerField()
    class Meta:
        managed = False
`,
    });
    const { said, verdict } = await init(root, { from: 'django' });
    const text = textOf(root, canonical);
    expect(text).toContain('name VARCHAR(20) NOT NULL UNIQUE');
    expect(text).toContain('kind_id BIGINT NOT NULL REFERENCES shop_kind (id) DEFERRABLE INITIALLY DEFERRED');
    expect(text).not.toContain('_like ON');
    expect(text).toContain('-- not written: table shop_report: not created by its model');
    expect(said.join('\n')).toContain('Tables that no migration makes, and so not written: shop_report.');
    const errors = verdict?.findings.filter(
      ({ severity, code }) => severity === 'error' && code !== 'missing-migration',
    );
    expect(errors?.map(({ code }) => code)).toEqual(['extra-table']);
  });

  test('what the models do not show, and the migrations do', async () => {
    const root = workspace({
      ...django,
      'shop/models.py': `from django.db import models
from somewhere import fields_of

class Thing(models.Model):
    size = fields_of('size')
`,
      'shop/migrations/__init__.py': '',
      'shop/migrations/0001_initial.py': `from django.db import migrations, models

class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel('Thing', [
            ('id', models.BigAutoField(primary_key=True)),
            ('size', models.IntegerField(db_index=True)),
        ]),
    ]
`,
    });
    const { said } = await init(root, { from: 'django' });
    const text = textOf(root, canonical);
    expect(text).toContain('    size INTEGER NOT NULL\n');
    expect(text).toMatch(/CREATE INDEX IF NOT EXISTS shop_thing_size_\w+ ON shop_thing \(size\);/);
    expect(said).toContain('What the models do not show stands here as the migrations leave it: shop_thing.size.');
  });
});
