import { existsSync } from 'node:fs';
import { gitLockAround } from './git-lock';

/** How long files must have been left alone before they are read: editors save in several steps. */
const quietMilliseconds = 60;

/** After what times a file that changed is looked at once more: not every step of a save is told. */
export const looksAgain: readonly number[] = [quietMilliseconds, 500];

/** The same for one file whose text alone changed. */
const quietAfterOne = 8;

/** The same where many changed: whoever changes a hundred files changes more, and some of them are heard of late. */
const quietAfterMany = 300;
const many = 25;

/** How often a lock of git is looked at before it is taken for one that a killed git left behind. */
const patience = 200;
const lockMilliseconds = 50;

/** Calls once when files were left alone for a while, and git is not in the midst of changing them. */
export class Quiet {
  private readonly lock: string | null;
  private timer: NodeJS.Timeout | null = null;
  private looked = 0;

  /** `root` is absolute: the directory whose checkout counts. */
  constructor(
    root: string,
    private readonly call: () => void,
  ) {
    this.lock = gitLockAround(root);
  }

  /** A file changed just now, one of so many since the last call; `isText` where its text alone did. */
  disturb(changed: number, isText: boolean): void {
    if (changed === 1 && isText) this.wait(quietAfterOne);
    else this.wait(changed > many ? quietAfterMany : quietMilliseconds);
  }

  /** Calls no more, unless something is disturbed again. */
  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private wait(milliseconds: number): void {
    this.stop();
    this.timer = setTimeout(() => this.settle(), milliseconds);
  }

  /** After a lock was seen the files must be left alone once more: the last of them are heard of after git is done. */
  private settle(): void {
    const isLocked = this.lock !== null && existsSync(this.lock);
    if (isLocked && this.looked < patience) {
      this.looked++;
      this.wait(lockMilliseconds);
      return;
    }
    const wasLocked = this.looked > 0 && !isLocked;
    if (!isLocked) this.looked = 0;
    if (wasLocked) this.wait(quietAfterMany);
    else this.end();
  }

  private end(): void {
    this.timer = null;
    this.call();
  }
}
