import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFileFault, isUnreadable, SourceFile } from '@canonical-schema/schema';
import { baseDigest } from '../src/disk/base-digest';
import { baseCommit, pythonFilesChangedSince } from '../src/disk/git-base';
import { GitTree } from '../src/disk/git-tree';
import { fixesOfSchemas, writeFixed } from '../src/host/fix-schema';
import { openHost } from '../src/host/host';
import { writeBaseline } from '../src/host/known-findings';
import { type LintRequest, lintSchema } from '../src/host/lint-schema';
import { verifySchema } from '../src/host/verify-schema';
import { GitWorkspace } from './git-workspace';

const sql = `CREATE TABLE IF NOT EXISTS stocks (
    id bigint PRIMARY KEY,
    symbol varchar(10) NOT NULL
);
-- Version 1.0.0 (2025-12-01)
--   - Initial schema
`;
const models = `from sqlalchemy import BigInteger, Column, String
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Stock(Base):
    __tablename__ = 'stocks'
    id = Column(BigInteger, primary_key=True, autoincrement=False)
    symbol = Column(String(10), nullable=False)
`;
const files = { 'db/schema.sql': sql, 'app/models.py': models };
const sources = [{ orm: 'sqlalchemy', root: 'app', version: '2.0.40' }] as const;
const request: LintRequest = { schemas: [{ canonical: 'db/schema.sql', sources }] };

async function linted(workspace: GitWorkspace, more: Partial<LintRequest> = {}): Promise<string[]> {
  const { findings } = await lintSchema({ ...request, ...more }, workspace.host);
  return findings.map(({ code, severity, subject }) => `${severity} ${code} ${subject.table ?? subject.name ?? ''}`);
}

async function verified(workspace: GitWorkspace, more: object = {}, isPartial = false): Promise<string[]> {
  const schemas = [{ canonical: 'db/schema.sql', sources, isPartial }];
  const { findings } = await verifySchema({ schemas, ...more }, workspace.host);
  return findings.map(({ code, severity, places }) => `${severity} ${code} ${places.map(({ place }) => place.line)}`);
}

