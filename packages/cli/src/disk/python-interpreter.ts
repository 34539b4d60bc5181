import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { Environment } from './installed-packages';
import { environmentsAbove } from './installed-packages';

/**
 * The interpreter that a project runs with. Looked for, in this order: as configured (an environment, a directory in
 * one, or the interpreter itself), an environment beside the project or above it, the one that is active, the one that
 * poetry keeps for it, and what the PATH calls Python.
 */
export function pythonInterpreter(
  workspace: string,
  projectRoot: string,
  configured: string | undefined,
  environment: Environment,
): string {
  const root = resolve(workspace, projectRoot);
  if (configured !== undefined) {
    const path = isAbsolute(configured) ? configured : resolve(workspace, configured);
    return interpreterAbove(path) ?? path;
  }
  const active = [environment.VIRTUAL_ENV, environment.CONDA_PREFIX].filter(
    (path) => path !== undefined && path !== '',
  );
  for (const prefix of [...environmentsAbove(workspace, root), ...active]) {
    const found = prefix === undefined ? null : interpreterIn(prefix);
    if (found !== null) return found;
  }
  return poetryInterpreter(root) ?? (process.platform === 'win32' ? 'python' : 'python3');
}

function interpreterIn(prefix: string): string | null {
  const places = [join(prefix, 'bin', 'python'), join(prefix, 'Scripts', 'python.exe'), join(prefix, 'python.exe')];
  return places.find((place) => existsSync(place)) ?? null;
}

/** The option may name `site-packages`: the interpreter is that of the environment around it. */
function interpreterAbove(path: string): string | null {
  for (let at = path; ; at = resolve(at, '..')) {
    const found = existsSync(join(at, 'pyvenv.cfg')) || at === path ? interpreterIn(at) : null;
    if (found !== null || at === resolve(at, '..')) return found;
  }
}

/** Poetry keeps environments away from their projects; only it knows where. */
function poetryInterpreter(root: string): string | null {
  if (!existsSync(join(root, 'poetry.lock'))) return null;
  try {
    const answer = execFileSync('poetry', ['env', 'info', '--executable'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    });
    return answer.trim() || null;
  } catch {
    return null;
  }
}
