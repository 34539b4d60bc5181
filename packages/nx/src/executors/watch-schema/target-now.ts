import { stripVTControlCharacters } from 'node:util';
import { createProjectGraphAsync, type ExecutorContext } from '@nx/devkit';
import { Refusal } from 'canonical-schema';
import type { WatchExecutorOptions } from './executor';

/** Where a task is, as far as its target can be found again. */
export type TaskContext = Partial<Pick<ExecutorContext, 'projectName' | 'targetName' | 'projectsConfigurations'>>;

/** Files from which Nx makes the options of a project's target, besides those that are verified. */
export function decidingFiles({ projectName, projectsConfigurations }: TaskContext): readonly string[] {
  const root = projectName === undefined ? undefined : projectsConfigurations?.projects[projectName]?.root;
  return root === undefined || root === '.' ? ['nx.json', 'project.json'] : ['nx.json', `${root}/project.json`];
}

/** The options that the task's target has in the graph as it is now; null where it has the target no more. */
export async function targetOptionsNow({
  projectName,
  targetName,
}: TaskContext): Promise<Partial<WatchExecutorOptions> | null> {
  if (projectName === undefined || targetName === undefined) return null;
  const { nodes } = await createProjectGraphAsync({ exitOnError: false }).catch(refuse);
  return nodes[projectName]?.data.targets?.[targetName]?.options ?? null;
}

/** Somebody is in the midst of editing a configuration. */
function refuse(error: unknown): never {
  const why = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  throw new Refusal(`Nx cannot say what to watch: ${why.trim()}`);
}