describe('against the base revision', () => {
  test('nothing is found where nothing changed', async () => {
    expect(await linted(new GitWorkspace(files))).toEqual([]);
  });

  test('models that lead are told, and models that follow are not', async () => {
    const workspace = new GitWorkspace(files);
    workspace.write({ 'app/models.py': `${models}    sector = Column(String(10))\n` });
    expect(await linted(workspace)).toEqual(['warning canonical-first stocks']);
    workspace.write({
      'db/schema.sql': sql.replace('NOT NULL\n', 'NOT NULL,\n    sector varchar(10)\n') + entry('Added sector'),
    });
    expect(await linted(workspace)).toEqual([]);
  });

  test('a migration that leads alone is told, and one that its model leads is one finding with it', async () => {
    const django = {
      'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\nimport django\n",
      'settings.py': "INSTALLED_APPS = ['shop']\nDEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'\n",
      'shop/__init__.py': '',
      'shop/models.py': 'from django.db import models\n\n\nclass Item(models.Model):\n    name = models.TextField()\n',
      'shop/migrations/__init__.py': '',
      'shop/migrations/0001_initial.py': [
        'from django.db import migrations, models',
        'class Migration(migrations.Migration):',
        '    initial = True',
        "    operations = [migrations.CreateModel(name='Item', fields=[",
        "        ('id', models.BigAutoField(primary_key=True)), ('name', models.TextField())])]",
        '',
      ].join('\n'),
    };
    const lead = [
      'from django.db import migrations, models',
      'class Migration(migrations.Migration):',
      "    dependencies = [('shop', '0001_initial')]",
      "    operations = [migrations.AddField('Item', 'price', models.IntegerField(null=True))]",
      '',
    ].join('\n');
    const under = Object.fromEntries(Object.entries(django).map(([path, text]) => [`web/${path}`, text]));
    const table = 'CREATE TABLE IF NOT EXISTS shop_item (id bigint PRIMARY KEY, name text NOT NULL);\n';
    const workspace = new GitWorkspace({ 'db/schema.sql': table, ...under });
    const schemas = [
      { canonical: 'db/schema.sql', sources: [{ orm: 'django', root: 'web', version: '5.2' }] as const },
    ];
    workspace.write({ 'web/shop/migrations/0002_price.py': lead });
    const { findings } = await lintSchema({ schemas }, workspace.host);
    expect(findings.map(({ code, departs }) => `${code} ${departs}`)).toEqual(['canonical-first django-migrations']);
    workspace.write({
      'web/shop/models.py': `${django['shop/models.py']}    price = models.IntegerField(null=True)\n`,
    });
    expect(await linted(workspace, { schemas })).toEqual(['warning canonical-first shop_item']);
  });

  test('the SQL may come a revision before the models', async () => {
    const workspace = new GitWorkspace({ ...files, 'db/schema.sql': sql.replace(' NOT NULL\n', ' NOT NULL, n int\n') });
    workspace.write({
      'app/models.py': models.replace('Column, ', 'Column, Integer, ').concat('    n = Column(Integer)\n'),
    });
    expect(await linted(workspace)).toEqual([]);
  });

  test('committed work on a branch counts from where the branch began', async () => {
    const workspace = new GitWorkspace(files);
    workspace.git('checkout', '--quiet', '-b', 'work');
    workspace.write({ 'db/schema.sql': sql.replace('varchar(10)', 'varchar(12)') });
    workspace.commit();
    expect(await linted(workspace)).toEqual(['warning undocumented-change stocks']);
    expect(await linted(workspace, { namedBase: 'work' })).toEqual([]);
    expect(await linted(workspace, { base: 'nowhere' })).toEqual(['tolerated undocumented-change db/schema.sql']);
    await expect(linted(workspace, { namedBase: 'nowhere' })).rejects.toThrow('"nowhere" is no revision here.');
    await expect(linted(workspace, { namedBase: '--help' })).rejects.toThrow('"--help" is no revision here.');
  });

  test('NX_BASE goes before what is configured', () => {
    const workspace = new GitWorkspace(files);
    const main = workspace.git('rev-parse', 'main');
    const configured = { configured: 'nowhere' };
    expect(baseCommit(workspace.root, configured, { NX_BASE: 'main' })).toBe(main);
    expect(isUnreadable(baseCommit(workspace.root, configured, {}))).toBe(true);
  });

  test('a migration that the log names is looked for on the disk', async () => {
    const workspace = new GitWorkspace({
      ...files,
      'db/schema.sql': `${sql}--   - Migration: app/migrations/0001.py\n`,
    });
    expect(await linted(workspace)).toEqual(['warning version-log db/schema.sql']);
    workspace.write({ 'app/migrations/0001.py': '' });
    expect(await linted(workspace)).toEqual([]);
  });
});

describe("a commit's files", () => {
  const workspace = new GitWorkspace({
    ...files,
    'app/deep/er.py': 'é = 1\n',
    'app/latin.py': Uint8Array.from([0xe9]),
  });
  workspace.write({ 'app/models.py': 'changed', 'app/new.py': '' });
  const tree = new GitTree(workspace.host.disk, 'HEAD');
  const textOf = (path: string) => {
    const file = tree.read(path);
    return isFileFault(file) ? `${file.fault}: ${file.why}` : file.text;
  };

  test('are as they were committed', () => {
    expect(tree.read('app/models.py')).toBeInstanceOf(SourceFile);
    expect(textOf('app/models.py')).toBe(models);
    expect(textOf('app/deep/er.py')).toBe('é = 1\n');
    expect(textOf('app/new.py')).toBe('missing: "app/new.py" does not exist.');
    expect(textOf('app/latin.py')).toBe('not-text: "app/latin.py" is not valid UTF-8; save it as UTF-8.');
  });

  test('are listed in order', () => {
    expect(tree.list('app').map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'directory deep',
      'file latin.py',
      'file models.py',
    ]);
    expect(tree.list('.').map(({ name }) => name)).toEqual(['app', 'db']);
    expect(['app', 'app/deep/er.py', 'app/new.py'].map((path) => tree.kindOf(path))).toEqual([
      'directory',
      'file',
      'missing',
    ]);
  });

  test('differ by what is committed, changed and new', () => {
    expect(pythonFilesChangedSince(workspace.root, 'HEAD', ['app'])).toEqual(['app/models.py', 'app/new.py']);
    expect(pythonFilesChangedSince(workspace.root, 'HEAD', ['db'])).toEqual([]);
  });
});

