import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { type Host, openHost } from '../src/host/host';

/** A workspace of its own under git, with the files of its first commit on `main`. */
export class GitWorkspace {
  readonly root = scratchFolder();

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.git('init', '--quiet', '--initial-branch=main');
    this.write(files);
    this.commit();
  }

  get host(): Host {
    return openHost(this.root, {});
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), content);
    }
  }

  commit(): void {
    this.git('add', '--all');
    this.git('-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '--quiet', '--message', 'Work');
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }
}
