import type { PythonSource } from '../host/sources';
import { type ServerOptions, serverOf } from '../options/server-options';
import type { PlannedSchema } from './plan';
import { directoryOf } from './sources-in-files';

/** A source that is written as SQL, and the file that receives it. */
export interface PlannedExport extends ServerOptions {
  readonly canonical: string;
  readonly source: PythonSource;
  /** Beside the canonical file: `schema_django.sql`, `schema_sqlalchemy.sql`. */
  readonly file: string;
}

/**
 * Where each source's SQL is written. Where several of one ORM would share a file, each has its root behind the name:
 * `schema_django_apps_billing.sql`; and where one source is held against several SQL files, their names as well.
 */
export function exportsOf(schemas: readonly PlannedSchema[]): readonly PlannedExport[] {
  const all = schemas.flatMap(({ canonical, sources, ...schema }) =>
    sources.map((source) => ({ canonical, source, ...serverOf(schema) })),
  );
  const namings = [
    (export_: Unnamed) => fileOf(export_),
    (export_: Unnamed) => fileOf(export_, rootWords(export_)),
    fileOfBoth,
  ];
  const taken = namings.map((naming) => countsOf(all.map(naming)));
  return all.map((export_) => {
    const naming = namings.find((candidate, at) => taken[at]?.get(candidate(export_)) === 1) ?? fileOfBoth;
    return { ...export_, file: naming(export_) };
  });
}

type Unnamed = Omit<PlannedExport, 'file'>;

function fileOf({ canonical, source }: Unnamed, suffix = ''): string {
  const directory = directoryOf(canonical);
  return `${directory === '.' ? '' : `${directory}/`}schema_${source.orm}${suffix === '' ? '' : `_${suffix}`}.sql`;
}

function fileOfBoth(export_: Unnamed): string {
  return fileOf(export_, `${rootWords(export_)}_for_${words(export_.canonical.replace(/\.sql$/i, ''))}`);
}

function rootWords({ source }: Unnamed): string {
  return source.root === '.' ? 'root' : words(source.root);
}

function words(path: string): string {
  return path.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '');
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
