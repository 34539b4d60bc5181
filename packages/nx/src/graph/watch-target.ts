import type { TargetConfiguration } from '@nx/devkit';
import type { Plan } from 'canonical-schema';
import type { WatchExecutorOptions } from '../executors/watch-schema/executor';
import type { Share } from './targets';
import { technologiesOf } from './technologies';
import { verdictOptions } from './verdict-options';

export const watchExecutor = '@canonical-schema/nx:watch-schema';

/** Runs until it is stopped, on the SQL itself: nothing is compiled for it, and nothing of it is cached. */
export function watchTarget(
  { compiles, problems }: Share,
  options: Plan['options'],
): TargetConfiguration<WatchExecutorOptions> {
  return {
    executor: watchExecutor,
    continuous: true,
    cache: false,
    options: {
      schemas: compiles,
      ...verdictOptions(options),
      ...(problems.length === 0 ? {} : { problems }),
    },
    metadata: {
      description: 'Verifies everything that describes the schema, and again whenever a file changes.',
      technologies: technologiesOf(compiles),
    },
  };
}
