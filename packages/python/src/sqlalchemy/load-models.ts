import type { Dialect, FileTree, Schema, Unread } from '@canonical-schema/schema';
import { isFileFault, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { SyntaxStore } from '../syntax/kept-syntax';
import type { PythonModule, PythonProgram } from '../syntax/program';
import { createPythonProgram } from '../syntax/python-program';
import type { ModelDescription } from './description';
import { type AlchemyDialect, alchemyDialect } from './dialects';
import { emitSchema } from './emit/emit-schema';
import { exportedNames } from './exported-names';
import { importRoots } from './import-roots';
import { withListenedDdl } from './listened-ddl';
import { modelFiles } from './model-files';
import { type FoundVersion, packageVersion } from './package-version';
import type { ReadContext } from './read-context';
import { readModules } from './read-modules';

/** What to read, and which versions' rules hold. */
export interface SqlAlchemyOptions {
  readonly files: FileTree;
  /** The directory (or file) that holds the models. */
  readonly root: string;
  /** Further directories or files with models. */
  readonly include: readonly string[];
  /** `site-packages` directories. */
  readonly installed: readonly string[];
  /** SQLAlchemy's version; found in lock files, requirements or installed packages where not given. */
  readonly version?: string;
  /** PostgreSQL's major version; the newest where not given. */
  readonly postgres?: number;
  /** The server that the tables are made in; PostgreSQL where not given. */
  readonly dialect?: Dialect;
  /** The version of a server that is not PostgreSQL, `10.11`; the newest where not given. */
  readonly serverVersion?: string;
  /** Directories on `sys.path`, besides those that the files' packages imply. */
  readonly roots?: readonly string[];
  /** What earlier runs know of files' syntax. */
  readonly syntaxes?: SyntaxStore;
}

/** Packages that are known by name and never followed as text. */
const frameworks = ['sqlalchemy', 'sqlmodel', 'flask_sqlalchemy', 'flask', 'pydantic', 'alembic', 'typing_extensions'];

/** Calls that add to a MetaData wherever they stand. */
const declaringCalls = ['Table', 'Index', 'map_imperatively', 'mapper', 'append_column', 'append_constraint'];

const newestSqlAlchemy: FoundVersion = { version: '2.1', from: 'default' };

/** The first release of SQLModel that stores a `datetime` with its time zone. */
const zonedSqlModel: readonly [number, number, number] = [0, 0, 45];

/** Models with the program that they were read from: readers show the schema, writers go back to the text. */
export interface LoadedModels {
  readonly program: PythonProgram;
  readonly context: ReadContext;
  readonly modules: readonly PythonModule[];
  readonly models: ModelDescription;
  readonly schema: Schema;
  /** What could not be read, those of the program left out. */
  readonly unread: readonly Unread[];
  readonly version: FoundVersion;
  readonly server: FoundVersion;
}

/** Reads the models under some directories, and emits the schema that `create_all` would make of them. */
export function loadSqlAlchemyModels(options: SqlAlchemyOptions): LoadedModels {
  return modelsIn(openModels(options, options.files, options.files));
}

/** What is known before models are read, and stays for as long as none of it changes. */
export interface OpenModels extends Pick<LoadedModels, 'program' | 'version' | 'server'> {
  readonly options: SqlAlchemyOptions;
  /** For those that are read as modules, and as text of theirs. */
  readonly modules: FileTree;
  readonly dialect: AlchemyDialect;
  readonly sqlModel: FoundVersion | null;
  /** The files with models. */
  readonly paths: readonly string[];
}

/** The files that may declare models, as they are now. */
export function modelPaths({ root, include }: SqlAlchemyOptions, files: FileTree): readonly string[] {
  return modelFiles(files, [root, ...include]).map((file) => file.path);
}

/** Finds versions and files. Modules are read from `modules`, everything else from `files`. */
export function openModels(options: SqlAlchemyOptions, files: FileTree, modules: FileTree): OpenModels {
  const { root, installed } = options;
  const dialect = alchemyDialect(options.dialect ?? 'postgresql');
  const server = serverVersion(options, dialect);
  const directories = [...new Set([root, ...ancestorsOf(root)])];
  const found =
    options.version === undefined
      ? packageVersion('sqlalchemy', files, directories, installed)
      : { version: options.version, from: 'option' };
  const version = found ?? newestSqlAlchemy;
  const paths = modelPaths(options, modules);
  const roots = importRoots(files, paths, [...(options.roots ?? []), ...directories.map(directoryPath)]);
  const program = createPythonProgram({
    files: modules,
    roots,
    installed,
    frameworks,
    noted: declaringCalls,
    known: { ...exportedNames, 'sqlalchemy.__version__': version.version },
    ...(options.syntaxes === undefined ? {} : { syntaxes: options.syntaxes }),
  });
  const sqlModel = packageVersion('sqlmodel', files, directories, installed);
  program.layGround();
  return { options, modules, program, dialect, version, server, sqlModel, paths };
}

/** The models of files that were found, as they say now. */
export function modelsIn(open: OpenModels): LoadedModels {
  const { options, program, dialect, version, server, sqlModel } = open;
  const unread: Unread[] = [];
  const context = readContext({ files: open.modules, program, dialect, version, server, sqlModel, unread });
  const modules = open.paths
    .map((path) => program.moduleAt(path))
    .filter((module): module is PythonModule => module !== null);
  const models = readModules(modules, context, ({ place }) =>
    options.installed.some((directory) => place.path.startsWith(`${directory}/`)),
  );
  const { schema, unread: ofDdl } = withListenedDdl(emitSchema(models, context), models.ddl, context);
  unread.push(...ofDdl);
  return { program, context, modules, models, schema, unread, version, server };
}

/** The tree's own top is the empty path. */
function directoryPath(directory: string): string {
  return directory === '.' ? '' : directory;
}

function ancestorsOf(path: string): readonly string[] {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.map((_, at) => parts.slice(0, at).join('/')).reverse();
}

/** PostgreSQL's major version has an option of its own. */
function serverVersion(options: SqlAlchemyOptions, { server }: AlchemyDialect): FoundVersion {
  const version = options[server.option]?.toString();
  return version === undefined ? { version: server.newest, from: 'default' } : { version, from: 'option' };
}

function readContext({
  files,
  program,
  dialect,
  version,
  server,
  sqlModel,
  unread,
}: {
  readonly files: FileTree;
  readonly program: PythonProgram;
  readonly dialect: AlchemyDialect;
  readonly version: FoundVersion;
  readonly server: FoundVersion;
  readonly sqlModel: FoundVersion | null;
  readonly unread: Unread[];
}): ReadContext {
  const noted = new Set<string>();
  return {
    program,
    dialect,
    isAtLeast: (major, minor) => isNewer(version.version, [major, minor, 0]),
    isServerAtLeast: (major, minor) => isNewer(server.version, [major, minor, 0]),
    enumMembers: (enumClass) => program.enumMembers(enumClass) ?? unreadable('its members could not be read'),
    typeOfSql: (text) => {
      const type = dialect.sql.columnTypeOfText(text);
      return isUnreadable(type) ? null : type.type;
    },
    sqlModelDateTime: sqlModel === null || isNewer(sqlModel.version, zonedSqlModel) ? 'UTCDateTime' : 'DateTime',
    superCall: (of, call) => {
      const passed = program.superArguments(of, call);
      return 'kind' in passed ? null : { ...call, ...passed };
    },
    textAt: ({ path, span }) => {
      const source = files.read(path);
      return isFileFault(source) ? null : source.text.slice(span.start, span.end);
    },
    note: (fact) => {
      const key = JSON.stringify([fact.place.path, fact.place.span.start, fact.subject, fact.why]);
      if (!noted.has(key)) unread.push(fact);
      noted.add(key);
    },
  };
}

function isNewer(version: string, than: readonly [number, number, number]): boolean {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [at, wanted] of than.entries()) {
    const part = parts[at] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
