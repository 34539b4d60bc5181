import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * The text of a manifest's SQL file, fetched where the cache does not hold it: out of a Debian package, a distribution
 * on PyPI, an npm package, or a commit. What cannot be fetched here, a person may put at the path that the error names.
 */
export function sqlSource(entry, cache) {
  const kept = join(cache, 'sql', `${entry.name}.sql`);
  if (existsSync(kept)) return { text: readFileSync(kept, 'utf8'), version: versionOf(entry) };
  mkdirSync(join(cache, 'sql'), { recursive: true });
  const scratch = mkdtempSync(join(cache, 'sql', '.fetched-'));
  try {
    const [kind] = Object.keys(fetchers).filter((name) => entry[name] !== undefined);
    const content = fetchers[kind](entry, scratch);
    writeFileSync(kept, entry.path.endsWith('.gz') ? gunzipSync(content) : content);
  } catch (error) {
    throw new Error(`${error.message}\nPut ${entry.path} of it at ${kept}.`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return sqlSource(entry, cache);
}

const versionOf = ({ debian, pypi, npm, commit }) =>
  (debian ?? pypi ?? npm)?.split(/==|=|(?<=.)@/).at(-1) ?? commit.slice(0, 10);

const fetchers = {
  debian: ({ debian, path }, scratch) => {
    run('apt-get', ['download', '-q', debian], scratch);
    const unpacked = join(scratch, 'unpacked');
    run('dpkg-deb', ['-x', onlyFileIn(scratch), unpacked], scratch);
    return readFileSync(join(unpacked, path));
  },
  pypi: ({ pypi, path }, scratch) => {
    const options = ['--quiet', '--no-deps', '--no-build-isolation', '--no-binary', ':none:'];
    run('python3', ['-m', 'pip', 'download', ...options, '--dest', scratch, pypi], scratch);
    run('python3', ['-m', 'zipfile', '-e', onlyFileIn(scratch), '.'], scratch);
    return readFileSync(join(scratch, path));
  },
  npm: ({ npm, path }, scratch) => {
    run('npm', ['pack', '--silent', npm], scratch);
    run('tar', ['-xzf', onlyFileIn(scratch)], scratch);
    return readFileSync(join(scratch, 'package', path));
  },
  repository: ({ repository, commit, path }, scratch) => {
    const directory = mirrored(repository) ?? fetched(repository, commit, scratch);
    return run('git', ['--git-dir', directory, 'show', `${commit}:${path}`], scratch);
  },
};

/** CONFORMANCE_MIRROR names a directory of Git directories, `owner+name/repo`. */
function mirrored(repository) {
  const directory = join(process.env.CONFORMANCE_MIRROR ?? '', repository.replace('/', '+'), 'repo');
  return process.env.CONFORMANCE_MIRROR !== undefined && existsSync(directory) ? directory : null;
}

function fetched(repository, commit, scratch) {
  const directory = join(scratch, 'repository.git');
  run('git', ['init', '--quiet', '--bare', directory], scratch);
  const from = `https://github.com/${repository}.git`;
  run('git', ['--git-dir', directory, 'fetch', '--quiet', '--depth', '1', from, commit], scratch);
  return directory;
}

const onlyFileIn = (directory) => join(directory, readdirSync(directory)[0]);

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? String(stderr).trim()}`);
  return stdout;
}
