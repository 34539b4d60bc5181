import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ignored directories that hold installed or generated copies of everything: no reader takes its modules from there. */
const elsewhere = /(^|\/)(site-packages|node_modules|\.venv|venv|\.tox|\.nox|__pycache__)\//;

/** A line that changes with the Python files under these roots that git ignores: their paths and contents. */
export function ignoredSourcesDigest(workspace: string, roots: readonly string[]): string {
  const files = ignoredByGit(workspace, roots).filter((path) => !elsewhere.test(path));
  if (files.length === 0) return 'no ignored sources';
  const digest = createHash('sha256');
  for (const path of files)
    digest
      .update(path)
      .update('\0')
      .update(contentOf(join(workspace, path)))
      .update('\0');
  return `${files.length} ignored sources ${digest.digest('hex')}`;
}

function ignoredByGit(workspace: string, roots: readonly string[]): readonly string[] {
  const patterns = roots.map((root) => (root === '.' ? '*.py' : `${root}/*.py`));
  const list = ['ls-files', '--others', '--ignored', '--exclude-standard', '-z', '--', ...patterns];
  try {
    const listed = execFileSync('git', list, { cwd: workspace, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return listed
      .split('\0')
      .filter((path) => path !== '')
      .sort();
  } catch {
    // Not a git checkout: then nothing is ignored by git.
    return [];
  }
}

function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return new Uint8Array();
  }
}
