import type { SyntaxStore } from '@canonical-schema/python';
import { DiskTree, type WorkspaceTree } from '../disk/disk-tree';
import type { Environment } from '../disk/installed-packages';

/** What a verdict is made on: the files under one root, and the process's environment. */
export interface Host {
  readonly disk: DiskTree;
  readonly environment: Environment;
}

/** The same at any time: a commit's files with the environment of now. */
export interface HostAt extends Omit<Host, 'disk'> {
  readonly disk: WorkspaceTree;
  /** What earlier runs know of the syntax of Python files; every file is parsed where absent. */
  readonly syntaxes?: SyntaxStore;
  /** What `work` computes from a host's files, taken from an earlier run where it stands; absent where nothing is kept. */
  readonly remember?: <T>(question: readonly unknown[], host: HostAt, work: (host: HostAt) => Promise<T>) => Promise<T>;
}

/** The host of a workspace. `root` is absolute. Keep it for as long as unchanged files need not be read again. */
export function openHost(root: string, environment: Environment = process.env): Host {
  return { disk: new DiskTree(root), environment };
}