describe('the digest of the base', () => {
  const schemas = [{ canonical: 'db/schema.sql', roots: ['app'] }];
  const digestIn = (workspace: GitWorkspace, base = 'main') =>
    baseDigest(workspace.root, { configured: base }, schemas, {});

  test('changes with what the base holds, and not with the name or place of the commit', () => {
    const workspace = new GitWorkspace(files);
    const first = digestIn(workspace);
    expect(digestIn(new GitWorkspace(files))).toBe(first);
    workspace.write({ 'readme.md': 'beside it' });
    workspace.commit();
    expect(digestIn(workspace)).toBe(first);
    workspace.write({ 'app/models.py': `${models}\n` });
    expect(digestIn(workspace)).toBe(first);
    workspace.commit();
    expect(digestIn(workspace)).not.toBe(first);
    expect(digestIn(workspace, 'nowhere')).not.toBe(first);
  });

  test('changes when a migration that the file names comes or goes', () => {
    const workspace = new GitWorkspace({ ...files, 'db/schema.sql': `${sql}--   - Migration: app/m/0001.sql\n` });
    const first = digestIn(workspace);
    workspace.write({ 'app/m/0001.sql': '' });
    expect(digestIn(workspace)).not.toBe(first);
  });
});

describe('fixing', () => {
  const broken = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('CREATE TABLE stocks (id int);\r\n-- ü')]);

  test('keeps a byte-order mark, line endings and permissions', async () => {
    const workspace = new GitWorkspace({ 'db/schema.sql': broken });
    const path = join(workspace.root, 'db/schema.sql');
    chmodSync(path, 0o640);
    const [fixed] = await fixesOfSchemas(
      { schemas: [{ canonical: 'db/schema.sql', sources: [] }] },
      [],
      workspace.host,
    );
    if (fixed === undefined) throw new Error('Nothing was fixed.');
    expect(readFileSync(path).equals(broken)).toBe(true);
    writeFixed([fixed], workspace.host);
    expect(readFileSync(path, 'utf8')).toBe('\uFEFFCREATE TABLE IF NOT EXISTS stocks (id int);\r\n-- ü');
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('mends the named codes alone', async () => {
    const workspace = new GitWorkspace({ 'db/schema.sql': 'CREATE TABLE stocks (id int);\n' });
    const only = await fixesOfSchemas(request, ['version-log'], new GitWorkspace(files).host);
    expect(only.map(({ before, after }) => before === after)).toEqual([true]);
    const [left] = await fixesOfSchemas(
      { schemas: [{ canonical: 'db/schema.sql', sources: [] }] },
      ['version-log'],
      workspace.host,
    );
    expect(left?.left.map(({ code }) => code)).toEqual(['not-idempotent']);
  });

  test('never follows a link out of the workspace', async () => {
    const outside = new GitWorkspace({ 'schema.sql': 'CREATE TABLE stocks (id int);\n' });
    const workspace = new GitWorkspace({ 'readme.md': '' });
    symlinkSync(join(outside.root, 'schema.sql'), join(workspace.root, 'schema.sql'));
    const [fixed] = await fixesOfSchemas({ schemas: [{ canonical: 'schema.sql', sources: [] }] }, [], workspace.host);
    if (fixed === undefined) throw new Error('Nothing was fixed.');
    expect(() => writeFixed([fixed], workspace.host)).toThrow('outside the workspace');
    expect(readFileSync(join(outside.root, 'schema.sql'), 'utf8')).toBe('CREATE TABLE stocks (id int);\n');
  });
});

