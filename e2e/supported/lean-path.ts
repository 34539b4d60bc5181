import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../tools/jest/scratch-folder';

/** Node with npm, git, and what the shims of package managers call. */
const programs = ['node', 'npm', 'npx', 'git', 'sh', 'env', 'sed', 'dirname', 'uname'];

/** A folder that, as the whole `PATH`, leaves neither compiler nor Python: what an install and a verdict may need. */
export function leanPath(further: Readonly<Record<string, string>> = {}): string {
  const folder = scratchFolder();
  for (const program of programs) symlinkSync(whereIs(program), join(folder, program));
  for (const [name, path] of Object.entries(further)) symlinkSync(path, join(folder, name));
  return folder;
}

function whereIs(program: string): string {
  return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
}
