import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { gitAnswer, gitLine } from './git';
import { commitOf } from './git-base';

/**
 * Writes the workspace as it was at a revision into a directory, nothing of the checkout touched; why it could not be
 * done, as a whole sentence, or null.
 */
export function archiveRevision(workspace: string, revision: string, directory: string): string | null {
  if (gitLine(workspace, ['rev-parse', '--git-dir']) === null) return 'This is no git checkout.';
  const commit = commitOf(workspace, revision);
  if (commit === null) return `"${revision}" is no revision here. Fetch it, or name another with --from.`;
  const archive = join(directory, '.revision.tar');
  if (gitAnswer(workspace, ['archive', '--format=tar', '-o', archive, commit, '.']) === null)
    return `The workspace at "${revision}" could not be taken from git.`;
  try {
    execFileSync('tar', ['-xf', archive, '-C', directory], { stdio: 'ignore' });
    return null;
  } catch {
    return `The workspace at "${revision}" could not be unpacked; the program tar is needed for it.`;
  }
}
