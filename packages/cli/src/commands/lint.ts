import { resolve } from 'node:path';
import { writeWhole } from '../disk/write-whole';
import { defaultBaseOf } from '../host/default-base';
import type { Host } from '../host/host';
import { type LintRequest, lintSchema } from '../host/lint-schema';
import { Refusal } from '../host/refusal';
import { checkOptions } from '../options/plugin-options';
import { findingsText } from '../report/findings-text';
import { lintReportOf } from '../report/lint-report';
import { isColoured } from '../report/report';
import { keepBaseline } from './baseline';
import type { ExitStatus } from './exit-status';
import { given, type SourceFlags, workOf } from './source-flags';
import { type VerifyFlags, verdictOptionsOf } from './verify';

/** The flags that decide what `lint` and `fix` find, as commander names them. */
export interface LintRuleFlags extends SourceFlags, Pick<VerifyFlags, 'rule' | 'strict' | 'maxWarnings'> {
  readonly base?: string;
  readonly guarded?: string;
  readonly comments?: string;
  readonly versionLog?: string;
}

/** The flags of `lint`. */
export interface LintFlags extends LintRuleFlags {
  readonly json?: string;
  readonly explain?: boolean;
  readonly writeBaseline?: string;
}

/** `canonical-schema lint`. */
export async function lint(flags: LintFlags): Promise<ExitStatus> {
  const { host, request } = lintWorkOf(flags);
  if (flags.writeBaseline !== undefined) return adoptFindings(flags.writeBaseline, request, host);
  const outcome = await lintSchema(request, host, 'workspace');
  const json = await findingsText(outcome);
  if (flags.json !== undefined && flags.json !== '-') writeWhole(resolve(flags.json), json);
  const text = await lintReportOf(outcome, { explain: flags.explain ?? false, colour: isColoured() });
  process.stdout.write(flags.json === '-' ? json : text);
  return outcome.failed ? 1 : 0;
}

/** What the flags ask to be linted. */
export function lintWorkOf(flags: LintRuleFlags): { readonly host: Host; readonly request: LintRequest } {
  const { host, plan } = workOf(flags, verdictOptionsOf(flags));
  const { schemas, options } = plan();
  const { guarded, comments, versionLog } = flags;
  const said = checkOptions({ lint: given({ guarded, comments, versionLog }) });
  if (said.mistakes.length > 0) throw new Refusal(said.mistakes.join('\n'));
  const base = options.base ?? defaultBaseOf(host);
  const request: LintRequest = {
    ...options,
    schemas,
    lint: { ...options.lint, ...said.options.lint },
    ...(base === undefined ? {} : { base }),
    ...(flags.base === undefined ? {} : { namedBase: flags.base }),
  };
  return { host, request };
}

async function adoptFindings(path: string, { baseline: _, ...request }: LintRequest, host: Host): Promise<ExitStatus> {
  const { findings } = await lintSchema(request, host, 'workspace');
  return keepBaseline(path, findings, 'lint', request, host);
}
