import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const optionalMarks = ['optional', 'devOptional', 'peer'];

/** Does `node_modules` hold every package at the version that the lock file names? Times and mtimes say nothing. */
export function holdsLockedPackages(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(locked)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .every(([path, entry]) => {
      const found = installed[path];
      if (found === undefined) return optionalMarks.some((mark) => entry[mark]);
      return found.version === entry.version;
    });
}

/** Installs exactly what the lock file says, without running anybody's install script. */
export function installLockedPackages(root) {
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(command, [...args, 'ci', '--ignore-scripts', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: 'inherit',
    shell: command === 'npm' && process.platform === 'win32',
  });
  return status === 0;
}
