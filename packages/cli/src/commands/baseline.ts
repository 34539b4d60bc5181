import { resolve } from 'node:path';
import type { Finding } from '@canonical-schema/schema';
import type { Host } from '../host/host';
import { type Run, writeBaseline } from '../host/known-findings';
import type { VerdictOptions } from '../options/plugin-options';
import type { ExitStatus } from './exit-status';

/** Carries out `--write-baseline`: what was found is known from now on, and fails nothing. */
export async function keepBaseline(
  path: string,
  findings: readonly Finding[],
  run: Run,
  options: VerdictOptions,
  host: Host,
): Promise<ExitStatus> {
  await writeBaseline(host.disk.pathOf(resolve(path)), findings, run, options, host);
  process.stdout.write(`${path}: written. Name the file with --baseline, or in the option "baseline".\n`);
  return 0;
}
