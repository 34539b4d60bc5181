import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const uvVersion = '0.9.5';

/**
 * An environment in `directory` with exactly what the lock file pins; the lock file is made from the requirements where
 * there is none yet. Made anew only where one of them changed: true then.
 */
export function environment({ directory, requirements, python, lock, cache }) {
  const uv = installerIn(cache);
  if (!existsSync(lock)) lockAt(lock, requirements, python, uv);
  const key = `${python}\n${readFileSync(lock, 'utf8')}`;
  const stamp = join(directory, '.made-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return false;
  rmSync(directory, { recursive: true, force: true });
  run(uv, ['venv', '--quiet', '--no-config', '--python', python, directory]);
  run(uv, ['pip', 'install', '--quiet', '--no-deps', '--python', directory, '-r', lock]);
  writeFileSync(stamp, key);
  return true;
}

function lockAt(lock, requirements, python, uv) {
  const options = ['--quiet', '--no-header', '--no-annotate', '--python-version', python, '--output-file', lock];
  run(uv, ['pip', 'compile', ...options, '-'], requirements.join('\n'));
}

/** uv, which installs in seconds what takes pip minutes. */
function installerIn(cache) {
  const directory = join(cache, 'uv');
  const uv = join(directory, 'bin', 'uv');
  if (existsSync(uv)) return uv;
  mkdirSync(cache, { recursive: true });
  run('python3', ['-m', 'venv', directory]);
  run(join(directory, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', `uv==${uvVersion}`]);
  return uv;
}

function run(command, args, input) {
  const { status, stderr, error } = spawnSync(command, args, { input, encoding: 'utf8', stdio: 'pipe' });
  if (status !== 0) throw new Error(`${command} ${args[0]} ${args[1]}: ${error?.message ?? stderr.trim()}`);
}
