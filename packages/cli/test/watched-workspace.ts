import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** What `watch --json` says, as far as tests look at it. */
interface Said {
  readonly kind: 'verdict' | 'problem';
  readonly changed: readonly string[];
  readonly message?: string;
  readonly appeared?: readonly SaidFinding[];
  readonly went?: readonly SaidFinding[];
}

interface SaidFinding {
  readonly code: string;
  readonly departs: string;
  readonly subject: Readonly<Record<string, unknown>>;
}

/** A workspace that nobody watches yet. */
export type Prepared = Pick<WatchedWorkspace, 'root' | 'read' | 'write'>;

const example = join(__dirname, '..', '..', '..', 'e2e', 'options-trading');
const command = join(__dirname, '..', 'bin', 'canonical-schema.js');

/** A copy of the guide's workspace that the real command watches. */
export class WatchedWorkspace {
  readonly root = mkdtempSync(join(tmpdir(), 'canonical-schema-watch-'));
  private readonly process: ChildProcess;
  private readonly heard: Said[] = [];
  private wake: () => void = () => undefined;
  private findings: readonly string[] = [];
  private problem: string | null = null;
  private errors = '';
  private readonly ended: Promise<number | null>;

  /** `prepare` changes the copy before it is watched. */
  constructor(flags: readonly string[], prepare: (workspace: Prepared) => void = () => undefined) {
    cpSync(example, this.root, {
      recursive: true,
      filter: (path) => !/node_modules|\.nx|\.schema|__pycache__/.test(path),
    });
    prepare(this);
    this.process = spawn(process.execPath, [command, 'watch', '--json', ...flags], { cwd: this.root });
    this.ended = new Promise((resolve) => this.process.once('exit', (code) => resolve(code)));
    this.process.stderr?.on('data', (text) => {
      this.errors += text;
    });
    const lines = createInterface({ input: this.process.stdout ?? process.stdin });
    lines.on('line', (line) => {
      this.heard.push(JSON.parse(line));
      this.wake();
    });
  }

  /**
   * Waits until a change of the path, a file or folder, was answered and the findings are the expected ones, counted from
   * all verdicts so far. An edit that takes several steps may be answered in several.
   */
  async verdict(path: string | null, expected: readonly string[]): Promise<void> {
    const wanted = expected.toSorted().join('\n');
    await this.until(path, () => this.problem === null && this.findings.toSorted().join('\n') === wanted);
  }

  /** Waits until a problem names the path. */
  problemWith(path: string): Promise<void> {
    return this.until(null, () => this.problem?.includes(path) ?? false);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Back to what the example has, as editors save: another file takes the place. */
  restore(path: string): void {
    cpSync(join(example, path), join(this.root, `${path}.saving`));
    this.move(`${path}.saving`, path);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  delete(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  move(from: string, to: string): void {
    renameSync(join(this.root, from), join(this.root, to));
  }

  /** Asks the command to stop; its exit status. */
  async stop(signal: 'SIGINT' | 'SIGTERM'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended;
  }

  /** Ends the command, whatever it is doing. */
  discard(): void {
    this.process.kill('SIGKILL');
    rmSync(this.root, { recursive: true, force: true });
  }

  private async until(path: string | null, isRight: () => boolean): Promise<void> {
    for (let isAnswered = path === null; ; ) {
      const said = await this.next();
      this.take(said);
      isAnswered ||= said.changed.some((changed) => changed === path || changed.startsWith(`${path}/`));
      if (isAnswered && isRight()) return;
    }
  }

  private take(said: Said): void {
    this.findings = this.after(said);
    this.problem = said.message ?? null;
  }

  private async next(): Promise<Said> {
    for (;;) {
      const said = this.heard.shift();
      if (said !== undefined) return said;
      const hasEnded = await Promise.race([
        new Promise<false>((resolve) => {
          this.wake = () => resolve(false);
        }),
        this.ended.then(() => true),
      ]);
      if (hasEnded && this.heard.length === 0) throw new Error(`The command ended. ${this.errors}`);
    }
  }

  /** The findings so far, without those that went and with those that appeared. */
  private after({ appeared = [], went = [] }: Said): readonly string[] {
    const left = [...this.findings];
    for (const line of went.map(lineOf)) {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
    }
    return [...left, ...appeared.map(lineOf)];
  }
}

/** `column-type stocks.symbol sqlalchemy`. */
function lineOf({ code, departs, subject }: SaidFinding): string {
  const object = subject.column ?? subject.name;
  const about = [subject.table, object].filter((part) => typeof part === 'string').join('.');
  return [code, about, departs].filter((part) => part !== '').join(' ');
}
