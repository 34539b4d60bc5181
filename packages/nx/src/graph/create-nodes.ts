import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { CreateNodes, CreateNodesContext, CreateNodesResultArray, ProjectConfiguration } from '@nx/devkit';
import { directoryOf, planOf, sourceGlobs } from 'canonical-schema';
import { type ExistingProjects, existingProjects } from './existing-projects';
import { sharesOf } from './shares';
import { targetsOf } from './targets';

/** Static, as Nx wants it: `nx.json` is in it, so that options reach SQL of any name. */
const glob = `{${['nx.json', '**/project.json', '**/package.json', '**/pyproject.toml', ...sourceGlobs].join(',')}}`;

/** How much of a file inference looks at. */
const sniffedBytes = 64 * 1024;

/** Attaches the targets to the projects that hold the SQL and the models, and makes projects where there are none. */
export const createNodes: CreateNodes = [glob, (files, options, context) => nodesOf(files, options, context)];

function nodesOf(files: readonly string[], options: unknown, context: CreateNodesContext): CreateNodesResultArray {
  const plugins = context.nxJsonConfiguration.plugins ?? [];
  const existing = existingProjects(files, context.workspaceRoot, plugins);
  const plan = planOf(options, {
    files,
    textOf: (path) => beginningOf(join(context.workspaceRoot, path)),
    projectOf: (path) => existing.rootAbove(directoryOf(path)) ?? '.',
  });
  const projects: Record<string, Partial<ProjectConfiguration>> = {};
  for (const share of sharesOf(plan, existing)) {
    projects[share.root] = {
      ...(existing.rootAbove(share.root) === share.root ? {} : { name: freeName(share.root, existing) }),
      root: share.root,
      targets: targetsOf(share, { ...baseIn(context), ...plan.options }),
    };
  }
  const source = files.includes('nx.json') ? 'nx.json' : files[0];
  return source === undefined ? [] : [[source, { projects: projects as Record<string, ProjectConfiguration> }]];
}

/** Nx's own base revision, where the plugin's options name none. Executors never read `nx.json`. */
function baseIn({ nxJsonConfiguration }: CreateNodesContext): { readonly base?: string } {
  const base = nxJsonConfiguration.defaultBase ?? nxJsonConfiguration.affected?.defaultBase;
  return base === undefined ? {} : { base };
}

/** The full path with dashes; two directories of one base name stay apart. */
function freeName(root: string, existing: ExistingProjects): string {
  const name = root === '.' ? 'workspace' : root.replaceAll('/', '-');
  return existing.names.has(name) ? `${name}-schema` : name;
}

function beginningOf(path: string): string {
  try {
    const file = openSync(path, 'r');
    const bytes = Buffer.alloc(sniffedBytes);
    const length = readSync(file, bytes, 0, sniffedBytes, 0);
    closeSync(file);
    return bytes.toString('utf8', 0, length);
  } catch {
    return '';
  }
}
