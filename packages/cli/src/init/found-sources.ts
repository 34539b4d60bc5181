import type { HostAt } from '../host/host';
import { workspaceFiles } from '../host/workspace-files';
import type { PluginOptions } from '../options/plugin-options';
import { canonicalFilesIn, djangoRootsIn, sqlAlchemyRootsIn } from '../plan/sources-in-files';

/** What a person may say instead of having it found. */
export interface NamedSources {
  readonly canonical?: string;
  readonly django?: readonly string[];
  readonly sqlalchemy?: readonly string[];
}

/** What describes the database in a workspace. */
export interface FoundSources {
  /** Null where there is none. */
  readonly canonical: string | null;
  readonly django: readonly string[];
  readonly sqlalchemy: readonly string[];
  /** What was chosen among several, a sentence each. */
  readonly said: readonly string[];
}

/** What is named, then what is configured, then what the files show. */
export function foundSources(host: HostAt, named: NamedSources, options: PluginOptions): FoundSources {
  const workspace = workspaceFiles(host);
  const { files, textOf, projectOf } = workspace;
  const canonicals = canonicalFilesIn(files).toSorted((a, b) => depthOf(a) - depthOf(b));
  const canonical = named.canonical ?? options.canonical ?? canonicals[0] ?? null;
  const others = canonicals.filter((path) => path !== canonical);
  const isChosen = named.canonical === undefined && options.canonical === undefined && others.length > 0;
  return {
    canonical,
    django: named.django ?? options.django?.map(({ root }) => root) ?? djangoRootsIn(files, textOf),
    sqlalchemy:
      named.sqlalchemy ?? options.sqlalchemy?.map(({ root }) => root) ?? sqlAlchemyRootsIn(files, textOf, projectOf),
    said: isChosen
      ? [
          `Took ${canonical}; ${others.join(', ')} may be canonical files, too: name one with --canonical, or list each ` +
            'with its sources in "schemas".',
        ]
      : [],
  };
}

function depthOf(path: string): number {
  return path.split('/').length;
}
