import type { CreateDependencies, ProjectConfiguration, RawProjectGraphDependency } from '@nx/devkit';
import type { CompileExecutorOptions } from '../executors/compile-schema/executor';
import type { VerifyExecutorOptions } from '../executors/verify-schema/executor';
import { compileExecutor, verifyExecutor } from './targets';

/**
 * An edge from each project that verifies against a schema to the project that compiles it. Found by the targets that
 * the projects have in the end, never by name: users rename projects and replace targets. The edges are implicit, for
 * static ones are cached with a source file and outlive the reason for them.
 */
export const createDependencies: CreateDependencies = (_options, context) => {
  const projects = Object.entries(context.projects);
  const homes = new Map(projects.flatMap(([name, project]) => compiledIn(project).map((sql) => [sql, name] as const)));
  return projects.flatMap(([name, project]) => {
    const targets = new Set(verifiedIn(project).map((sql) => homes.get(sql)));
    return [...targets].flatMap((target) => (target === undefined || target === name ? [] : [edge(name, target)]));
  });
};

function edge(source: string, target: string): RawProjectGraphDependency {
  // The value of DependencyType.implicit: importing it would load all of @nx/devkit into the graph's worker.
  return { source, target, type: 'implicit' as RawProjectGraphDependency['type'] } as RawProjectGraphDependency;
}

function compiledIn(project: ProjectConfiguration): string[] {
  return optionsOf<CompileExecutorOptions>(project, compileExecutor).flatMap(canonicalsOf);
}

function verifiedIn(project: ProjectConfiguration): string[] {
  return optionsOf<VerifyExecutorOptions>(project, verifyExecutor).flatMap(canonicalsOf);
}

function canonicalsOf(options: { readonly schemas?: readonly { readonly canonical: string }[] }): string[] {
  return (options.schemas ?? []).map((schema) => schema.canonical);
}

function optionsOf<T>(project: ProjectConfiguration, executor: string): T[] {
  return Object.values(project.targets ?? {})
    .filter((target) => target.executor === executor)
    .map((target) => target.options ?? {});
}
