import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { CreateNodesContext, ProjectConfiguration, RawProjectGraphDependency } from '@nx/devkit';
import { minimatch } from 'minimatch';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { createDependencies, createNodes } from '../src/index';

/** What the plugin makes of a workspace: the projects that it adds to, by root. */
export interface Graph {
  readonly projects: Record<string, ProjectConfiguration>;
  /** Edges between the projects when each is called by its root. */
  readonly edges: readonly RawProjectGraphDependency[];
}

/** A directory with these files; the text of each is as given. */
export function directoryWith(files: Readonly<Record<string, string>>): string {
  const root = scratchFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Asks the plugin as Nx would: with the files that its glob matches. */
export async function graphOf(files: Readonly<Record<string, string>>, options?: unknown): Promise<Graph> {
  const workspaceRoot = directoryWith({ 'nx.json': '{}', 'package.json': '{"name": "workspace"}', ...files });
  const [glob, nodesOf] = createNodes;
  const matching = filesUnder(workspaceRoot).filter((file) => minimatch(file, glob, { dot: true }));
  const context: CreateNodesContext = { workspaceRoot, nxJsonConfiguration: JSON.parse(files['nx.json'] ?? '{}') };
  const projects = Object.assign(
    {},
    ...(await nodesOf(matching, options, context)).map(([, result]) => result.projects),
  );
  const fileMap = { projectFileMap: {}, nonProjectFiles: [] };
  const edges = await createDependencies(options, {
    ...context,
    projects,
    externalNodes: {},
    fileMap,
    filesToProcess: fileMap,
  });
  return { projects, edges };
}

function filesUnder(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
