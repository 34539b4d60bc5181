import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type NxPackages, packedInstall } from './packed-packages';

/** What became of a task. */
export type TaskFate = 'ran' | 'cached' | 'failed' | 'not run';

/** The outcome of one Nx command. */
export interface NxRun {
  readonly status: number | null;
  readonly output: string;
  /** By task: `scripts-database:compile-schema`. */
  readonly tasks: Readonly<Record<string, TaskFate>>;
}

/** How a workspace comes to its packages, and what its commands see of the environment besides the usual. */
export interface ScratchSettings {
  /** This repository's own version of Nx where absent; `false` leaves the installation to the scenario. */
  readonly nx?: NxPackages | false;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A copy of a workspace, with the packed packages installed and everything committed to git. */
export class ScratchWorkspace {
  private constructor(
    readonly root: string,
    private readonly settings: ScratchSettings,
  ) {}

  /** A copy of the directory `from`, with further files; a text of null removes one. */
  static of(
    from: string | null,
    files: Readonly<Record<string, string | null>> = {},
    settings: ScratchSettings = {},
  ): ScratchWorkspace {
    const root = mkdtempSync(join(tmpdir(), 'canonical-schema-e2e-'));
    if (from !== null)
      cpSync(from, root, { recursive: true, filter: (path) => !/node_modules|\.nx$|\.schema$/.test(path) });
    if (settings.nx !== false) linkPackages(root, packedInstall({ withNx: settings.nx ?? true }));
    const workspace = new ScratchWorkspace(root, settings);
    workspace.write('.gitignore', 'node_modules\n.nx/\n.schema/\n.venv/\nlocal_settings.py\n');
    for (const [path, text] of Object.entries(files)) {
      if (text === null) rmSync(join(root, path), { recursive: true });
      else workspace.write(path, text);
    }
    workspace.git('init', '--quiet');
    workspace.commit();
    return workspace;
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Replaces one stretch of text; throws where it does not stand there, for then the scenario proves nothing. */
  edit(path: string, find: string, replace: string): void {
    const text = this.read(path);
    if (!text.includes(find)) throw new Error(`"${path}" does not contain "${find}".`);
    this.write(
      path,
      text.replace(find, () => replace),
    );
  }

  commit(): void {
    this.git('add', '--all');
    this.git('-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost', 'commit', '--quiet', '--message', 'A step');
  }

  /** Takes back every edit since the last commit. */
  restore(): void {
    this.git('checkout', '--quiet', '.');
    this.git('clean', '--quiet', '-fd');
    rmSync(join(this.root, '.venv'), { recursive: true, force: true });
  }

  nx(...args: readonly string[]): NxRun {
    return this.run(process.execPath, [join(this.root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'), ...args]);
  }

  /** A program that runs Nx in its turn. */
  run(program: string, args: readonly string[]): NxRun {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, ...this.environment() },
      maxBuffer: 64 * 1024 * 1024,
    });
    const output = `${stdout}${stderr}`;
    return { status, output, tasks: fatesIn(output) };
  }

  /** An Nx command that goes on until it is stopped. */
  start(...args: readonly string[]): ChildProcess {
    const script = join(this.root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
    return spawn(process.execPath, [script, ...args], {
      cwd: this.root,
      env: { ...process.env, ...this.environment() },
    });
  }

  /** `nx run-many -t verify-schema`. */
  verify(): NxRun {
    return this.nx('run-many', '-t', 'verify-schema');
  }

  /** The tasks that `nx affected -t verify-schema` would run after the edits since the last commit. */
  affected(): readonly string[] {
    const { output } = this.nx('affected', '-t', 'verify-schema', '--base=HEAD', '--graph=stdout');
    const graph = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
    return Object.keys(graph.tasks.tasks).sort();
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private git(...args: readonly string[]): void {
    execFileSync('git', args, { cwd: this.root, stdio: 'pipe' });
  }

  private environment(): Record<string, string> {
    return {
      NX_CACHE_DIRECTORY: join(this.root, '.nx', 'cache'),
      NX_WORKSPACE_DATA_DIRECTORY: join(this.root, '.nx', 'data'),
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NX_NO_CLOUD: 'true',
      CI: 'true',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      VIRTUAL_ENV: '',
      ...this.settings.environment,
    };
  }
}

/** Installed once, linked everywhere. */
function linkPackages(root: string, installed: string): void {
  symlinkSync(join(installed, 'node_modules'), join(root, 'node_modules'));
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(installed, name), join(root, name));
}

/** Nx 22 prints a heading with the output of every task, later ones a line with a tick. */
function fatesIn(output: string): Record<string, TaskFate> {
  const fates: Record<string, TaskFate> = {};
  for (const [, task = '', note = ''] of output.matchAll(/^[✔>] +nx run (.+?)(?: +\[(.+)\])?$/gm)) {
    fates[task] = note === '' ? 'ran' : 'cached';
  }
  for (const task of listUnder(output, 'Failed tasks:')) fates[task] = 'failed';
  for (const task of listUnder(output, 'Tasks not run')) fates[task] = 'not run';
  return fates;
}

/** The items of the list that Nx prints under a heading. */
function listUnder(output: string, heading: string): string[] {
  const [, after = ''] = output.split(heading);
  const list = /\n\n((?:- .+\n)+)/.exec(after);
  return (list?.[1] ?? '').split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2).trim()] : []));
}
