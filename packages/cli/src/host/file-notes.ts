import { isFileFault, type Reading, SourceFile, type Suppression, type Unread } from '@canonical-schema/schema';
import { type FencedTree, isUnder } from '../disk/fenced-tree';
import { type PythonSource, rootsOf } from './sources';

/** What only the files know of a reading that was made from them: plain data. */
export interface FileNotes {
  /** Files of the source's own that have no text, with the reason. */
  readonly faults: ReadonlyMap<string, string>;
  /** What comments in the source's own files suppress, by path. */
  readonly suppressions: readonly Suppression[];
  /** Files of the workspace that were imported from and may not be read. */
  readonly hidden: readonly string[];
}

/** What the files of a source know, as far as they were read. */
export async function notesOf(files: FencedTree, source: PythonSource): Promise<FileNotes> {
  const roots = rootsOf(source);
  const isOwn = (path: string): boolean => roots.some((root) => isUnder(path, root));
  const faults = [...files.faults].filter(([path]) => isOwn(path)).map(([path, { why }]) => [path, why] as const);
  return { faults: new Map(faults), suppressions: await suppressionsIn(files, isOwn), hidden: [...files.hidden] };
}

/** What two parts of a source know together. */
export function joinedNotes(one: FileNotes, other: FileNotes): FileNotes {
  const known = new Set(one.suppressions.map(({ places: [{ path }] }) => path));
  const further = other.suppressions.filter(({ places: [{ path }] }) => !known.has(path));
  return {
    faults: new Map([...one.faults, ...other.faults]),
    suppressions: inOrderOfPaths([...one.suppressions, ...further]),
    hidden: [...new Set([...one.hidden, ...other.hidden])],
  };
}

/** A reading with what the files know of it. */
export async function withNotes(reading: Reading, { faults, suppressions }: FileNotes): Promise<Reading> {
  const { withSuppressions } = await import('@canonical-schema/drift');
  return withSuppressions(withFaults(reading, faults), suppressions);
}

/** A file of the source's own that has no text is unread as a whole, whatever the reader made of its absence. */
function withFaults(reading: Reading, faults: FileNotes['faults']): Reading {
  const known = new Set(reading.unread.map(({ place }) => place.path));
  const silent = [...faults].filter(([path]) => !known.has(path));
  const unread = silent.map(([path, why]): Unread => {
    const { start } = new SourceFile(path, '');
    return { extent: 'whole', why: why.replace(/\.$/, ''), subject: path, table: null, place: start };
  });
  return unread.length === 0 ? reading : { ...reading, unread: [...reading.unread, ...unread] };
}

/** Only texts that may hold a suppression are looked through. */
async function suppressionsIn(files: FencedTree, isOwn: (path: string) => boolean): Promise<readonly Suppression[]> {
  const { mayHoldSuppressions, suppressionsIn: foundIn } = await import('@canonical-schema/drift');
  const { pythonCommentsOf } = await import('@canonical-schema/python');
  const own = [...files.opened].filter((path) => path.endsWith('.py') && isOwn(path));
  return own.sort().flatMap((path) => {
    const file = files.read(path);
    if (isFileFault(file)) return [];
    const known = suppressionsOf.get(file);
    if (known !== undefined) return known;
    const found = mayHoldSuppressions(file.text) ? foundIn(file, pythonCommentsOf(file)) : [];
    suppressionsOf.set(file, found);
    return found;
  });
}

/** A file that did not change is one object, whose text is looked through once in a process. */
const suppressionsOf = new WeakMap<SourceFile, readonly Suppression[]>();

function inOrderOfPaths(suppressions: readonly Suppression[]): readonly Suppression[] {
  const pathOf = ({ places: [{ path }] }: Suppression): string => path;
  return [...suppressions].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : Number(pathOf(a) > pathOf(b))));
}
