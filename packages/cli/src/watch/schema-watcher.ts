import type { Finding } from '@canonical-schema/schema';
import type { FSWatcher } from 'chokidar' with { 'resolution-mode': 'import' };
import type { Host } from '../host/host';
import { explanationOf } from '../host/refusal';
import type { Reach } from '../host/sources';
import { type VerifyOutcome, type VerifyRequest, verifySchema } from '../host/verify-schema';
import { changedFindings } from './changed-findings';
import { KeptReadings } from './kept-readings';
import { watchedFiles } from './watched-files';

/** What is watched. */
export interface WatchRequest {
  readonly host: Host;
  readonly reach: Reach;
  /** What to verify now. Asked again when files came or went, for they decide it where it is inferred. May refuse. */
  request(): VerifyRequest;
}

/** What a watcher says. The first verdict comes without a change. */
export type WatchEvent =
  | {
      readonly kind: 'verdict';
      /** Files that changed since the last event, relative to the host's root, sorted. */
      readonly changed: readonly string[];
      readonly outcome: VerifyOutcome;
      readonly appeared: readonly Finding[];
      readonly went: readonly Finding[];
    }
  /** There can be no verdict now: the SQL file or a directory is gone. The next change is awaited all the same. */
  | { readonly kind: 'problem'; readonly changed: readonly string[]; readonly message: string };

/** How long files must have been left alone before they are read: editors save in several steps. */
const quietMilliseconds = 60;

/** One process that reads again what changed and says what that did to the verdict, until it is closed. */
export class SchemaWatcher {
  private readonly readings: KeptReadings;
  private readonly changed = new Set<string>();
  private files: FSWatcher | null = null;
  private timer: NodeJS.Timeout | null = null;
  private work: Promise<void> = Promise.resolve();
  private request: VerifyRequest | null = null;
  private findings: readonly Finding[] = [];
  private isClosed = false;

  constructor(
    private readonly watched: WatchRequest,
    private readonly say: (event: WatchEvent) => void,
  ) {
    this.readings = new KeptReadings(watched.host);
  }

  /** Watches, and gives the first verdict. Refuses where there is nothing to watch. */
  async start(): Promise<void> {
    const { host, reach } = this.watched;
    this.request = this.watched.request();
    const { isPassedOver } = watchedFiles(host, this.request, reach);
    const { watch } = await import('chokidar');
    const kindOf = (stats: { isDirectory(): boolean } | undefined) =>
      stats === undefined ? null : stats.isDirectory() ? ('directory' as const) : ('file' as const);
    this.files = watch(host.disk.root, {
      ignoreInitial: true,
      ignored: (path, stats) => isPassedOver(path, kindOf(stats)),
    });
    this.files.on('change', (path) => this.note(path, false));
    this.files.on('add', (path) => this.note(path, true));
    this.files.on('unlink', (path) => this.note(path, true));
    await new Promise<void>((resolve) => this.files?.once('ready', resolve));
    await this.next();
  }

  /** Stops watching, when the verdict that is being made is said. */
  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.files?.close();
    await this.work;
  }

  private note(absolute: string, cameOrWent: boolean): void {
    const path = this.watched.host.disk.pathOf(absolute);
    const isRead = this.readings.forget(path);
    if (!isRead && !cameOrWent) return;
    if (cameOrWent) this.request = null;
    this.changed.add(path);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.next(), quietMilliseconds);
  }

  /** One verdict after the other, in the order of the changes. */
  private next(): Promise<void> {
    this.work = this.work.then(() => (this.isClosed ? undefined : this.judge()));
    return this.work;
  }

  private async judge(): Promise<void> {
    const changed = [...this.changed].sort();
    this.changed.clear();
    try {
      this.request ??= this.watched.request();
      const { host, reach } = this.watched;
      const outcome = await verifySchema(this.request, host, reach, this.readings);
      const news = changedFindings(this.findings, outcome.findings);
      this.findings = outcome.findings;
      this.say({ kind: 'verdict', changed, outcome, ...news });
    } catch (error) {
      this.say({ kind: 'problem', changed, message: explanationOf(error) });
    }
  }
}
