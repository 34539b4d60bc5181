import type { Verdict } from '@canonical-schema/drift';
import { type Fact, isFileFault, isUnreadable, type Reading } from '@canonical-schema/schema';
import type { ChangedSource, LintBase } from '@canonical-schema/sql';
import { isUnder } from '../disk/fenced-tree';
import { baseCommit, pythonFilesChangedSince } from '../disk/git-base';
import { GitTree } from '../disk/git-tree';
import type { LintRuleOptions, VerdictOptions } from '../options/plugin-options';
import { assumedVersion, dialectOf, type ServerOptions, serverOf } from '../options/server-options';
import type { Host, HostAt } from './host';
import { judgedBy, withoutSuppressed } from './known-findings';
import { readCanonicalFile } from './read-canonical';
import { type PythonReadingOptions, readPythonSource } from './read-python';
import { Refusal } from './refusal';
import { type PythonSource, type Reach, rootsOf } from './sources';
import { outcomeOf, type SchemaVerdict, type VerifyOutcome } from './verify-schema';

/** A canonical SQL file, and the sources that should follow it. */
export interface SchemaToLint extends ServerOptions {
  readonly canonical: string;
  readonly sources: readonly PythonSource[];
}

export interface LintRequest extends VerdictOptions {
  readonly schemas: readonly SchemaToLint[];
  readonly lint?: LintRuleOptions;
  /** The base revision as named for this run. */
  readonly namedBase?: string;
  /** The base revision where neither the run nor `NX_BASE` names one. */
  readonly base?: string;
}

/** Holds each canonical file to its own rules, and to what stood at the base revision. Writes nothing. */
export async function lintSchema(request: LintRequest, host: Host, reach: Reach = 'inputs'): Promise<VerifyOutcome> {
  const commit = baseOf(request, host);
  const verdicts: SchemaVerdict[] = [];
  for (const schema of request.schemas) {
    const base = isUnreadable(commit) ? commit : await baseAt(commit, schema, host, reach);
    const verdict = await verdictOf(schema, base, request, host);
    verdicts.push({ canonical: schema.canonical, verdict, sources: [], hidden: [] });
  }
  return outcomeOf(verdicts, request, host, await judgedBy('lint', request));
}

function baseOf({ namedBase, base }: LintRequest, { disk, environment }: Host): Fact<string> {
  const commit = baseCommit(
    disk.root,
    { ...(namedBase === undefined ? {} : { named: namedBase }), ...(base === undefined ? {} : { configured: base }) },
    environment,
  );
  // Whoever names a base for this run wants an answer about it.
  if (isUnreadable(commit) && namedBase !== undefined) throw new Refusal(commit.unreadable);
  return commit;
}

async function verdictOf(
  schema: SchemaToLint,
  base: Fact<LintBase>,
  request: LintRequest,
  host: Host,
): Promise<Verdict> {
  const { lintCanonical } = await import('@canonical-schema/sql');
  const { withFindings, withLevels } = await import('@canonical-schema/drift');
  const { canonical } = schema;
  const reading = await readCanonicalFile(host, canonical, schema);
  const file = host.disk.read(canonical);
  if (isFileFault(file)) throw new Refusal(`The canonical SQL file could not be read: ${file.why}`);
  const found = lintCanonical(file, {
    files: host.disk,
    base,
    ...(request.lint === undefined ? {} : { options: request.lint }),
    dialect: dialectOf(schema),
    ...assumedVersion(schema),
  });
  const counts = { errors: 0, warnings: 0, tolerated: 0, unreadable: 0, tables: reading.schema.tables.length };
  const verdict = withFindings({ findings: [], summary: counts }, withLevels(found, request));
  const isJudged = await judgedBy('lint', request);
  return withoutSuppressed(verdict, [reading], request, () => isJudged);
}

/** The canonical file at a commit, and the sources that changed since. What did not change is not read. */
async function baseAt(commit: string, schema: SchemaToLint, host: Host, reach: Reach): Promise<LintBase> {
  const then: HostAt = { ...host, disk: new GitTree(host.disk, commit) };
  const canonical = then.disk.read(schema.canonical);
  const changed = pythonFilesChangedSince(host.disk.root, commit, [...new Set(schema.sources.flatMap(rootsOf))]);
  const sources: ChangedSource[] = [];
  for (const source of schema.sources) {
    const own = changed.filter((path) => rootsOf(source).some((root) => isUnder(path, root)));
    for (const of of descriptionsIn(own, source)) {
      sources.push(await changedSource(source, { then, now: host }, { ...serverOf(schema), reach, of }));
    }
  }
  return { canonical: isFileFault(canonical) ? null : canonical, sources };
}

/** What of a source these changed files may have changed: of a Django project the migrations, too. */
function descriptionsIn(changed: readonly string[], { orm }: PythonSource): readonly ('models' | 'migrations')[] {
  if (changed.length === 0) return [];
  const isMigrated = orm === 'django' && changed.some((path) => path.split('/').includes('migrations'));
  return isMigrated ? ['models', 'migrations'] : ['models'];
}

async function changedSource(
  source: PythonSource,
  { then, now }: { readonly then: HostAt; readonly now: Host },
  options: PythonReadingOptions,
): Promise<ChangedSource> {
  const { reading: after } = await readPythonSource(now, source, options);
  const wasThere = rootsOf(source).every((root) => then.disk.kindOf(root) === 'directory');
  // Under one version of the ORM: an upgrade by itself changes no model.
  const version = after.assumed[source.orm]?.split(' ')[0];
  const pinned = version === undefined ? source : { ...source, version };
  const before = wasThere ? (await readPythonSource(then, pinned, options)).reading : nothingOf(after);
  return { name: source.root, before, after };
}

function nothingOf(reading: Reading): Reading {
  const schema = { tables: [], enums: [], domains: [], sequences: [], others: [] };
  return { ...reading, schema, unread: [], remarks: [] };
}
