import { directoryOf, exportsOf, type Plan, type PlannedSchema } from 'canonical-schema';
import type { ExistingProjects } from './existing-projects';
import type { Share, VerifiedSchema } from './targets';

/** What each project has of the plan, sorted by root. A root without a project around it becomes one. */
export function sharesOf(plan: Plan, projects: ExistingProjects): readonly Share[] {
  const projectOf = (directory: string) => projects.rootAbove(directory) ?? directory;
  const homeOf = (schema: PlannedSchema) => projectOf(directoryOf(schema.canonical));
  const sources = [...plan.schemas.flatMap((schema) => schema.sources), ...plan.unassigned];
  const found = [...plan.schemas.map(homeOf), ...sources.map(({ root }) => projectOf(root))];
  // A problem that concerns no directory is told at the workspace's root: somewhere a task has to say it.
  const roots = found.length === 0 && plan.problems.length > 0 ? [projectOf('.')] : found;
  const planned = exportsOf(plan.schemas);
  return [...new Set(roots)].sort().map((root) => ({
    root,
    compiles: plan.schemas.filter((schema) => homeOf(schema) === root),
    verifies: plan.schemas.flatMap((schema) => verifiedIn(root, schema, homeOf(schema), projectOf)),
    exports: planned.filter(({ source }) => projectOf(source.root) === root),
    problems: plan.problems,
  }));
}

function verifiedIn(
  root: string,
  schema: PlannedSchema,
  home: string,
  projectOf: (directory: string) => string,
): readonly VerifiedSchema[] {
  const isHome = home === root;
  const sources = isHome ? schema.sources : schema.sources.filter((source) => projectOf(source.root) === root);
  return isHome || sources.length > 0 ? [{ ...schema, sources, compiledIn: home, isPartial: !isHome }] : [];
}
