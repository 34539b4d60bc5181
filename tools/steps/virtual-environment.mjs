import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const windows = process.platform === 'win32';
const interpreters = windows
  ? ['python', 'python3']
  : ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11'];
const oldest = [3, 11];

/**
 * The interpreter of a virtual environment in `directory` with exactly the packages of `requirements`, made anew only
 * where the requirements or the Python changed. `{ python }`, or `{ problem }` with a sentence on what to install.
 */
export function virtualEnvironment(directory, requirements, say) {
  const base = interpreterWithVersion();
  if (base === null) return { problem: missingPython };
  const python = join(directory, windows ? 'Scripts/python.exe' : 'bin/python');
  const stamp = join(directory, '.made-from');
  const key = createHash('sha256').update(readFileSync(requirements)).update(base.version).digest('hex');
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return { python };

  if (!runs(base.command, ['-c', 'import ensurepip, venv'])) return { problem: missingVenv(base) };
  say(`Making a virtual environment with Python ${base.version} and the pinned ORMs`);
  rmSync(directory, { recursive: true, force: true });
  if (!shows(base.command, ['-m', 'venv', directory])) return { problem: missingVenv(base) };
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', requirements];
  if (!shows(python, install)) return { problem: 'pip could not install tools/python/requirements.txt; see above.' };
  if (!shows(python, ['-m', 'pip', 'check']))
    return { problem: 'tools/python/requirements.txt lacks a pin; see above.' };
  writeFileSync(stamp, key);
  return { python };
}

function interpreterWithVersion() {
  for (const command of interpreters) {
    const { status, stdout } = spawnSync(command, ['-c', 'import platform; print(platform.python_version())'], {
      encoding: 'utf8',
    });
    if (status !== 0) continue;
    const version = stdout.trim();
    const [major, minor] = version.split('.').map(Number);
    if (major === oldest[0] && minor >= oldest[1]) return { command, version };
  }
  return null;
}

function runs(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function shows(command, args) {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

const missingPython =
  'Python 3.11 or newer was not found: install python3 and python3-venv (Debian, Ubuntu), python3 (Fedora, Alpine, ' +
  'Homebrew) or Python from python.org. The tests hold the readers against the real Django and SQLAlchemy.';

function missingVenv({ command, version }) {
  const minor = version.split('.').slice(0, 2).join('.');
  return `${command} (${version}) cannot make virtual environments: install python3-venv or python${minor}-venv (Debian, Ubuntu).`;
}
