import { isFileFault, type Reading, type Remark } from '@canonical-schema/schema';
import { isCovered } from '../disk/fenced-tree';
import { installedPackagesDigest } from '../disk/installed-packages';
import type { Host, HostAt } from '../host/host';
import { KeptSource } from '../host/kept-source';
import type { PythonReading, SourceReadingOptions, SourceReadings } from '../host/source-readings';
import { coverageOf, type PythonSource } from '../host/sources';
import { type Readings, readingsFrom, type SchemaToVerify } from '../host/verify-schema';
import { serverOf } from '../options/server-options';
import { HeardTree } from './heard-tree';
import { withSameObjects } from './same-objects';

interface Judged<T> {
  /** The last reading of files that parse as well as they did before. */
  readonly good: T;
  /** What is judged: the good reading, with the syntax errors that there are now. */
  readonly shown: T;
}

interface Kept<T> extends Judged<T> {
  readonly depends: (path: string) => boolean;
  /** What the reading depends on besides files that are watched. */
  readonly beside: string;
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
  private readonly sources = new Map<string, Kept<SourceReadings>>();
  private readonly asked = new Set<string>();
  private readonly kept = new Map<string, KeptSource>();

  private readonly heard: HeardTree;
  private readonly host: HostAt;

  constructor({ disk, environment }: Host) {
    this.heard = new HeardTree(disk);
    this.host = { disk: this.heard, environment };
    this.disk = readingsFrom(this.host);
  }

  /** How many modules of sources are kept. */
  get modules(): number {
    return [...this.kept.values()].reduce((sum, { modules }) => sum + modules, 0);
  }

  /** Has the file no text at this moment? It may be in the midst of being written, so that is nothing to keep. */
  isEmpty(path: string): boolean {
    const file = this.heard.readNow(path);
    return isFileFault(file) || file.text === '';
  }

  /** Is the file still the one that was last read? `unknown` where it was not read. */
  stateOf(path: string): 'current' | 'outdated' | 'unknown' {
    return this.heard.stateOf(path);
  }

  /** Takes what a file is now for what `stateOf` compares it with, where no reading reads it. */
  remember(path: string): void {
    this.heard.read(path);
  }

  /** Directories came or went. What that means for a reading is heard with their files. */
  noteDirectories(): void {
    this.heard.forgetAll();
  }

  /** From now on every change of these paths is told: what the disk said of them before is asked again, then no more. */
  listen(isHeard: (path: string) => boolean): void {
    this.heard.listen(isHeard);
  }

  /** How many readings are kept. */
  get size(): number {
    return this.canonicals.size + this.sources.size;
  }

  /** Has a file changed that a reading depends on? Then that reading is made again when it is asked for. */
  forget(path: string, what: 'changed' | 'came' | 'went' = 'went'): boolean {
    if (what === 'changed') this.heard.forget(path);
    else this.heard.forgetAll();
    const stale = [...this.canonicals.values(), ...this.sources.values()].filter(({ depends }) => depends(path));
    for (const kept of stale) kept.isStale = true;
    return stale.length > 0;
  }

  /** Makes every reading again when it is asked for. */
  forgetAll(): void {
    for (const kept of [...this.canonicals.values(), ...this.sources.values()]) kept.isStale = true;
  }

  /** Ends a verdict: what nobody asked for since the last one, no option names any more. */
  letGo(): void {
    for (const all of [this.canonicals, this.sources]) {
      for (const key of [...all.keys()]) if (!this.asked.has(key)) all.delete(key);
    }
    for (const key of [...this.kept.keys()]) if (!this.asked.has(key)) this.kept.delete(key);
    this.asked.clear();
  }

  canonical(schema: SchemaToVerify): Promise<Reading> {
    const { canonical } = schema;
    const key = JSON.stringify([canonical, serverOf(schema)]);
    this.asked.add(key);
    return kept(this.canonicals, key, {
      beside: '',
      read: async () => {
        const before = this.canonicals.get(key)?.good ?? null;
        return withSameObjects(before, await this.disk.canonical(schema));
      },
      following: (good, now) =>
        isBroken(good, now) ? { good, shown: withErrorsOf(now, good) } : { good: now, shown: now },
      depends: (path) => path === canonical,
    });
  }

