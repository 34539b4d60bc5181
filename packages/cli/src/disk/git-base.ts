import { type Fact, unreadable } from '@canonical-schema/schema';
import { gitLine, gitPaths } from './git';
import type { Environment } from './installed-packages';

/** Which revision changes are told from. */
export interface BaseRequest {
  /** As a person named it for this run; goes before everything else. */
  readonly named?: string;
  /** As it is configured for the workspace, Nx's `defaultBase`; goes behind `NX_BASE`. */
  readonly configured?: string;
}

/**
 * The commit that the work in a directory started from: where its history and the base's part. The base is what was
 * named, `NX_BASE`, what is configured, or `main`; a branch that only the remote has counts, too.
 */
export function baseCommit(workspace: string, request: BaseRequest, environment: Environment): Fact<string> {
  const base = request.named ?? environment.NX_BASE ?? request.configured ?? 'main';
  if (gitLine(workspace, ['rev-parse', '--git-dir']) === null) return unreadable('This is no git checkout.');
  const commit = commitOf(workspace, base) ?? commitOf(workspace, `origin/${base}`);
  if (commit === null) return unreadable(`"${base}" is no revision here. Fetch it, or name another with --base.`);
  // A shallow clone may not reach back to where the two part: then the base itself is as near as one can get.
  return gitLine(workspace, ['merge-base', commit, 'HEAD']) ?? commit;
}

/** The Python files under these directories that differ from a commit, committed or not. */
export function pythonFilesChangedSince(
  workspace: string,
  commit: string,
  roots: readonly string[],
): readonly string[] {
  const tracked = gitPaths(workspace, ['diff', '--name-only', '--relative', '-z', commit, '--', ...roots]) ?? [];
  const others = gitPaths(workspace, ['ls-files', '--others', '--exclude-standard', '-z', '--', ...roots]) ?? [];
  return [...new Set([...tracked, ...others])].filter((path) => path.endsWith('.py')).sort();
}

/** The commit that a revision names; null where it names none. */
export function commitOf(workspace: string, name: string): string | null {
  // A name that looks like an option would be taken for one.
  return name.startsWith('-') ? null : gitLine(workspace, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
}
