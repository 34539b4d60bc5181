import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandRun, findingsOf, guideCopy, replaceIn } from './command-line';

const testMigrations = (workspace: string, ...flags: readonly string[]): CommandRun =>
  findingsOf(workspace, 'test-migrations', ...flags);

const migrations = 'django_app/apps/options/migrations';

function addMigration(workspace: string, name: string, operations: string): void {
  const text = `from django.db import migrations\n\n\nclass Migration(migrations.Migration):
    dependencies = [("options", "0007_liquid_snapshots_index")]
    operations = [${operations}]\n`;
  writeFileSync(join(workspace, migrations, `${name}.py`), text);
}

describe('the real migrations in the embedded PostgreSQL', () => {
  test('those of the guide’s workspace leave what the SQL says', () => {
    const { status, output, codes } = testMigrations(guideCopy());
    expect({ status, codes }).toEqual({ status: 0, codes: [] });
    expect(output).toContain('6 tables in sync');
  });

  test('a migration that is missing is said', () => {
    const workspace = guideCopy();
    replaceIn(
      workspace,
      'scripts/database/schema_canonical.sql',
      'ALTER TABLE stocks',
      'ALTER TABLE stocks ADD COLUMN IF NOT EXISTS isin VARCHAR(12);\nALTER TABLE stocks',
    );
    replaceIn(
      workspace,
      'django_app/apps/options/models.py',
      '    symbol = ',
      '    isin = models.CharField(max_length=12, null=True, blank=True)\n    symbol = ',
    );
    const { status, codes } = testMigrations(workspace);
    expect({ status, codes }).toEqual({ status: 1, codes: ['missing-migration', 'missing-column'] });
  });

  test('SQL in a migration that contradicts the models is said', () => {
    const workspace = guideCopy();
    addMigration(workspace, '0008_drop', 'migrations.RunSQL("ALTER TABLE stocks DROP COLUMN market_cap")');
    const { status, codes } = testMigrations(workspace);
    expect({ status, codes }).toEqual({ status: 1, codes: ['missing-column'] });
  });

  test('a type that a loop of code makes, which no reader could know, is said', () => {
    const workspace = guideCopy();
    const code = `migrations.RunPython(lambda apps, editor: editor.execute("ALTER TABLE stocks ALTER symbol TYPE varchar(" + str(10 + 2) + ")"))`;
    addMigration(workspace, '0008_widen', code);
    const { status, codes } = testMigrations(workspace);
    expect({ status, codes }).toEqual({ status: 1, codes: ['column-type'] });
  });

  test('a migration that does not apply is a finding with its file', () => {
    const workspace = guideCopy();
    addMigration(workspace, '0008_broken', 'migrations.RunSQL("ALTER TABLE nowhere ADD COLUMN x int")');
    const { status, output, codes } = testMigrations(workspace);
    expect({ status, codes }).toEqual({ status: 1, codes: ['migration-broken'] });
    expect(output).toContain(`${migrations}/0008_broken.py`);
    expect(output).toContain('relation "nowhere" does not exist');
  });

  test('the way from a revision is what runs', () => {
    const workspace = guideCopy();
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: workspace, stdio: 'ignore' });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'before');
    // Fails on a database that starts from nothing, where the column was never there.
    replaceIn(workspace, `${migrations}/0002_add_market_cap.py`, 'class Migration', '# edited\nclass Migration');
    addMigration(workspace, '0008_more', 'migrations.RunSQL("SELECT 1")');
    const { status, codes } = testMigrations(workspace, '--from', 'HEAD');
    expect({ status, codes }).toEqual({ status: 0, codes: [] });
    expect(testMigrations(workspace, '--from', 'nowhere').output).toMatch(/"nowhere" is no revision here/);
  });
});

describe('an interpreter that misbehaves', () => {
  test.each([
    ['ends at once', 'import os\nos._exit(3)', /ended without an answer \(status 3\)/],
    ['asks a question', 'input("Sure? ")', /EOFError/],
    ['prints what is no answer', 'print("{}")\nraise SystemExit(4)', /SystemExit: 4/],
    ['takes for ever', 'import time\ntime.sleep(600)', /was not done after 5 seconds/],
    ['takes for ever in a process of its own', 'import subprocess\nsubprocess.run(["sleep", "600"])', /was not done/],
  ])('that %s is refused with what happened', (_, code, said) => {
    const workspace = guideCopy();
    replaceIn(workspace, 'django_app/apps/options/models.py', 'from django', `${code}\nfrom django`);
    const { status, output } = testMigrations(workspace, '--timeout', '5');
    expect(status).toBe(2);
    expect(output).toMatch(said);
  });

  test('that is not there is refused', () => {
    const workspace = guideCopy();
    const { status, output } = testMigrations(workspace, '--django', 'django_app', '--installed', '/nowhere/python');
    expect(status).toBe(2);
    expect(output).toMatch(/could not be started/);
  });
});
