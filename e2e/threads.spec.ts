import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scratchFolder } from '../tools/jest/scratch-folder';
import { replaceIn } from './command-line';

/** Above the size from which `verify` starts threads. */
const tables = 150;

interface Judged {
  readonly started: number;
  readonly refusal?: string;
  readonly findings?: readonly { readonly code: string; readonly severity: string }[];
}

test('threads that read beside this one give the verdict that one alone gives, also where they die', () => {
  const workspace = manyTables();
  replaceIn(workspace, 'django_app/apps/app_0/models.py', 'max_length=100', 'max_length=99');
  replaceIn(workspace, 'database/app_1.py', 'String(100)', 'String(98)');
  const { isWorth, alone, together, abandoned } = verdicts(workspace);

  const departing = alone.findings?.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  expect(departing?.toSorted()).toEqual(['column-type', 'column-type', 'missing-migration']);
  expect(isWorth).toBe(true);
  expect([alone.started, together.started > 0, abandoned.started > 0]).toEqual([0, true, true]);
  expect(together).toEqual({ ...alone, started: together.started });
  expect(abandoned).toEqual({ ...alone, started: abandoned.started });
});

test('what a thread refuses is refused in the same words', () => {
  const workspace = manyTables();
  rmSync(join(workspace, 'django_app'), { recursive: true });
  const { alone, together, abandoned } = verdicts(workspace);

  expect(alone.refusal).toContain('"django_app" does not exist');
  expect([together.refusal, abandoned.refusal]).toEqual([alone.refusal, alone.refusal]);
  expect(together.started).toBeGreaterThan(0);
});

test('a thread that nobody waits for any more ends by itself', () => {
  const workspace = manyTables();
  rmSync(join(workspace, 'schema.sql'));
  const { alone, together } = verdicts(workspace);

  expect(alone.refusal).toContain('The canonical SQL file could not be read');
  expect(together.refusal).toBe(alone.refusal);
  expect(together.started).toBeGreaterThan(0);
});

/** A workspace whose four descriptions agree. */
function manyTables(): string {
  const folder = scratchFolder();
  const maker = resolve(__dirname, '../tools/bench/workspace.mjs');
  const script = `import(process.argv[1]).then(({ writeWorkspace }) => writeWorkspace(process.argv[2], ${tables}))`;
  execFileSync(process.execPath, ['-e', script, maker, folder]);
  return folder;
}

/** In a process of its own: what is tested is the compiled package, and a test runner's realm has no threads of it. */
function verdicts(workspace: string): {
  readonly isWorth: boolean;
  readonly alone: Judged;
  readonly together: Judged;
  readonly abandoned: Judged;
} {
  const script = join(__dirname, 'threads/verdicts.cjs');
  return JSON.parse(
    execFileSync(process.execPath, [script, workspace], { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 120_000 }),
  );
}
