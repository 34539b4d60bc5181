import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The file that is there for as long as git changes the checkout around a directory; null where no git does. `directory`
 * is absolute.
 */
export function gitLockAround(directory: string): string | null {
  for (let at = directory; ; at = dirname(at)) {
    const git = join(at, '.git');
    if (existsSync(git)) return join(gitDirectoryOf(git), 'index.lock');
    if (at === dirname(at)) return null;
  }
}

/** A worktree's and a submodule's `.git` is a file that says where the directory is. */
function gitDirectoryOf(git: string): string {
  try {
    const [, told] = /^gitdir: (.+)$/m.exec(readFileSync(git, 'utf8')) ?? [];
    return told === undefined ? git : resolve(dirname(git), told.trim());
  } catch {
    // A directory, as it mostly is.
    return git;
  }
}
