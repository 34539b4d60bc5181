import { isFileFault, type Reading } from '@canonical-schema/schema';
import { computed, type Memory, recalled } from '../cache/remembered';
import { computedSource, questionOfCanonical, questionOfSource } from '../cache/remembered-readings';
import { TracedTree } from '../cache/traced-tree';
import { compiledFiles } from '../host/compile-schema';
import type { HostAt } from '../host/host';
import { readWholeSource } from '../host/read-python';
import { Refusal } from '../host/refusal';
import type { PythonReading, SourceReadingOptions, SourceReadings } from '../host/source-readings';
import type { PythonSource, Reach } from '../host/sources';
import {
  type Ahead,
  type Readings,
  readingsFrom,
  type SchemaToVerify,
  type VerifyRequest,
} from '../host/verify-schema';
import { serverOf } from '../options/server-options';
import { type ReadingThread, readInThread, spareThreads } from './reading-threads';

/** From here on a second thread saves more than its start takes. */
const muchText = 100_000;

/** Is there so much SQL, and as much Python, that reading in several threads is quicker? */
export function isWorthThreads({ schemas }: VerifyRequest, { disk }: HostAt): boolean {
  if (spareThreads() === 0) return false;
  const paths = schemas.map(({ canonical, compiled }) =>
    compiled === undefined ? canonical : compiledFiles(compiled).schema,
  );
  const texts = paths.map((path) => disk.read(path));
  return texts.reduce((sum, file) => sum + (isFileFault(file) ? 0 : file.text.length), 0) > muchText;
}

const noOne: Ahead = () => undefined;

/** One source, and its readings once somebody has begun with them. */
interface Part {
  readonly source: PythonSource;
  readonly options: SourceReadingOptions;
  readings: Promise<SourceReadings> | null;
  /** What is known of it so far. */
  models: PythonReading | null;
}

/**
 * Readings of which threads make some while this one makes others. Who asks for them in the same order gets the same
 * answers, and the same refusal first, as from one thread.
 */
export class ParallelReadings implements Readings {
  private readonly canonicals = new Map<string, Reading>();
  private readonly parts = new Map<string, Part>();
  private readonly threads = new Set<ReadingThread>();
  private waiting: Part[] = [];
  /** Who waits for a source, and may begin with another. */
  private ahead: Ahead = noOne;
  private isClosed = false;

  constructor(
    private readonly host: HostAt,
    private readonly memory: Memory | null,
  ) {}

  /** Recalls what earlier runs read, and starts threads for the rest: what is recalled can be judged meanwhile. */
  begin({ schemas }: VerifyRequest, reach: Reach): void {
    for (const schema of schemas) {
      this.recallCanonical(schema);
      for (const source of schema.sources) this.recallSource(source, { ...serverOf(schema), reach });
    }
    this.waiting = [...this.parts.values()].filter(({ readings }) => readings === null).sort(longestFirst);
    for (let started = 0; started < spareThreads(); started++) this.startThread();
  }

  async canonical(schema: SchemaToVerify): Promise<Reading> {
    const known = this.canonicals.get(keyOf(schema));
    if (known !== undefined) return known;
    return computed(this.memory, questionOfCanonical(schema), this.host, (traced) =>
      readingsFrom(traced).canonical(schema),
    );
  }

  /** While a thread is at what is asked for, this one reads what no thread has begun. */
  async python(source: PythonSource, options: SourceReadingOptions, ahead: Ahead = noOne): Promise<SourceReadings> {
    const part = this.parts.get(keyOf([source, options])) ?? { source, options, readings: null, models: null };
    if (part.readings === null) return this.readHere(part);
    this.ahead = ahead;
    for (const known of this.parts.values()) if (known.models !== null) ahead(known.source, known.models);
    for (let other = this.waiting[0]; other !== undefined; other = this.waiting[0]) {
      await Promise.allSettled([this.readHere(other)]);
    }
    return part.readings;
  }

  /** Ends what is not ended; nobody waits for it any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.waiting = [];
    await Promise.all([...this.threads].map((thread) => thread.stop()));
  }

  private recallCanonical(schema: SchemaToVerify): void {
    const known = recalled<Reading>(this.memory, questionOfCanonical(schema), this.host);
    if (known !== null) this.canonicals.set(keyOf(schema), known.value);
  }

  private recallSource(source: PythonSource, options: SourceReadingOptions): void {
    const key = keyOf([source, options]);
    if (this.parts.has(key)) return;
    const known = recalled<SourceReadings>(this.memory, questionOfSource(source, options, this.host), this.host);
    const models = known?.value.models ?? null;
    this.parts.set(key, { source, options, readings: known && Promise.resolve(known.value), models });
  }

  private readHere(part: Part): Promise<SourceReadings> {
    const { source, options } = part;
    this.waiting = this.waiting.filter((other) => other !== part);
    part.readings = computedSource(this.memory, source, options, this.host, (traced) =>
      readWholeSource(traced, source, options, (models) => this.note(part, models)),
    );
    return part.readings;
  }

  private note(part: Part, models: PythonReading): void {
    part.models = models;
    this.ahead(part.source, models);
  }

  private startThread(): void {
    const part = this.waiting.shift();
    if (part === undefined) return;
    part.readings = this.readThere(part);
    // Whoever asks for it is told; that nobody has asked yet is no fault.
    part.readings.catch(() => undefined);
  }

  private async readThere(part: Part): Promise<SourceReadings> {
    const { host, memory } = this;
    const { source, options } = part;
    const task = { root: host.disk.root, environment: { ...host.environment }, memory, source, options };
    const thread = readInThread(task, (models) => this.note(part, models));
    this.threads.add(thread);
    // It is waited for at the end, too: with its answer given it still keeps that for later runs.
    const answer = await thread.answer;
    if (this.isClosed) throw new Error('A reading was stopped that nobody waits for.');
    this.startThread();
    if (answer !== null && 'refusal' in answer) throw new Refusal(answer.refusal);
    const { models } = part;
    if (answer === null || models === null) return this.readHere(part);
    if (host.disk instanceof TracedTree) host.disk.absorb(answer.trace);
    return { models, ...answer.rest };
  }
}

function keyOf(asked: unknown): string {
  return JSON.stringify(asked);
}

/** A Django project has migrations besides its models. */
function longestFirst(one: Part, other: Part): number {
  return Number(one.source.orm === 'sqlalchemy') - Number(other.source.orm === 'sqlalchemy');
}
