import type { TargetConfiguration } from '@nx/devkit';
import { verdictVersion } from 'canonical-schema';
import type { ExportExecutorOptions } from '../executors/export-schema/executor';
import { verifyInputs } from './target-inputs';
import type { Share } from './targets';
import { technologiesOf } from './technologies';

export const exportExecutor = '@canonical-schema/nx:export-schema';

/** Writes the SQL of the project's models beside the canonical file. Nothing of the canonical file is read for it. */
export function exportTarget({ exports: planned, problems }: Share): TargetConfiguration<ExportExecutorOptions> {
  return {
    executor: exportExecutor,
    cache: true,
    inputs: [
      ...verifyInputs(
        [],
        planned.map(({ source }) => source),
      ),
    ],
    outputs: planned.map(({ file }) => `{workspaceRoot}/${file}`),
    options: { exports: planned, version: verdictVersion, ...(problems.length === 0 ? {} : { problems }) },
    metadata: {
      description: 'Writes what the models would create as SQL, for reference.',
      technologies: technologiesOf(
        planned,
        planned.map(({ source }) => source),
      ),
    },
  };
}
