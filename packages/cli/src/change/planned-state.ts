import { EditedTree, type FileEdit, type Finding, type Reading } from '@canonical-schema/schema';
import { isCovered } from '../disk/fenced-tree';
import type { HostAt } from '../host/host';
import { hostOver } from '../host/host-over';
import type { SourceReadingOptions, SourceReadings } from '../host/source-readings';
import { coverageOf, type PythonSource } from '../host/sources';
import {
  type Readings,
  readingsFrom,
  type SchemaToVerify,
  type SchemaVerdict,
  verifySchema,
} from '../host/verify-schema';
import { serverOf } from '../options/server-options';
import type { PlanRequest } from './plan-request';

/** The verdict over one state of the files. */
export interface StateVerdict extends SchemaVerdict {
  /** With the baseline taken into account. */
  readonly findings: readonly Finding[];
}

/**
 * The files at one moment of a plan: as they are, with the edits that were planned so far. Each source is read once, and
 * not again by the next moment where no edit concerns it.
 */
export class PlannedState implements Readings {
  private kept: Promise<StateVerdict> | undefined;

  private constructor(
    private readonly request: PlanRequest,
    private readonly below: HostAt,
    readonly tree: EditedTree,
    private readonly canonicals: Map<string, Promise<Reading>>,
    private readonly sources: Map<PythonSource, Promise<SourceReadings>>,
  ) {}

  /** The files as they are. */
  static of(request: PlanRequest, host: HostAt): PlannedState {
    return new PlannedState(request, host, EditedTree.over(host.disk), new Map(), new Map());
  }

  /** The host that reads these files. */
  get host(): HostAt {
    return hostOver(this.below, this.tree);
  }

  /** How every source is read. */
  get readingOptions(): SourceReadingOptions {
    const { schema, reach = 'workspace' } = this.request;
    return { ...serverOf(schema), reach };
  }

  /** The files with more edits made. */
  with(edits: readonly FileEdit[]): PlannedState {
    if (edits.length === 0) return this;
    const paths = edits.map(({ path }) => path);
    const canonicals = [...this.canonicals].filter(([path]) => !paths.includes(path));
    const sources = [...this.sources].filter(([source]) => !paths.some((path) => this.covers(source, path)));
    return new PlannedState(this.request, this.below, this.tree.with(edits), new Map(canonicals), new Map(sources));
  }

  canonical(schema: SchemaToVerify = this.request.schema): Promise<Reading> {
    return onceFor(this.canonicals, schema.canonical, () => readingsFrom(this.host).canonical(schema));
  }

  python(source: PythonSource): Promise<SourceReadings> {
    return onceFor(this.sources, source, () => readingsFrom(this.host).python(source, this.readingOptions));
  }

  /** What verifying comes to. */
  verdict(): Promise<StateVerdict> {
    this.kept ??= this.verified();
    return this.kept;
  }

  private async verified(): Promise<StateVerdict> {
    const { schema, verdict, reach = 'workspace' } = this.request;
    const outcome = await verifySchema({ ...verdict, schemas: [schema] }, this.host, reach, this);
    const [only] = outcome.verdicts;
    if (only === undefined) throw new Error('A schema was verified and has no verdict.');
    return { ...only, findings: outcome.findings };
  }

  private covers(source: PythonSource, path: string): boolean {
    const { reach = 'workspace' } = this.request;
    return isCovered(path, coverageOf(source, this.below.disk.root, this.below.environment, reach));
  }
}

function onceFor<K, V>(kept: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
