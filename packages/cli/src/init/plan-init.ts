import { type ChangedFile, type Dialect, EditedTree, type FileEdit, isFileFault } from '@canonical-schema/schema';
import type { HostAt } from '../host/host';
import { hostOver } from '../host/host-over';
import { type DatabaseToRead, databaseOf, readDatabase } from '../host/read-database';
import { Refusal } from '../host/refusal';
import type { PythonSource } from '../host/sources';
import { type VerifyOutcome, verifySchema } from '../host/verify-schema';
import { checkOptions, type PluginOptions } from '../options/plugin-options';
import { dialectOf, serverOf } from '../options/server-options';
import { type Configuration, configFile, configurationOf, withOptions, withSync } from './configuration';
import { type FoundSources, foundSources, type NamedSources } from './found-sources';
import { withIgnoredOutputs } from './git-ignore';
import { namedEngines } from './named-engines';
import { canonicalOf, canonicalOfDatabase } from './new-canonical';

/** What is asked of `init`. */
export interface InitRequest extends NamedSources {
  /** What the canonical file is written from where there is none: whose models, or a running database. */
  readonly from?: 'django' | 'sqlalchemy' | 'database';
  /** The database; `DATABASE_URL` where it has no URL. */
  readonly database?: DatabaseToRead;
  /** The server that the schema is for, where it is not PostgreSQL and no option says it. */
  readonly dialect?: Dialect;
  /** Registers the sync generator in `nx.json`. */
  readonly sync?: boolean;
  /** The day, as `2026-11-23`. */
  readonly today: string;
}

/** What `init` would write, and what it has to say. */
export interface InitPlan {
  /** Sorted by path; empty where everything is there already. */
  readonly files: readonly ChangedFile[];
  /** A line each. */
  readonly said: readonly string[];
  /** The verdict over the new canonical file; null where none was written. */
  readonly verdict: VerifyOutcome | null;
}

/** Where the guide has the canonical file. */
const usualPlace = 'scripts/database/schema_canonical.sql';

/** What a workspace lacks to be verified: a configuration, and where it is asked for, a canonical file. Writes nothing. */
export async function planInit(request: InitRequest, host: HostAt): Promise<InitPlan> {
  const configuration = configurationOf(host.disk);
  const { options: written, mistakes } = checkOptions(configuration.options);
  if (mistakes.length > 0) throw new Refusal(`The options in "${configuration.file}" are wrong: ${mistakes.join(' ')}`);
  if (request.sync && !configuration.isNx)
    throw new Refusal('There is no nx.json: --sync registers a generator of Nx.');
  const options = withDialect(written, request.dialect ?? (await dialectOfDatabase(request, written, host)));
  const found = foundSources(host, request, options);
  const canonical = await canonicalFile(request, found, options, host);
  const added = options.schemas === undefined ? missingOptions(canonical.path, found, options, written) : {};
  const edits = [
    ...canonical.edits,
    ...configurationEdits(configuration, added, request),
    ...ignoreEdits(configuration, host),
  ];
  const after = EditedTree.over(host.disk).with(edits);
  const verdict =
    canonical.edits.length === 0 ? null : await verdictOf(canonical.path, found, options, hostOver(host, after));
  const files = after.changed();
  const engines = namedEngines(host, found.django, dialectOf(options));
  return {
    files,
    said: [...saidOf(canonical.path, found, configuration, files), ...canonical.said, ...engines],
    verdict,
  };
}

/** The dialect that a database's URL says, where it is what the file is written from and nothing else says one. */
async function dialectOfDatabase(
  { from, database = {} }: InitRequest,
  options: PluginOptions,
  host: HostAt,
): Promise<Dialect | undefined> {
  if (from !== 'database' || options.dialect !== undefined) return undefined;
  const { dialect } = await databaseOf(database, host);
  return dialect === dialectOf(options) ? undefined : dialect;
}

/** The options with the server that was named, which may not be another than they say. */
function withDialect(options: PluginOptions, dialect: Dialect | undefined): PluginOptions {
  if (dialect === undefined) return options;
  if (options.dialect !== undefined && options.dialect !== dialect)
    throw new Refusal(`"dialect" is "${options.dialect}" in the options; change it there.`);
  return { ...options, dialect };
}

interface CanonicalFile {
  readonly path: string | null;
  readonly edits: readonly FileEdit[];
  readonly said: readonly string[];
}

/** The canonical file that is there, or a new one. Nothing is ever written over. */
async function canonicalFile(
  { from, canonical, today, database = {} }: InitRequest,
  found: FoundSources,
  options: PluginOptions,
  host: HostAt,
): Promise<CanonicalFile> {
  const path = canonical ?? found.canonical ?? (from === undefined ? null : usualPlace);
  if (path === null) {
    return {
      path,
      edits: [],
      said: [
        'There is no canonical SQL file yet: init --from django, --from sqlalchemy or --from database writes one.',
      ],
    };
  }
  const isThere = host.disk.kindOf(path) !== 'missing';
  if (from === undefined && !isThere)
    throw new Refusal(`"${path}" does not exist; --from django, --from sqlalchemy or --from database writes it.`);
  if (from === undefined) return { path, edits: [], said: [] };
  if (isThere) return { path, edits: [], said: [`${path} is there and was left as it is.`] };
  if (from === 'database') {
    const { text, said } = await canonicalOfDatabase(await readDatabase(database, host, dialectOf(options)), { today });
    return { path, edits: [{ kind: 'create', path, text }], said };
  }
  const source = sourceFor(from, found, options);
  const others = sourcesOf(found, options).filter((other) => other !== source && other.root !== source.root);
  const { text, said } = await canonicalOf(source, host, { today, server: serverOf(options), others });
  const chosen =
    found[from].length === 1 ? [] : [`Took ${source.root} of ${found[from].join(', ')}: name another with --${from}.`];
  return { path, edits: [{ kind: 'create', path, text }], said: [...chosen, ...said] };
}

