import type { TargetConfiguration } from '@nx/devkit';
import { type DjangoOptions, type Plan, type PythonSource, serverOf } from 'canonical-schema';
import type { TestMigrationsExecutorOptions } from '../executors/test-migrations/executor';
import { verifyInputs } from './target-inputs';
import type { Share } from './targets';
import { technologiesOf } from './technologies';
import { verdictOptions } from './verdict-options';

export const testMigrationsExecutor = '@canonical-schema/nx:test-migrations';

/**
 * Runs the real migrations of the project's Django roots; null where it has none. Never cached: what runs is the
 * project's own code, which may open whatever it likes. The inputs are there for `nx affected`.
 */
export function testMigrationsTarget(
  { verifies, exports: own, problems }: Share,
  options: Plan['options'],
): TargetConfiguration<TestMigrationsExecutorOptions> | null {
  // The SQL's project verifies the sources of other projects, too; each of these tests its own.
  const roots = new Set(own.map(({ source }) => source.root));
  const isOwn = ({ root }: PythonSource) => roots.has(root);
  const tests = verifies.flatMap(({ canonical, sources, ...schema }) =>
    sources.filter(isOwn).flatMap((source) => testOf(source, { canonical, ...serverOf(schema) })),
  );
  if (tests.length === 0) return null;
  const projects = tests.map(({ project }): PythonSource => ({ orm: 'django', ...project }));
  return {
    executor: testMigrationsExecutor,
    cache: false,
    inputs: [
      ...new Set(tests.map(({ schema }) => `{workspaceRoot}/${schema.canonical}`)),
      ...verifyInputs([], projects),
    ],
    options: { tests, ...verdictOptions(options), ...(problems.length === 0 ? {} : { problems }) },
    metadata: {
      description: "Runs Django's real migrations in an empty database and verifies what they leave.",
      technologies: technologiesOf(
        tests.map(({ schema }) => schema),
        projects,
      ),
    },
  };
}

type Test = TestMigrationsExecutorOptions['tests'][number];

function testOf(source: PythonSource, schema: Test['schema']): readonly Test[] {
  if (source.orm !== 'django') return [];
  const { orm: _, ...project }: DjangoOptions & { readonly orm: 'django' } = source;
  return [{ schema, project }];
}
