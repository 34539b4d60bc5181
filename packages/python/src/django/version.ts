import { type FileTree, isFileFault } from '@canonical-schema/schema';

/** Django's version as far as it decides what is created. */
export interface DjangoVersion {
  readonly major: number;
  readonly minor: number;
  /** As it was written, with the patch where that says one: `5.2.19`. */
  readonly full?: string;
  /** With where it came from: `5.2 (requirements.txt)`. */
  readonly from: string;
}

/** Assumed where nothing says which Django the project uses. */
const newest = { major: 5, minor: 2 };

/** Is the version this one or a later one? */
export function isAtLeast(version: DjangoVersion, major: number, minor: number): boolean {
  return version.major > major || (version.major === major && version.minor >= minor);
}

/** Files that pin versions, those that pin exactly first. */
const pinningFiles = [
  'poetry.lock',
  'uv.lock',
  'pdm.lock',
  'Pipfile.lock',
  'requirements.txt',
  'requirements/base.txt',
  'requirements/production.txt',
  'requirements/prod.txt',
  'requirements/common.txt',
  'requirements.in',
  'Pipfile',
  'pyproject.toml',
  'setup.cfg',
];

/** Django's version: from the option, else the lock files at or above the root, else the installed package. */
export function djangoVersion(
  files: FileTree,
  directories: readonly string[],
  installed: readonly string[],
  option: string | undefined,
): DjangoVersion {
  const fromOption = option === undefined ? null : numbersOf(option);
  if (fromOption !== null) return { ...fromOption, from: `${fromOption.major}.${fromOption.minor} (option)` };
  const found = fromPinningFiles(files, directories) ?? fromInstalled(files, installed);
  return found ?? { ...newest, from: `${newest.major}.${newest.minor} (assumed)` };
}

function fromPinningFiles(files: FileTree, directories: readonly string[]): DjangoVersion | null {
  for (const name of pinningFiles) {
    for (const directory of directories) {
      const path = directory === '' ? name : `${directory}/${name}`;
      const answer = files.kindOf(path) === 'file' ? files.read(path) : null;
      if (answer === null || isFileFault(answer)) continue;
      const version = pinnedVersion(answer.text);
      if (version !== null) return { ...version, from: `${version.major}.${version.minor} (${path})` };
    }
  }
  return null;
}

/** `Django==5.2.1`, `django = "^5.0"`, `"django": {"version": "==4.2.7"}`, `name = "django"` and its version below. */
function pinnedVersion(text: string): Omit<DjangoVersion, 'from'> | null {
  const block = /^name = "django"\r?\nversion = "(\d+)\.(\d+)((?:\.\d+)*)/im.exec(text);
  const line =
    block ??
    /^[\s"'-]*django(?:\[[^\]]*\])?["']?\s*[:=~<>^!({"'\s]*(?:version"?\s*[:=]\s*["'=~^]*)?(\d+)\.(\d+)((?:\.\d+)*)/im.exec(
      text,
    );
  return line === null ? null : versionOf(line);
}

function fromInstalled(files: FileTree, installed: readonly string[]): DjangoVersion | null {
  for (const directory of installed) {
    for (const entry of files.list(directory)) {
      const match = /^django-(\d+)\.(\d+)(.*)\.dist-info$/i.exec(entry.name);
      if (match !== null) return { ...versionOf(match), from: `${match[1]}.${match[2]} (installed)` };
    }
  }
  return null;
}

function numbersOf(text: string): Omit<DjangoVersion, 'from'> | null {
  const match = /^\D*(\d+)(?:\.(\d+))?((?:\.\d+)*)/.exec(text);
  return match === null ? null : versionOf(match);
}

function versionOf([, major = '0', minor = '0', rest = '']: readonly string[]): Omit<DjangoVersion, 'from'> {
  return { major: Number(major), minor: Number(minor), full: `${major}.${minor}${rest}` };
}