function sourceFor(from: 'django' | 'sqlalchemy', found: FoundSources, options: PluginOptions): PythonSource {
  const [source] = sourcesOf(found, options).filter(({ orm }) => orm === from);
  if (source !== undefined) return source;
  const sought = from === 'django' ? 'No manage.py of a Django project' : 'No module with SQLAlchemy models';
  throw new Refusal(`${sought} was found; name its directory with --${from}.`);
}

/** Options may say more of a source than its root. */
function sourcesOf({ django, sqlalchemy }: FoundSources, options: PluginOptions): readonly PythonSource[] {
  return [
    ...django.map((root) => ({ orm: 'django' as const, root, ...options.django?.find((one) => one.root === root) })),
    ...sqlalchemy.map((root) => ({
      orm: 'sqlalchemy' as const,
      root,
      ...options.sqlalchemy?.find((one) => one.root === root),
    })),
  ];
}

/** The options that are not there; what is there is a person's. */
function missingOptions(
  canonical: string | null,
  found: FoundSources,
  options: PluginOptions,
  written: PluginOptions,
): Record<string, unknown> {
  // Without a canonical file the plugin infers what it can, and says nothing.
  if (canonical === null) return {};
  const rooted = (roots: readonly string[]): object[] => roots.map((root) => ({ root }));
  return {
    ...(options.canonical === undefined ? { canonical } : {}),
    ...(written.dialect === undefined && options.dialect !== undefined ? { dialect: options.dialect } : {}),
    ...(options.django === undefined && found.django.length > 0 ? { django: rooted(found.django) } : {}),
    ...(options.sqlalchemy === undefined && found.sqlalchemy.length > 0
      ? { sqlalchemy: rooted(found.sqlalchemy) }
      : {}),
  };
}

function configurationEdits(
  configuration: Configuration,
  added: Readonly<Record<string, unknown>>,
  { sync }: InitRequest,
): FileEdit[] {
  const { file, text, isNx } = configuration;
  const isNothing = Object.keys(added).length === 0 && (!isNx || configuration.entry !== null);
  const configured = isNothing ? text : withOptions(configuration, added);
  const after = sync && configured !== null ? withSync(configured) : configured;
  return after === null || after === text ? [] : [whole(file, text, after)];
}

/** Only Nx's targets leave outputs behind. */
function ignoreEdits({ isNx }: Configuration, { disk }: HostAt): FileEdit[] {
  const file = disk.read('.gitignore');
  const before = isFileFault(file) ? null : file.text;
  const isKept = before !== null || disk.kindOf('.git') !== 'missing';
  const after = withIgnoredOutputs(before);
  return isNx && isKept && after !== before ? [whole('.gitignore', before, after)] : [];
}

function whole(path: string, before: string | null, after: string): FileEdit {
  if (before === null) return { kind: 'create', path, text: after };
  return { kind: 'edit', path, edits: [{ span: { start: 0, end: before.length }, text: after }] };
}

async function verdictOf(
  canonical: string | null,
  found: FoundSources,
  options: PluginOptions,
  host: HostAt,
): Promise<VerifyOutcome | null> {
  if (canonical === null) return null;
  const { rules, strict, maxWarnings } = options;
  const judging = Object.fromEntries(
    Object.entries({ rules, strict, maxWarnings }).filter(([, value]) => value !== undefined),
  );
  const schemas = [{ canonical, sources: sourcesOf(found, options), ...serverOf(options) }];
  return verifySchema({ ...judging, schemas }, host, 'workspace');
}

function saidOf(
  canonical: string | null,
  found: FoundSources,
  configuration: Configuration,
  files: readonly ChangedFile[],
): readonly string[] {
  const listed = (noun: string, roots: readonly string[]): string[] =>
    roots.length === 0 ? [] : [`${noun}: ${roots.join(', ')}`];
  const written = files.map(({ path, before }) => `${before === null ? 'new' : 'changed'}: ${path}`);
  const isConfigured = files.some(({ path }) => path === configFile) && !configuration.isNx;
  return [
    ...listed('canonical SQL', canonical === null ? [] : [canonical]),
    ...listed('Django', found.django),
    ...listed('SQLAlchemy', found.sqlalchemy),
    ...found.said,
    ...(written.length === 0 ? ['Nothing to do: all of it is there.'] : written),
    ...(isConfigured ? [`Commands take these options with --config ${configFile}.`] : []),
  ];
}