describe('known findings', () => {
  const drifting = models.replace('String(10), nullable=False)', 'String(12))');

  test('are suppressed from either side, by the rules of the run that finds them', async () => {
    const workspace = new GitWorkspace({
      'db/schema.sql': sql
        .replace('CREATE TABLE IF NOT EXISTS', '-- schema: ignore not-idempotent because it is made once\nCREATE TABLE')
        .replace('NOT NULL\n', 'NOT NULL -- schema: ignore column-type because the old importer\n'),
      'app/models.py': drifting.replace(
        '    symbol',
        '    # schema: ignore nullability, default because it is filled in later\n    symbol',
      ),
    });
    expect(await linted(workspace)).toEqual(['tolerated not-idempotent stocks']);
    expect(await verified(workspace)).toEqual([
      'warning unused-suppression 7',
      'tolerated column-type 4,8',
      'tolerated nullability 4,8',
    ]);
  });

  test('a suppression in the SQL may be meant for another project', async () => {
    const text = sql.replace('NOT NULL\n', 'NOT NULL -- schema: ignore column-type because Django has it so\n');
    const workspace = new GitWorkspace({ ...files, 'db/schema.sql': text });
    expect(await verified(workspace)).toEqual(['warning unused-suppression 3']);
    expect(await verified(workspace, {}, true)).toEqual([]);
    expect(await verified(workspace, { rules: { 'column-type': 'off' } })).toEqual([]);
  });

  test('are listed in a baseline, by both runs, until they are mended', async () => {
    const workspace = new GitWorkspace({
      'db/schema.sql': sql.replace('IF NOT EXISTS ', ''),
      'app/models.py': drifting,
    });
    const { host } = workspace;
    const found = await verifySchema({ schemas: request.schemas }, host);
    await writeBaseline('known.json', found.findings, 'verify', {}, host);
    await writeBaseline('known.json', (await lintSchema(request, host)).findings, 'lint', {}, host);
    expect(await verified(workspace, { baseline: 'known.json' })).toEqual([
      'tolerated column-type 3,7',
      'tolerated nullability 3,7',
    ]);
    expect(await linted(workspace, { baseline: 'known.json' })).toEqual(['tolerated not-idempotent stocks']);
    workspace.write(files);
    expect(await verified(workspace, { baseline: 'known.json' })).toEqual([
      'warning unused-suppression 1',
      'warning unused-suppression 1',
    ]);
    expect(await verified(workspace, { baseline: 'known.json' }, true)).toEqual([]);
    await expect(verified(workspace, { baseline: 'nowhere.json' })).rejects.toThrow('"nowhere.json" does not exist');
    writeFileSync(join(workspace.root, 'known.json'), '[]');
    await expect(verified(workspace, { baseline: 'known.json' })).rejects.toThrow('is no baseline of this version');
  });
});

test('without a base the rules about changes say that they could not look', async () => {
  const workspace = new GitWorkspace({ 'a/schema.sql': sql });
  const inner = openHost(join(workspace.root, 'a'), {});
  const { findings } = await lintSchema(
    { schemas: [{ canonical: 'schema.sql', sources: [] }], base: 'nowhere' },
    inner,
  );
  expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'tolerated: Not looked at, for lack of a base revision: undocumented-change, canonical-first. "nowhere" is no revision here. Fetch it, or name another with --base.',
  ]);
});

function entry(line: string): string {
  return `-- Version 1.1.0 (2026-01-15)\n--   - ${line}\n`;
}
