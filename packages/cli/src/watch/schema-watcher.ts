import type { Finding } from '@canonical-schema/schema';
import type { Host } from '../host/host';
import { explanationOf } from '../host/refusal';
import type { Reach } from '../host/sources';
import { type VerifyOutcome, type VerifyRequest, verifySchema } from '../host/verify-schema';
import { changedFindings } from './changed-findings';
import { FileEvents } from './file-events';
import { KeptReadings } from './kept-readings';
import { looksAgain, Quiet } from './quiet';
import { watchedFiles } from './watched-files';

/** Why it is asked what to verify. */
export type RequestCause = 'start' | 'files' | 'options';

/** What is watched. */
export interface WatchRequest {
  readonly host: Host;
  readonly reach: Reach;
  /** Files besides the sources that decide what `request` answers, such as one of options; in the host's form. */
  readonly decidedBy?: readonly string[];
  /**
   * What to verify now. Asked at the start, again when files came or went, for they decide it where it is inferred, and
   * when one of `decidedBy` changed. May refuse.
   */
  request(cause: RequestCause): Promise<VerifyRequest>;
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

/** One process that reads again what changed and says what that did to the verdict, until it is closed. */
export class SchemaWatcher {
  private readonly readings: KeptReadings;
  private readonly changed = new Set<string>();
  private readonly events: FileEvents;
  private readonly quiet: Quiet;
  /** Files that changed just now, each with the time when it is looked at once more. */
  private readonly looks = new Map<string, NodeJS.Timeout>();
  private work: Promise<void> = Promise.resolve();
  private request: VerifyRequest | null = null;
  /** Is the request what it would be if it were asked for now? */
  private isCurrent = false;
  private cause: RequestCause = 'start';
  private findings: readonly Finding[] = [];
  private isClosed = false;

  constructor(
    private readonly watched: WatchRequest,
    private readonly say: (event: WatchEvent) => void,
  ) {
    const { host } = watched;
    this.readings = new KeptReadings(host);
    this.quiet = new Quiet(host.disk.root, () => this.next());
    this.events = new FileEvents(
      (absolute, what) => this.note(host.disk.pathOf(absolute), what),
      () => this.readings.noteDirectories(),
      (error) => this.say({ kind: 'problem', changed: [], message: unwatchedBecause(error) }),
    );
  }

  /** Watches, and gives the first verdict. Refuses where there is nothing to watch. */
  async start(): Promise<void> {
    await this.renewRequest();
    await this.next();
  }

  /** Stops watching, when the verdict that is being made is said. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.quiet.stop();
    for (const look of this.looks.values()) clearTimeout(look);
    await this.work;
    await this.events.close();
  }

  private note(path: string, what: 'changed' | 'came' | 'went'): void {
    if (this.isClosed) return;
    const { host, decidedBy = [] } = this.watched;
    const decides = decidedBy.includes(path);
    const isBaseline = path === this.request?.baseline;
    // It was looked at before it was heard of.
    if (what === 'changed' && !decides && !isBaseline && this.readings.stateOf(path) === 'current') return;
    const isRead = this.readings.forget(path, what);
    if (what === 'went') host.disk.forget(path);
    if (decides) this.cause = 'options';
    if (what !== 'changed' || decides) this.isCurrent = false;
    else if (!isRead && !isBaseline) return;
    this.changed.add(path);
    const isText = what === 'changed' && !decides && !this.readings.isEmpty(path);
    this.quiet.disturb(this.changed.size, isText);
    // No reading has these, and what they are now is what they are compared with later.
    if (decides || isBaseline) this.readings.remember(path);
    if (what !== 'went') this.lookAgainAt(path, looksAgain);
  }

  /** A save in several steps is heard of once, where they follow each other closely; a busy machine takes long over one. */
  private lookAgainAt(path: string, [delay, ...further]: readonly number[]): void {
    clearTimeout(this.looks.get(path));
    this.looks.delete(path);
    if (delay === undefined) return;
    const look = (): void => {
      if (this.readings.stateOf(path) === 'outdated') this.note(path, 'changed');
      else this.lookAgainAt(path, further);
    };
    this.looks.set(path, setTimeout(look, delay));
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
      const request = this.isCurrent && this.request ? this.request : await this.renewRequest();
      const { host, reach } = this.watched;
      const outcome = await verifySchema(request, host, reach, this.readings);
      this.readings.letGo();
      const news = changedFindings(this.findings, outcome.findings);
      this.findings = outcome.findings;
      this.say({ kind: 'verdict', changed, outcome, ...news });
    } catch (error) {
      this.say({ kind: 'problem', changed, message: explanationOf(error) });
    }
  }

  /** What to verify now; where that lies elsewhere than before, other files are watched, too. */
  private async renewRequest(): Promise<VerifyRequest> {
    const { host, reach, decidedBy = [] } = this.watched;
    const { cause } = this;
    this.cause = 'files';
    this.isCurrent = true;
    const request = await this.watched.request(cause).catch((error) => {
      // Options that were wrong are looked at again, whatever changes next.
      this.cause = cause;
      this.isCurrent = false;
      throw error;
    });
    this.request = request;
    const watched = watchedFiles(host, request, reach, decidedBy);
    const isElsewhere = await this.events.watch(watched);
    // What happened while nobody watched is not known.
    if (isElsewhere) {
      this.readings.forgetAll();
      this.readings.listen(watched.isHeard);
    }
    return request;
  }
}

function unwatchedBecause(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `Some files are not watched (${why}). Raise the system's limit of watched files, or watch fewer directories.`;
}
