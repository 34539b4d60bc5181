import type { PythonSource } from '../host/sources';
import { type CheckedOptions, checkOptions, type SchemaOptions } from '../options/plugin-options';
import { type ServerOptions, serverOf } from '../options/server-options';
import { canonicalFilesIn, djangoRootsIn, sqlAlchemyRootsIn } from './sources-in-files';

/** One canonical SQL file with all that is verified against it. */
export interface PlannedSchema extends ServerOptions {
  readonly canonical: string;
  readonly sources: readonly PythonSource[];
}

/** What is verified against what in a workspace, and what stands in the way of saying so. */
export interface Plan {
  readonly schemas: readonly PlannedSchema[];
  /** Sources that no schema could be chosen for. They say `problems` when they are verified. */
  readonly unassigned: readonly PythonSource[];
  /** Wrong options and ambiguities: a sentence each, with the remedy. */
  readonly problems: readonly string[];
  readonly options: CheckedOptions['options'];
}

/** The files of a workspace, as far as inference looks at them. */
export interface WorkspaceFiles {
  /** Those that match `sourceGlobs`; others are passed over. */
  readonly files: readonly string[];
  /** The text of one of them, or its beginning; '' where it cannot be read. */
  textOf(path: string): string;
  /** The directory of the project that holds the file. */
  projectOf(path: string): string;
}

/** What to verify: what the options say, and what the files show where they say nothing. */
export function planOf(value: unknown, workspace: WorkspaceFiles): Plan {
  const { options, mistakes } = checkOptions(value);
  const several = options.schemas;
  if (several) {
    const named = several.filter((schema) => schema.canonical !== undefined);
    const nameless = several.length - named.length;
    const problems = nameless > 0 ? [`${nameless} of "schemas" have no "canonical"; name the SQL file of each.`] : [];
    const schemas = named.map((schema) => planned(schema.canonical ?? '', schema));
    return { schemas, unassigned: [], problems: [...mistakes, ...problems, ...namedTwice(schemas)], options };
  }
  const canonicals = options.canonical === undefined ? canonicalFilesIn(workspace.files) : [options.canonical];
  const isWanted = canonicals.length > 0 || options.django !== undefined || options.sqlalchemy !== undefined;
  const complete = isWanted ? { ...options, ...inferredSources(options, workspace) } : options;
  const [canonical, ...further] = canonicals;
  if (canonical !== undefined && further.length === 0) {
    return { schemas: [planned(canonical, complete)], unassigned: [], problems: mistakes, options };
  }
  const schemas = canonicals.map((path) => planned(path, {}));
  const unassigned = sourcesOf(complete);
  return { schemas, unassigned, problems: [...mistakes, ...ambiguity(canonicals, isWanted)], options };
}

function planned(canonical: string, schema: SchemaOptions): PlannedSchema {
  return { canonical, sources: sourcesOf(schema), ...serverOf(schema) };
}

function sourcesOf(schema: SchemaOptions): PythonSource[] {
  return [
    ...(schema.django ?? []).map((source) => ({ orm: 'django' as const, ...source })),
    ...(schema.sqlalchemy ?? []).map((source) => ({ orm: 'sqlalchemy' as const, ...source })),
  ];
}

function inferredSources(
  options: SchemaOptions,
  workspace: WorkspaceFiles,
): Pick<SchemaOptions, 'django' | 'sqlalchemy'> {
  const { files, textOf, projectOf } = workspace;
  return {
    django: options.django ?? djangoRootsIn(files, textOf).map((root) => ({ root })),
    sqlalchemy: options.sqlalchemy ?? sqlAlchemyRootsIn(files, textOf, projectOf).map((root) => ({ root })),
  };
}

function ambiguity(canonicals: readonly string[], isWanted: boolean): string[] {
  if (canonicals.length > 1) {
    return [
      `Several canonical SQL files were found (${canonicals.join(', ')}); say in "schemas" which sources belong to which.`,
    ];
  }
  return isWanted
    ? ['No canonical SQL file is configured, and no schema_canonical.sql was found; name it in "canonical".']
    : [];
}

function namedTwice(schemas: readonly PlannedSchema[]): string[] {
  const names = schemas.map((schema) => schema.canonical);
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  return twice.map((name) => `"${name}" is the canonical file of several "schemas"; merge them into one.`);
}
