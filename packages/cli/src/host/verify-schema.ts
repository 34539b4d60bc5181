import type { Judged, JudgedReading, Verdict } from '@canonical-schema/drift';
import type { Finding, Reading } from '@canonical-schema/schema';
import type { VerdictOptions } from '../options/plugin-options';
import { dialectOf, type ServerOptions, serverOf } from '../options/server-options';
import { readCompiled } from './compile-schema';
import type { HostAt } from './host';
import { judgedBy, withBaseline, withoutSuppressed } from './known-findings';
import { readCanonicalFile } from './read-canonical';
import { type DatabaseToRead, readDatabase } from './read-database';
import { readWholeSource } from './read-python';
import { Refusal } from './refusal';
import type { PythonReading, SourceReadingOptions, SourceReadings } from './source-readings';
import type { PythonSource, Reach } from './sources';

/** A canonical SQL file, or what was compiled from it, and the sources to hold against it. */
export interface SchemaToVerify extends ServerOptions {
  readonly canonical: string;
  /** The directory of its `schema.json`; absent where the SQL itself is to be read. */
  readonly compiled?: string;
  readonly sources: readonly PythonSource[];
  /** Set where the schema has other sources, too: the SQL's suppressions may be meant for these. */
  readonly isPartial?: boolean;
}

export interface VerifyRequest extends VerdictOptions {
  readonly schemas: readonly SchemaToVerify[];
  /** A running database that is held against the SQL as well. No cached target may ask for one. */
  readonly database?: DatabaseToRead;
}

/** A request's options, with how far imports are followed, and what describes every schema besides its sources. */
type Judging = VerdictOptions & { readonly reach: Reach; readonly beside: readonly JudgedReading[] };

/** The verdict over one canonical file and its sources. */
export interface SchemaVerdict {
  readonly canonical: string;
  readonly verdict: Verdict;
  /** Each source judged by itself, for the table of what each came to. */
  readonly sources: readonly { readonly name: string; readonly verdict: Verdict }[];
  /** Files of the workspace that the models import from, and that no option lets them read. */
  readonly hidden: readonly string[];
}

/** The verdicts of a request. */
export interface VerifyOutcome {
  readonly verdicts: readonly SchemaVerdict[];
  readonly findings: readonly Finding[];
  /** Is anything at error level, or are there more warnings than `maxWarnings`? */
  readonly failed: boolean;
  /** Set where the warnings alone are the failure. */
  readonly tooManyWarnings: string | null;
}

/** Is told of the readings of a source that are there while others are still being made. */
export type Ahead = (source: PythonSource, models: PythonReading) => void;

/** Where the readings of a verdict come from. */
export interface Readings {
  canonical(schema: SchemaToVerify): Promise<Reading>;
  /** Who makes several readings at a time tells `ahead` of each, so that waiting for the others is no idle time. */
  python(source: PythonSource, options: SourceReadingOptions, ahead?: Ahead): Promise<SourceReadings>;
}

/** Every reading anew, from the files as they are. */
export function readingsFrom(host: HostAt): Readings {
  return {
    canonical: (schema) => canonicalOf(schema, host),
    python: (source, options) => readWholeSource(host, source, options),
  };
}

/** Reads every source and judges it. Refuses where a file or directory that was named is not there. */
export async function verifySchema(
  request: VerifyRequest,
  host: HostAt,
  reach: Reach = 'inputs',
  readings: Readings = readingsFrom(host),
): Promise<VerifyOutcome> {
  const beside = await runningDatabase(request, host);
  const verdicts: SchemaVerdict[] = [];
  for (const schema of request.schemas) {
    verdicts.push(await verdictOf(schema, { ...request, reach, beside }, readings));
  }
  const isJudged = await judgedBy('verify', request);
  const isComplete = request.schemas.every(({ isPartial }) => isPartial !== true);
  return outcomeOf(verdicts, request, host, (code) => isComplete && isJudged(code));
}