  python(source: PythonSource, options: SourceReadingOptions): Promise<SourceReadings> {
    const coverage = coverageOf(source, this.host.disk.root, this.host.environment, options.reach);
    const key = JSON.stringify([source, serverOf(options), options.reach]);
    this.asked.add(key);
    const keptSource = this.kept.get(key) ?? new KeptSource(source);
    this.kept.set(key, keptSource);
    return kept(this.sources, key, {
      // Packages come and go by thousands of files, where nobody watches: their names and versions are looked at.
      beside: JSON.stringify([coverage.installed, installedPackagesDigest(coverage.installed)]),
      read: async () => {
        const before = this.sources.get(key)?.good ?? null;
        const now = await keptSource.read(this.host, options);
        // Those of Django are kept one by one.
        if (before === null || source.orm === 'django') return now;
        const reading = withSameObjects(before.models.reading, now.models.reading);
        return { ...now, models: { ...now.models, reading } };
      },
      following: followingSource,
      depends: (path) => isCovered(path, coverage),
    });
  }
}

interface Keeping<T> {
  read(): Promise<T>;
  /** What stands of two readings, the last good one and the one that is new. */
  following(good: T, now: T): Judged<T>;
  depends(path: string): boolean;
  readonly beside: string;
}

async function kept<T>(all: Map<string, Kept<T>>, key: string, keeping: Keeping<T>): Promise<T> {
  const before = all.get(key);
  const { depends, beside } = keeping;
  if (before !== undefined && !before.isStale && before.beside === beside) return before.shown;
  // A change during the reading makes this one stale again, not the one that is being read.
  if (before !== undefined) before.isStale = false;
  try {
    const now = await keeping.read();
    const next = before === undefined ? { good: now, shown: now } : keeping.following(before.good, now);
    all.set(key, { ...next, depends, beside, isStale: before?.isStale ?? false });
    return next.shown;
  } catch (error) {
    if (before !== undefined) before.isStale = true;
    throw error;
  }
}

/** The migrations stand where the models do. */
function followingSource(good: SourceReadings, now: SourceReadings): Judged<SourceReadings> {
  const isHeld = isBroken(good.models.reading, now.models.reading);
  const models = followingReading(good.models, now.models, isHeld);
  const migrations = followingMigrations(good.migrations, now.migrations, isHeld);
  return {
    good: { models: models.good, migrations: migrations.good },
    shown: { models: models.shown, migrations: migrations.shown },
  };
}

function followingMigrations(
  good: PythonReading | null,
  now: PythonReading | null,
  areModelsHeld: boolean,
): Judged<PythonReading | null> {
  if (good !== null && now !== null)
    return followingReading(good, now, areModelsHeld || isBroken(good.reading, now.reading));
  const standing = areModelsHeld ? good : now;
  return { good: standing, shown: standing };
}

function followingReading(good: PythonReading, now: PythonReading, isHeld: boolean): Judged<PythonReading> {
  if (!isHeld) return { good: now, shown: now };
  return { good, shown: { ...good, reading: withErrorsOf(now.reading, good.reading) } };
}

function isBroken(good: Reading, now: Reading): boolean {
  return syntaxErrorsOf(now).length > syntaxErrorsOf(good).length;
}

function withErrorsOf(now: Reading, good: Reading): Reading {
  return { ...good, remarks: [...good.remarks.filter((remark) => !isSyntaxError(remark)), ...syntaxErrorsOf(now)] };
}

function syntaxErrorsOf({ remarks }: Reading): readonly Remark[] {
  return remarks.filter(isSyntaxError);
}

function isSyntaxError({ code }: Remark): boolean {
  return code === 'syntax-error';
}
