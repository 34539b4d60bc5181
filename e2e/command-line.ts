import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../tools/jest/scratch-folder';

const root = join(__dirname, '..');
const bin = join(root, 'packages/cli/bin/canonical-schema.js');
/** The interpreter of the tests' own environment. */
export const python = process.env.CANONICAL_SCHEMA_PYTHON ?? join(root, '.cache/venv/bin/python');

/** What a command came to: `codes` are those of its findings that are not tolerated, where it wrote any. */
export interface CommandRun {
  readonly status: number | null;
  readonly output: string;
  readonly codes: readonly string[];
}

/** A copy of the guide's workspace that a test may spoil. */
export function guideCopy(): string {
  const folder = scratchFolder();
  cpSync(join(__dirname, 'options-trading'), folder, { recursive: true });
  // The embedded server starts from the snapshot that all tests share.
  mkdirSync(join(folder, '.schema'), { recursive: true });
  mkdirSync(join(root, '.cache'), { recursive: true });
  symlinkSync(join(root, '.cache'), join(folder, '.schema', 'cache'));
  return folder;
}

/** Runs `canonical-schema` with the tests' own Python environment as the active one. */
export function canonicalSchema(workspace: string, ...args: readonly string[]): CommandRun {
  const env = { ...process.env, VIRTUAL_ENV: dirname(dirname(python)) };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: workspace,
    encoding: 'utf8',
    env,
  });
  return { status, output: stdout + stderr, codes: [] };
}

/** The same for a command that writes its findings with `--json`. */
export function findingsOf(workspace: string, ...args: readonly string[]): CommandRun {
  const written = join(workspace, 'findings.json');
  rmSync(written, { force: true });
  const run = canonicalSchema(workspace, ...args, '--json', 'findings.json');
  if (!existsSync(written)) return run;
  const { findings }: { findings: { code: string; severity: string }[] } = JSON.parse(readFileSync(written, 'utf8'));
  return { ...run, codes: findings.filter(({ severity }) => severity !== 'tolerated').map(({ code }) => code) };
}

/** Replaces the first mention of a text in a file, which has to be there. */
export function replaceIn(workspace: string, path: string, from: string, to: string): void {
  const file = join(workspace, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold "${from}".`);
  writeFileSync(file, text.replace(from, to));
}
