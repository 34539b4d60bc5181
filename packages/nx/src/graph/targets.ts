import type { TargetConfiguration } from '@nx/devkit';
import { type Plan, type PlannedExport, type PlannedSchema, serverOf, verdictVersion } from 'canonical-schema';
import type { CompileExecutorOptions } from '../executors/compile-schema/executor';
import type { VerifyExecutorOptions } from '../executors/verify-schema/executor';
import { exportTarget } from './export-target';
import { lintTarget } from './lint-target';
import { baselineInputs, verifyInputs } from './target-inputs';
import { technologiesOf } from './technologies';
import { testMigrationsTarget } from './test-migrations-target';
import { verdictOptions } from './verdict-options';
import { watchTarget } from './watch-target';

export const compileExecutor = '@canonical-schema/nx:compile-schema';
export const verifyExecutor = '@canonical-schema/nx:verify-schema';

/** What a project has of the plan: the schemas whose SQL it holds, and the sources it holds of any schema. */
export interface Share {
  readonly root: string;
  readonly compiles: readonly PlannedSchema[];
  readonly verifies: readonly VerifiedSchema[];
  /** Its sources, each with the file that receives its SQL. */
  readonly exports: readonly PlannedExport[];
  readonly problems: readonly string[];
}

/** A schema as one project verifies it: with all of its sources in the SQL's project, else with the project's own. */
export interface VerifiedSchema extends PlannedSchema {
  /** The project that compiles it. */
  readonly compiledIn: string;
  /** Does this project hold only some of its sources? */
  readonly isPartial: boolean;
}

/** The targets of a project, by name. */
export function targetsOf(share: Share, options: Plan['options']): Record<string, TargetConfiguration> {
  const names = {
    compile: options.compileTargetName ?? 'compile-schema',
    verify: options.verifyTargetName ?? 'verify-schema',
    lint: options.lintTargetName ?? 'lint-schema',
    export: options.exportTargetName ?? 'export-schema',
    watch: options.watchTargetName ?? 'watch-schema',
    testMigrations: options.testMigrationsTargetName ?? 'test-migrations',
  };
  const testMigrations = testMigrationsTarget(share, options);
  return {
    ...(share.compiles.length === 0 ? {} : { [names.compile]: compileTarget(share) }),
    ...(share.compiles.length === 0 ? {} : { [names.lint]: lintTarget(share, options) }),
    [names.verify]: verifyTarget(share, options, names.compile),
    ...(share.exports.length === 0 ? {} : { [names.export]: exportTarget(share) }),
    ...(share.compiles.length === 0 ? {} : { [names.watch]: watchTarget(share, options) }),
    ...(testMigrations === null ? {} : { [names.testMigrations]: testMigrations }),
  };
}

/** Where the compiled form of a canonical file stands; mirrors its path, so that no two files share one. */
export function compiledDirectoryOf(canonical: string): string {
  return `.schema/compiled/${canonical.replace(/\.sql$/i, '')}`;
}

function compileTarget(share: Share): TargetConfiguration<CompileExecutorOptions> {
  const schemas = share.compiles.map((schema) => ({
    canonical: schema.canonical,
    compiled: compiledDirectoryOf(schema.canonical),
    ...serverOf(schema),
  }));
  return {
    executor: compileExecutor,
    cache: true,
    inputs: schemas.map(({ canonical }) => `{workspaceRoot}/${canonical}`),
    outputs: schemas.flatMap(({ compiled }) => [
      `{workspaceRoot}/${compiled}/schema.json`,
      `{workspaceRoot}/${compiled}/places.json`,
    ]),
    options: { schemas, version: verdictVersion, ...withProblems(share) },
    metadata: {
      description: 'Compiles the canonical SQL to schema.json.',
      technologies: technologiesOf(share.compiles),
    },
  };
}

function verifyTarget(
  share: Share,
  options: Plan['options'],
  compile: string,
): TargetConfiguration<VerifyExecutorOptions> {
  const sources = share.verifies.flatMap((schema) => schema.sources);
  const report = `.schema/verify/${share.root === '.' ? 'root' : `in/${share.root}`}`;
  const compiled = share.verifies.map(({ canonical }) => compiledDirectoryOf(canonical));
  return {
    executor: verifyExecutor,
    cache: true,
    dependsOn: dependenciesOf(share, compile),
    inputs: [...verifyInputs(compiled, sources), ...baselineInputs(options)],
    outputs: [`{workspaceRoot}/${report}/findings.json`, `{workspaceRoot}/${report}/report.txt`],
    options: {
      schemas: share.verifies.map(verifiedSchema),
      ...verdictOptions(options),
      report,
      version: verdictVersion,
      ...withProblems(share),
    },
    metadata: { description: descriptionOf(share), technologies: technologiesOf(share.verifies, sources) },
  };
}

/** By directory, since users rename projects; the own project by its target alone. */
function dependenciesOf(share: Share, compile: string): TargetConfiguration['dependsOn'] {
  const roots = [...new Set(share.verifies.map((schema) => schema.compiledIn))].sort();
  return roots.map((root) =>
    root === share.root ? compile : { projects: [`directory:${escapeGlob(root)}`], target: compile },
  );
}

function verifiedSchema({
  canonical,
  sources,
  isPartial,
  ...schema
}: VerifiedSchema): VerifyExecutorOptions['schemas'][number] {
  return {
    canonical,
    compiled: compiledDirectoryOf(canonical),
    ...serverOf(schema),
    sources,
    ...(isPartial ? { isPartial } : {}),
  };
}

function withProblems(share: Share): { problems?: readonly string[] } {
  return share.problems.length === 0 ? {} : { problems: share.problems };
}

function descriptionOf(share: Share): string {
  return share.compiles.length > 0
    ? 'Verifies everything that describes the canonical schema against it: the one verdict.'
    : 'Verifies the models of this project against the canonical schema.';
}

function escapeGlob(path: string): string {
  return path.replace(/[[\]{}()*?!+@\\]/g, '\\$&');
}
