import { basename, dirname, join } from 'node:path';
import { isUnder, versionFiles } from '../disk/fenced-tree';
import { isIgnoredDirectory } from '../disk/ignored-directories';
import type { Host } from '../host/host';
import { type Reach, rootsOf, versionDirectoriesOf } from '../host/sources';
import type { VerifyRequest } from '../host/verify-schema';

/** Which part of the host's tree can change a verdict. */
export interface WatchedFiles {
  /** The directories to watch, absolute: the host's root, and those of single files that lie outside. */
  readonly roots: readonly string[];
  /** The same for the same files. */
  readonly key: string;
  /** May the path, whose kind is null where nobody knows it yet, be passed over? A directory's contents are, with it. */
  isPassedOver(path: string, kind: 'file' | 'directory' | null): boolean;
  /** Is every change of the path told, or of what lies in it? In the host's form. */
  isHeard(path: string): boolean;
}

/**
 * The files of a request and `further` ones, whether they are there yet or not: the host's root is watched, and of it only what leads to
 * them, so that a directory which is deleted and made again is not lost.
 */
export function watchedFiles(
  host: Host,
  { schemas, baseline }: VerifyRequest,
  reach: Reach,
  further: readonly string[],
): WatchedFiles {
  const sources = schemas.flatMap((schema) => schema.sources);
  const whole = reach === 'workspace' ? ['.'] : sources.flatMap(rootsOf);
  const files = [
    ...schemas.map(({ canonical }) => canonical),
    ...(baseline === undefined ? [] : [baseline]),
    ...further,
  ];
  const flat = sources.flatMap((source) => versionDirectoriesOf(source.root));
  const ends = [...whole, ...files, ...flat];
  const outside = files.filter((path) => !isUnder(path, '.')).map((path) => dirname(path));
  const leadsTo = (path: string) => ends.some((end) => isUnder(end, path)) || whole.some((root) => isUnder(path, root));
  const isPassedOver: WatchedFiles['isPassedOver'] = (absolute, kind) => {
    const path = host.disk.pathOf(absolute);
    if (path === '.') return false;
    if (kind !== 'file' && isIgnoredDirectory(dirname(absolute), basename(absolute))) return true;
    if (kind === 'directory' || kind === null) return kind === 'directory' && !leadsTo(path) && !isInFlat(path, flat);
    return !(files.includes(path) || isSource(path, whole) || mayDecideVersions(path));
  };
  const isListened = (path: string): boolean => {
    const above = dirname(path);
    return path === '.' || (!isPassedOver(join(host.disk.root, path), 'directory') && isListened(above));
  };
  return {
    roots: [host.disk.root, ...outside],
    key: JSON.stringify([whole, files, flat]),
    isPassedOver,
    isHeard(path) {
      if (!isUnder(path, '.') || path.startsWith('../')) return false;
      // Whether it is a file or a directory may change, too.
      const isFile = !isPassedOver(join(host.disk.root, path), 'file');
      return isListened(isFile ? dirname(path) : path);
    },
  };
}

/** `requirements/`, below a directory whose version files are read. */
function isInFlat(path: string, directories: readonly string[]): boolean {
  return versionFiles.some((pattern) => {
    const cut = pattern.lastIndexOf('/');
    const folder = cut < 0 ? null : pattern.slice(0, cut);
    return (
      folder !== null &&
      directories.some((directory) => path === (directory === '.' ? folder : `${directory}/${folder}`))
    );
  });
}

function isSource(path: string, directories: readonly string[]): boolean {
  if (path.endsWith('schema_canonical.sql')) return true;
  return path.endsWith('.py') && directories.some((directory) => isUnder(path, directory));
}

/** By its ending alone: what of it counts, a reading's coverage says. */
function mayDecideVersions(path: string): boolean {
  return /\.(txt|in|toml|lock|cfg)$/.test(path) || path.endsWith('Pipfile');
}
