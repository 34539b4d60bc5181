import { type FileTree, isFileFault } from '@canonical-schema/schema';
import { joined } from './import-roots';

/** A version, and the file or option that says so. */
export interface FoundVersion {
  readonly version: string;
  readonly from: string;
}

/** Lock files first, for they are exact; then what is installed; then requirements, whose bounds are less exact. */
const lockFiles = ['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock', 'pylock.toml'];
const requirementFiles = [
  'requirements.txt',
  'requirements/base.txt',
  'requirements/main.txt',
  'requirements.in',
  'constraints.txt',
  'pyproject.toml',
  'setup.cfg',
  'Pipfile',
  'setup.py',
];

/** The version of a distribution that a project uses; null where nothing says. */
export function packageVersion(
  distribution: string,
  files: FileTree,
  directories: readonly string[],
  installed: readonly string[],
): FoundVersion | null {
  return (
    fromFiles(lockFiles, (text) => lockedVersion(distribution, text), files, directories) ??
    installedVersion(distribution, files, installed) ??
    fromFiles(requirementFiles, (text) => requiredVersion(distribution, text), files, directories)
  );
}

function fromFiles(
  names: readonly string[],
  find: (text: string) => string | null,
  files: FileTree,
  directories: readonly string[],
): FoundVersion | null {
  for (const directory of directories) {
    for (const name of names) {
      const path = joined(directory, name);
      const source = files.read(path);
      const version = isFileFault(source) ? null : find(source.text);
      if (version !== null) return { version, from: path };
    }
  }
  return null;
}

/** `name = "sqlalchemy"` with `version = "2.0.1"` after it, or Pipfile.lock's `"sqlalchemy": { … "version": "==2.0.1"`. */
function lockedVersion(distribution: string, text: string): string | null {
  const toml = new RegExp(`^name = "${distribution}"\\s*\\nversion = "([^"]+)"`, 'im').exec(text);
  const json = new RegExp(`"${distribution}": \\{[^}]*?"version": "==([^"]+)"`, 'i').exec(text);
  return (toml ?? json)?.[1] ?? null;
}

/** `SQLAlchemy-2.1.0.dist-info` in a `site-packages` directory. */
function installedVersion(distribution: string, files: FileTree, installed: readonly string[]): FoundVersion | null {
  const named = new RegExp(`^${distribution.replaceAll('-', '[-_.]')}-(\\d[^-]*)\\.dist-info$`, 'i');
  for (const directory of installed) {
    for (const entry of files.list(directory)) {
      const version = named.exec(entry.name)?.[1];
      if (version !== undefined) return { version, from: 'the installed package' };
    }
  }
  return null;
}

/**
 * `SQLAlchemy==1.4.52`, `sqlalchemy[asyncio]>=2.0,<2.1`, `"sqlalchemy" = "^2.0"`: an exact version, else the highest
 * release that an upper bound leaves, else the lower bound.
 */
function requiredVersion(distribution: string, text: string): string | null {
  const requirement = new RegExp(
    `(?:^|["'\\s])${distribution}(?:\\[[^\\]]*\\])?["']?\\s*(?:=\\s*["'])?([<>=~!^][^"'\\n;#]*)`,
    'im',
  ).exec(text);
  const bounds = requirement?.[1];
  if (bounds === undefined) return null;
  const bound = (sign: string): string | undefined =>
    new RegExp(`(?:^|[,\\s])${sign}\\s*(\\d[\\d.]*)`).exec(bounds)?.[1];
  const below = bound('<');
  return (
    bound('===?') ??
    bound('~=') ??
    bound('\\^') ??
    bound('<=') ??
    (below === undefined ? null : releaseBelow(below)) ??
    null
  );
}

/** The newest minor release below a bound: `<2` and `<2.0` leave 1.4, `<2.1` leaves 2.0, `<3` all that there is. */
function releaseBelow(bound: string): string | null {
  const [major = 0, minor = 0] = bound.split('.').map(Number);
  const releases = [
    [1, 3],
    [1, 4],
    [2, 0],
  ] as const;
  const newest = releases.filter(([a, b]) => a < major || (a === major && b < minor)).pop();
  return newest === undefined || major > 2 ? null : newest.join('.');
}
