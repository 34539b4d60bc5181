import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { djangoFiles } from './django-files.mjs';
import { environment } from './environment.mjs';

/** The version that the locks were made for; another that is installed does where packages are pure Python. */
const oldestPython = process.env.CONFORMANCE_PYTHON ?? '3.11';

/**
 * A manifest's entry as a project on the disk: `<cache>/projects/<name>` holds an environment, and beside it `project`
 * with the package's own sources, taken out of the environment so that they count as the project's, and, for Django, the
 * settings around them.
 */
export function pythonProject(entry, { cache, locks }) {
  const folder = join(cache, 'projects', entry.name);
  const project = join(folder, 'project');
  const directory = join(folder, '.venv');
  mkdirSync(folder, { recursive: true });
  const { name, requirements, python = oldestPython, own = [nameIn(requirements[0])] } = entry;
  const isNew = environment({ directory, requirements, python, lock: join(locks, `${name}.txt`), cache });
  const packages = join(directory, 'lib', `python${python}`, 'site-packages');
  if (isNew) {
    rmSync(project, { recursive: true, force: true });
    for (const distribution of own) takeOut(packages, distribution, project);
  }
  mkdirSync(project, { recursive: true });
  if (entry.kind === 'django') writeAll(project, djangoFiles(entry));
  return { entry, folder, version: versionOf(packages, own[0]), ormVersion: versionOf(packages, entry.kind) };
}

const nameIn = (requirement) => requirement.split(/[=<>~[ ]/)[0];

/** Moves the files that a distribution installed, as its RECORD lists them. */
function takeOut(packages, distribution, project) {
  const information = informationOf(packages, distribution);
  const record = readFileSync(join(packages, information, 'RECORD'), 'utf8');
  const files = record
    .split('\n')
    .map((line) => line.split(',')[0].replace(/^"|"$/g, ''))
    .filter((path) => path !== '' && !path.startsWith('..') && !path.startsWith(information));
  for (const path of files) {
    if (!existsSync(join(packages, path))) continue;
    mkdirSync(dirname(join(project, path)), { recursive: true });
    renameSync(join(packages, path), join(project, path));
  }
}

function versionOf(packages, distribution) {
  return informationOf(packages, distribution)
    .split('-')[1]
    .replace(/\.dist$/, '');
}

function informationOf(packages, distribution) {
  const wanted = normal(distribution);
  const found = readdirSync(packages).find(
    (name) => name.endsWith('.dist-info') && normal(name.split('-')[0]) === wanted,
  );
  if (found === undefined) throw new Error(`${distribution} is not installed`);
  return found;
}

const normal = (name) => name.toLowerCase().replace(/[-_.]+/g, '_');

function writeAll(directory, files) {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(directory, path), text);
}
