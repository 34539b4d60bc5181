import type { FileTree } from '@canonical-schema/schema';
import type { HostAt } from './host';

/**
 * The host with these files in the place of its own: `EditedTree.over(host.disk).with(…)`, say. Paths, links and what lies
 * outside the root are still the host's.
 */
export function hostOver({ disk, environment }: HostAt, files: FileTree): HostAt {
  return {
    environment,
    disk: {
      root: disk.root,
      pathOf: (path) => disk.pathOf(path),
      realPathOf: (path) => disk.realPathOf(path),
      read: (path) => files.read(disk.pathOf(path)),
      list: (directory) => files.list(disk.pathOf(directory)),
      kindOf: (path) => files.kindOf(disk.pathOf(path)),
    },
  };
}
