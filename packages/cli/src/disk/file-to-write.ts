import type { Stats } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ChangedFile } from '@canonical-schema/schema';
import { Refusal } from '../host/refusal';
import { decodeText } from './decode-text';
import { errorCode } from './error-code';

/** What writing needs of the operating system. */
export type WritingSystem = Pick<
  typeof import('node:fs'),
  | 'chmodSync'
  | 'chownSync'
  | 'copyFileSync'
  | 'existsSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'readFileSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'rmdirSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;

/** A file that may be written: it lies inside the root and is still what it was when it was read. */
export interface FileToWrite {
  /** As people know it. */
  readonly name: string;
  /** Absolute, with all links followed. */
  readonly path: string;
  /** Null where the file goes. */
  readonly after: string | null;
  /** Null where the file is new. */
  readonly was: { readonly bytes: Buffer; readonly stats: Stats } | null;
}

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The file where it really is. Refuses what leaves the root, is not what was read, or says itself that it is not to be written. */
export function fileToWrite(
  root: string,
  { path: name, before, after }: ChangedFile,
  system: WritingSystem,
): FileToWrite {
  const path = realPathOf(root, name, system);
  const was = before === null ? null : fileThere(path, name, system);
  const target = { name, path, after, was };
  if (was === null ? isTaken(path, system) : textOf(was.bytes) !== before)
    throw new Refusal(was === null ? taken(name) : changed(name));
  // Replacing a file asks its directory for permission only; the file's own word counts as well.
  if (was !== null && (was.stats.mode & 0o222) === 0)
    throw new Refusal(`"${name}" is read-only; make it writable, or change it by hand.`);
  if (was !== null && before !== null && !bytesOf(before, was).equals(was.bytes))
    throw new Refusal(`"${name}" is not encoded as UTF-8; save it as UTF-8 first.`);
  return target;
}

/** Is the file on the disk still what it was when the target was made? */
export function isAsRead({ path, was }: FileToWrite, system: WritingSystem): boolean {
  if (was === null) return !isTaken(path, system);
  try {
    return system.readFileSync(path).equals(was.bytes);
  } catch {
    return false;
  }
}

/** The bytes of a text; a byte-order mark that the file had stays, as it is no part of the text. */
export function bytesOf(text: string, was: FileToWrite['was']): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const isMarked = was?.bytes.subarray(0, mark.length).equals(mark) === true;
  return isMarked ? Buffer.concat([mark, bytes]) : bytes;
}

function fileThere(path: string, name: string, system: WritingSystem): NonNullable<FileToWrite['was']> {
  try {
    const stats = system.lstatSync(path);
    if (!stats.isFile()) throw new Refusal(`"${name}" is no regular file any more; run the command again.`);
    return { stats, bytes: system.readFileSync(path) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = errorCode(error);
    throw new Refusal(code === 'ENOENT' ? changed(name) : `"${name}" could not be read (${code}).`);
  }
}

function textOf(bytes: Buffer): string | null {
  const decoded = decodeText(bytes);
  return 'text' in decoded ? decoded.text : null;
}

function isTaken(path: string, system: WritingSystem): boolean {
  return system.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Where a path leads: links followed as far as anything is there. */
function realPathOf(root: string, name: string, system: WritingSystem): string {
  const absolute = resolve(root, name);
  const real = followed(absolute, system);
  const within = relative(system.realpathSync(root), real);
  const isInside = within !== '' && within !== '..' && !within.startsWith(`..${sep}`) && !isAbsolute(within);
  if (isInside) return real;
  throw new Refusal(`"${name}" leads to "${real}", outside the workspace; change it there.`);
}

function followed(path: string, system: WritingSystem): string {
  if (system.existsSync(path)) return system.realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(followed(parent, system), path.slice(parent.length));
}

function taken(name: string): string {
  return `"${name}" is there by now, where a new file was to be made; run the command again.`;
}

function changed(name: string): string {
  return `"${name}" changed since it was read; run the command again.`;
}
