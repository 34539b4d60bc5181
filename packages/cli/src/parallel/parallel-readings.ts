import { isFileFault, type Reading } from '@canonical-schema/schema';
import { computed, type Memory, recalled } from '../cache/remembered';
import { questionOfCanonical, questionOfSource } from '../cache/remembered-readings';
import { TracedTree } from '../cache/traced-tree';
import { compiledFiles } from '../host/compile-schema';
import type { HostAt } from '../host/host';
import type { SourceReadingOptions, SourceReadings } from '../host/read-python';
import { Refusal } from '../host/refusal';
import type { PythonSource, Reach } from '../host/sources';
import { type Readings, readingsFrom, type SchemaToVerify, type VerifyRequest } from '../host/verify-schema';
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

/** One source, and its readings once somebody has begun with them. */
interface Part {
  readonly source: PythonSource;
  readonly options: SourceReadingOptions;
  readings: Promise<SourceReadings> | null;
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
  private isClosed = false;

  constructor(
    private readonly host: HostAt,
    private readonly memory: Memory | null,
  ) {}

  /** Recalls what earlier runs read, and starts threads where at least two things are left to read. */
  begin({ schemas }: VerifyRequest, reach: Reach): void {
    for (const schema of schemas) {
      this.recallCanonical(schema);
      for (const source of schema.sources) this.recallSource(source, { ...serverOf(schema), reach });
    }
    this.waiting = [...this.parts.values()].filter(({ readings }) => readings === null).sort(longestFirst);
    if (schemas.length - this.canonicals.size + this.waiting.length < 2) return;
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
  async python(source: PythonSource, options: SourceReadingOptions): Promise<SourceReadings> {
    const part = this.parts.get(keyOf([source, options])) ?? { source, options, readings: null };
    if (part.readings === null) return this.readHere(part);
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
    this.parts.set(key, { source, options, readings: known === null ? null : Promise.resolve(known.value) });
  }

  private readHere(part: Part): Promise<SourceReadings> {
    const { source, options } = part;
    this.waiting = this.waiting.filter((other) => other !== part);
    const question = questionOfSource(source, options, this.host);
    part.readings = computed(this.memory, question, this.host, (traced) =>
      readingsFrom(traced).python(source, options),
    );
    return part.readings;
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
    const thread = readInThread({
      root: host.disk.root,
      environment: { ...host.environment },
      memory,
      source,
      options,
    });
    this.threads.add(thread);
    const answer = await thread.answer;
    this.threads.delete(thread);
    if (this.isClosed) throw new Error('A reading was stopped that nobody waits for.');
    this.startThread();
    if (answer === null) return this.readHere(part);
    if ('refusal' in answer) throw new Refusal(answer.refusal);
    if (host.disk instanceof TracedTree) host.disk.absorb(answer.trace);
    return answer.readings;
  }
}

function keyOf(asked: unknown): string {
  return JSON.stringify(asked);
}

/** A Django project has migrations besides its models. */
function longestFirst(one: Part, other: Part): number {
  return Number(one.source.orm === 'sqlalchemy') - Number(other.source.orm === 'sqlalchemy');
}