async function runningDatabase({ database, schemas }: VerifyRequest, host: HostAt): Promise<readonly JudgedReading[]> {
  if (database === undefined) return [];
  const [schema, second] = schemas;
  if (second !== undefined)
    throw new Refusal('A database is held against one canonical SQL file; name that with --canonical.');
  const reading = await readDatabase(database, host, dialectOf(schema ?? {}));
  return [{ reading, mirror: 'all', name: 'database' }];
}

/** The outcome of verdicts, once the baseline is taken from them. */
export async function outcomeOf(
  judged: readonly SchemaVerdict[],
  options: VerdictOptions,
  host: HostAt,
  isJudged: Judged,
): Promise<VerifyOutcome> {
  const adopted = await withBaseline(
    judged.map(({ verdict }) => verdict),
    options,
    host,
    isJudged,
  );
  const verdicts = judged.map((schema, at) => ({ ...schema, verdict: adopted[at] ?? schema.verdict }));
  const findings = verdicts.flatMap(({ verdict }) => verdict.findings);
  const tooManyWarnings = excessOf(findings, options.maxWarnings);
  const failed = tooManyWarnings !== null || findings.some(({ severity }) => severity === 'error');
  return { verdicts, findings, failed, tooManyWarnings };
}

async function verdictOf(schema: SchemaToVerify, options: Judging, from: Readings): Promise<SchemaVerdict> {
  const { judgeAhead, judgeEach } = await import('@canonical-schema/drift');
  const canonical = await from.canonical(schema);
  const { rules, strict } = options;
  const judging = { ...(rules ? { rules } : {}), ...(strict ? { strict } : {}) };
  const judged = (source: PythonSource, name: string, { reading }: PythonReading): JudgedReading => ({
    reading,
    mirror: source.mirror ?? 'all',
    name,
  });
  const ahead: Ahead = (source, models) => {
    if (schema.sources.includes(source)) judgeAhead(canonical, judged(source, source.root, models), judging);
  };
  const others: JudgedReading[] = [];
  const hidden = new Set<string>();
  for (const source of schema.sources) {
    const readings = await from.python(source, { ...serverOf(schema), reach: options.reach }, ahead);
    for (const { name, whole } of descriptionsOf(source, readings)) {
      for (const path of whole.hidden) hidden.add(path);
      others.push(judged(source, name, whole));
    }
  }
  others.push(...options.beside);
  const isJudged = await judgedBy('verify', options);
  const { whole, each } = judgeEach(canonical, others, judging);
  const settled = (verdict: Verdict, readings: readonly JudgedReading[], isComplaining: boolean) => {
    const known = [canonical, ...readings.map(({ reading }) => reading)];
    return withoutSuppressed(verdict, known, options, (reading) => {
      const isWhole = isComplaining && (reading !== canonical || schema.isPartial !== true);
      return (code) => isWhole && isJudged(code);
    });
  };
  const alone = others.map(async (other, at) => ({
    name: other.name,
    verdict: await settled(each[at] ?? whole, [other], false),
  }));
  return {
    canonical: schema.canonical,
    verdict: await settled(whole, others, true),
    sources: await Promise.all(alone),
    hidden: [...hidden].sort(),
  };
}

/** A source's readings by name: a Django project describes the database by its models and by its migrations. */
function descriptionsOf({ root }: PythonSource, { models, migrations }: SourceReadings) {
  const described = [{ name: root, whole: models }];
  if (migrations !== null) described.push({ name: `${root} (migrations)`, whole: migrations });
  return described;
}

async function canonicalOf(schema: SchemaToVerify, host: HostAt): Promise<Reading> {
  if (schema.compiled !== undefined) return readCompiled(host, schema.compiled);
  return readCanonicalFile(host, schema.canonical, schema);
}

function excessOf(findings: readonly Finding[], maxWarnings: number | undefined): string | null {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (maxWarnings === undefined || warnings <= maxWarnings) return null;
  return `${warnings} warnings are more than the ${maxWarnings} that "maxWarnings" allows.`;
}
