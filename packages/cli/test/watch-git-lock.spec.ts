import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { gitLockAround } from '../src/watch/git-lock';

test('the lock of the checkout that holds a directory is found, in a worktree where git keeps it', () => {
  const root = scratchFolder();
  mkdirSync(join(root, 'main/.git'), { recursive: true });
  mkdirSync(join(root, 'main/apps/shop'), { recursive: true });
  mkdirSync(join(root, 'tree/apps'), { recursive: true });
  writeFileSync(join(root, 'tree/.git'), 'gitdir: ../main/.git/worktrees/tree\n');
  expect(gitLockAround(join(root, 'main/apps/shop'))).toBe(join(root, 'main/.git/index.lock'));
  expect(gitLockAround(join(root, 'tree/apps'))).toBe(join(root, 'main/.git/worktrees/tree/index.lock'));
});
