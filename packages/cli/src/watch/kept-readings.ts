import type { Reading, Remark } from '@canonical-schema/schema';
import { isCovered } from '../disk/fenced-tree';
import type { Host } from '../host/host';
import type { PythonReading, PythonReadingOptions } from '../host/read-python';
import { coverageOf, type PythonSource } from '../host/sources';
import { type Readings, readingsFrom, type SchemaToVerify } from '../host/verify-schema';

interface Kept<T> {
  /** The last reading of files that parse as well as they did before. */
  readonly good: T;
  /** What is judged: the good reading, with the syntax errors that there are now. */
  readonly shown: T;
  /** Does the good reading stand for another that has more syntax errors? */
  readonly isHeld: boolean;
  readonly depends: (path: string) => boolean;
  isStale: boolean;
}

/**
 * The readings of one process that watches: each is kept until a file changes that it depends on. Where a change leaves
 * a source with more syntax errors than its last good reading had, somebody is typing: that reading stands, and the
 * errors are shown with it. A Django project's migrations are read with its models, and stand as long as these do.
 */
export class KeptReadings implements Readings {
  private readonly disk: Readings;
  private readonly canonicals = new Map<string, Kept<Reading>>();
  private readonly sources = new Map<string, Kept<PythonReading>>();

  constructor(private readonly host: Host) {
    this.disk = readingsFrom(host);
  }

  /** Has a file changed that a reading depends on? Then that reading is made again when it is asked for. */
  forget(path: string): boolean {
    const stale = [...this.canonicals.values(), ...this.sources.values()].filter(({ depends }) => depends(path));
    for (const kept of stale) kept.isStale = true;
    return stale.length > 0;
  }

  canonical(schema: SchemaToVerify): Promise<Reading> {
    const { canonical, postgres } = schema;
    return kept(this.canonicals, JSON.stringify([canonical, postgres]), {
      read: () => this.disk.canonical(schema),
      readingOf: (reading) => reading,
      withReading: (_, reading) => reading,
      depends: (path) => path === canonical,
      isHeld: () => false,
    });
  }

  python(source: PythonSource, options: PythonReadingOptions): Promise<PythonReading> {
    const coverage = coverageOf(source, this.host.disk.root, this.host.environment, options.reach);
    return kept(this.sources, keyOf(source, options), {
      read: () => this.disk.python(source, options),
      readingOf: ({ reading }) => reading,
      withReading: (whole, reading) => ({ ...whole, reading }),
      depends: (path) => isCovered(path, coverage),
      isHeld: () => options.of === 'migrations' && this.holdsModels(source, options),
    });
  }

  private holdsModels(source: PythonSource, options: PythonReadingOptions): boolean {
    return this.sources.get(keyOf(source, { ...options, of: 'models' }))?.isHeld ?? false;
  }
}

interface Keeping<T> {
  read(): Promise<T>;
  readingOf(whole: T): Reading;
  withReading(whole: T, reading: Reading): T;
  depends(path: string): boolean;
  /** Does the good reading stand whatever the new one says? */
  isHeld(): boolean;
}

function keyOf(source: PythonSource, { postgres, reach, of = 'models' }: PythonReadingOptions): string {
  return JSON.stringify([source, postgres, reach, of]);
}

async function kept<T>(all: Map<string, Kept<T>>, key: string, keeping: Keeping<T>): Promise<T> {
  const before = all.get(key);
  if (before !== undefined && !before.isStale) return before.shown;
  // A change during the reading makes this one stale again, not the one that is being read.
  if (before !== undefined) before.isStale = false;
  const { depends } = keeping;
  try {
    const now = await keeping.read();
    const next = before === undefined ? accepted(now) : following(before.good, now, keeping);
    all.set(key, { ...next, depends, isStale: before?.isStale ?? false });
    return next.shown;
  } catch (error) {
    if (before !== undefined) before.isStale = true;
    throw error;
  }
}

type Judged<T> = Pick<Kept<T>, 'good' | 'shown' | 'isHeld'>;

function accepted<T>(now: T): Judged<T> {
  return { good: now, shown: now, isHeld: false };
}

function following<T>(good: T, now: T, { readingOf, withReading, isHeld }: Keeping<T>): Judged<T> {
  const [before, after] = [readingOf(good), readingOf(now)];
  const isBroken = syntaxErrorsOf(after).length > syntaxErrorsOf(before).length;
  if (!isBroken && !isHeld()) return accepted(now);
  const remarks = [...before.remarks.filter((remark) => !isSyntaxError(remark)), ...syntaxErrorsOf(after)];
  return { good, shown: withReading(good, { ...before, remarks }), isHeld: true };
}

function syntaxErrorsOf({ remarks }: Reading): readonly Remark[] {
  return remarks.filter(isSyntaxError);
}

function isSyntaxError({ code }: Remark): boolean {
  return code === 'syntax-error';
}
