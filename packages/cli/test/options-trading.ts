import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitWorkspace } from './git-workspace';

const root = join(__dirname, '..', '..', '..', 'e2e', 'options-trading');

/** A copy of the guide's own workspace, committed. */
export function optionsTrading(): GitWorkspace {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const isSource = (path: string) => !/(^|\/)(node_modules|\.nx|__pycache__|\.venv)\//.test(path);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isSource(path.slice(root.length + 1)));
  return new GitWorkspace(Object.fromEntries(files.map((path) => [path.slice(root.length + 1), readFileSync(path)])));
}
