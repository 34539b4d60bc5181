import type { Tree } from '@nx/devkit';
import { type HostAt, hostOver, openHost } from 'canonical-schema';
import { treeFiles } from './tree-files';

/** The host whose files are the tree's; what lies outside the workspace, such as installed packages, is the disk's. */
export function hostOfTree(tree: Pick<Tree, 'listChanges' | 'root'>): HostAt {
  const host = openHost(tree.root);
  return hostOver(host, treeFiles(tree, host.disk));
}
