import type { ScratchWorkspace } from '../nx/scratch-workspace';

/** What Nx makes of a workspace: the targets of each project, and what each depends on. */
export interface WorkspaceGraph {
  readonly targets: Readonly<Record<string, readonly string[]>>;
  readonly edges: readonly string[];
}

interface GraphFile {
  readonly graph: {
    readonly nodes: Readonly<
      Record<string, { readonly data: { readonly targets: Readonly<Record<string, unknown>> } }>
    >;
    readonly dependencies: Readonly<Record<string, readonly { readonly source: string; readonly target: string }[]>>;
  };
}

/** Asks `nx graph`. */
export function graphOf(workspace: ScratchWorkspace): WorkspaceGraph {
  const { status, output } = workspace.nx('graph', '--file=.nx/graph.json');
  if (status !== 0) throw new Error(output);
  const { graph }: GraphFile = JSON.parse(workspace.read('.nx/graph.json'));
  const targets = Object.entries(graph.nodes).map(([name, { data }]) => [name, Object.keys(data.targets).sort()]);
  const edges = Object.values(graph.dependencies).flat();
  return {
    targets: Object.fromEntries(targets),
    edges: edges.map(({ source, target }) => `${source} → ${target}`).sort(),
  };
}
