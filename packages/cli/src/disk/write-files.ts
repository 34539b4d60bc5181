import * as node from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ChangedFile } from '@canonical-schema/schema';
import { Refusal } from '../host/refusal';
import { errorCode } from './error-code';
import { bytesOf, type FileToWrite, fileToWrite, isAsRead, type WritingSystem } from './file-to-write';

/** What was done so far, to be undone in reverse. */
interface Trail {
  readonly system: WritingSystem;
  readonly undo: (() => void)[];
  /** Our own files beside the targets: new texts and kept old ones. */
  readonly ours: string[];
  readonly directories: string[];
}

/**
 * Writes all files under a root, or none of them: whatever fails, the disk full or a file changed since it was read, every
 * file is as it was when this throws its refusal. Permissions, owners, links inside the root and byte-order marks stay.
 */
export function writeFiles(root: string, files: readonly ChangedFile[], system: WritingSystem = node): void {
  const targets = files.map((file) => fileToWrite(root, file, system));
  refuseTwins(targets);
  const trail: Trail = { system, undo: [], ours: [], directories: [] };
  try {
    // What goes wrong for want of space or permission does so here, before any file is touched.
    const staged = targets.map((target) => attempted(target, () => stage(target, trail)));
    for (const [at, target] of targets.entries()) attempted(target, () => replace(target, staged[at] ?? null, trail));
  } catch (error) {
    throw undone(error, trail);
  }
  for (const path of trail.ours) quietly(() => system.rmSync(path, { force: true }));
}

function attempted<T>({ name }: FileToWrite, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`"${name}" could not be written (${errorCode(error)}); nothing was changed.`);
  }
}

/** Writes the new text beside its target; null for a file that goes. */
function stage({ path, after, was }: FileToWrite, trail: Trail): string | null {
  if (after === null) return null;
  makeDirectory(dirname(path), trail);
  const staged = ours(path, 'tmp', trail);
  trail.system.writeFileSync(staged, bytesOf(after, was), { flag: 'wx', flush: true });
  if (was !== null) takeOver(staged, was.stats, trail);
  return staged;
}

/** Puts the staged text in the target's place; what stood there is kept under another name until all is done. */
function replace(target: FileToWrite, staged: string | null, trail: Trail): void {
  const { path, was, name } = target;
  const { system, undo } = trail;
  if (!isAsRead(target, system)) throw new Refusal(`"${name}" changed meanwhile; run the command again.`);
  if (was !== null) keep(path, trail);
  if (staged === null) system.unlinkSync(path);
  else system.renameSync(staged, path);
  if (was === null) undo.push(() => system.rmSync(path));
}

function keep(path: string, trail: Trail): void {
  const { system, undo } = trail;
  const kept = ours(path, 'bak', trail);
  try {
    system.linkSync(path, kept);
  } catch {
    // Some file systems have no hard links.
    system.copyFileSync(path, kept, node.constants.COPYFILE_EXCL);
  }
  undo.push(() => {
    try {
      // Takes no space, so it succeeds on a full disk, too.
      system.renameSync(kept, path);
    } catch {
      throw new NotRestored(path, kept);
    }
  });
}

/** Makes a directory with those above it that are missing. */
function makeDirectory(path: string, trail: Trail): void {
  if (trail.system.existsSync(path)) return;
  makeDirectory(dirname(path), trail);
  trail.system.mkdirSync(path);
  trail.directories.push(path);
}

function takeOver(path: string, { mode, uid, gid }: node.Stats, { system }: Trail): void {
  const own = system.lstatSync(path);
  // Only the superuser gives files away; others may edit what they share.
  if (own.uid !== uid || own.gid !== gid) quietly(() => system.chownSync(path, uid, gid));
  system.chmodSync(path, mode);
}

/** Undoes everything; what to throw then says what could not be put back, and where its text is now. */
function undone(error: unknown, { system, undo, ours: left, directories }: Trail): unknown {
  const lost: NotRestored[] = [];
  for (const step of [...undo].reverse()) {
    const failure = quietly(step);
    if (failure instanceof NotRestored) lost.push(failure);
  }
  const kept = new Set(lost.map((each) => each.kept));
  for (const path of left.filter((each) => !kept.has(each))) quietly(() => system.rmSync(path, { force: true }));
  for (const path of [...directories].reverse()) quietly(() => system.rmdirSync(path));
  if (!(error instanceof Refusal) || lost.length === 0) return error;
  const where = lost.map((each) => `"${each.path}" is now in "${each.kept}"`).join(', ');
  return new Refusal(`${error.message} Not everything could be put back: ${where}.`);
}

class NotRestored extends Error {
  constructor(
    readonly path: string,
    readonly kept: string,
  ) {
    super(`"${path}" could not be put back.`);
  }
}

/** What is tried so does no harm by failing. */
function quietly(step: () => void): unknown {
  try {
    step();
    return null;
  } catch (error) {
    return error;
  }
}

function refuseTwins(targets: readonly FileToWrite[]): void {
  const names = new Map<string, string>();
  for (const { path, name } of targets) {
    const other = names.get(path);
    if (other !== undefined) throw new Refusal(`"${name}" and "${other}" are one file; name it once.`);
    names.set(path, name);
  }
}

/** A name of our own beside the target, on its file system. */
function ours(path: string, ending: 'tmp' | 'bak', trail: Trail): string {
  const name = join(dirname(path), `.${basename(path)}.${process.pid}.${ending}`);
  trail.ours.push(name);
  return name;
}
