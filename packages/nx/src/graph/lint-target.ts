import type { TargetConfiguration } from '@nx/devkit';
import { type Plan, serverOf, verdictVersion } from 'canonical-schema';
import type { LintExecutorOptions } from '../executors/lint-schema/executor';
import { baseInput, baselineInputs, verifyInputs } from './target-inputs';
import type { Share } from './targets';
import { technologiesOf } from './technologies';
import { verdictOptions } from './verdict-options';

export const lintExecutor = '@canonical-schema/nx:lint-schema';

/**
 * Holds the project's canonical files to their own rules. Some of them look at the base revision, which is no file: what
 * they see of it is an input of its own.
 */
export function lintTarget(share: Share, options: Plan['options']): TargetConfiguration<LintExecutorOptions> {
  const { compiles, problems, root } = share;
  const { lint, base } = options;
  const report = `.schema/lint/${root === '.' ? 'root' : `in/${root}`}`;
  return {
    executor: lintExecutor,
    cache: true,
    inputs: [
      ...compiles.map(({ canonical }) => `{workspaceRoot}/${canonical}`),
      ...verifyInputs(
        [],
        compiles.flatMap(({ sources }) => sources),
      ),
      ...baselineInputs(options),
      baseInput(base, compiles),
    ],
    outputs: [`{workspaceRoot}/${report}/findings.json`, `{workspaceRoot}/${report}/report.txt`],
    options: {
      schemas: compiles.map((schema) => ({
        canonical: schema.canonical,
        ...serverOf(schema),
        sources: schema.sources,
      })),
      ...verdictOptions(options),
      ...(lint === undefined ? {} : { lint }),
      ...(base === undefined ? {} : { base }),
      report,
      version: verdictVersion,
      ...(problems.length === 0 ? {} : { problems }),
    },
    metadata: { description: 'Holds the canonical SQL to its own rules.', technologies: technologiesOf(compiles) },
  };
}
