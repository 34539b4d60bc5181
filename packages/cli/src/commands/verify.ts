import { resolve } from 'node:path';
import { memoryOf } from '../cache/remembered';
import { rememberedVerdict } from '../cache/remembered-verdict';
import { writeWhole } from '../disk/write-whole';
import type { Host } from '../host/host';
import { withRuntimeReadings } from '../host/self-check';
import { type VerifyRequest, verifySchema } from '../host/verify-schema';
import { findingsText } from '../report/findings-text';
import { problemsText } from '../report/problems-text';
import { isColoured, reportOf } from '../report/report';
import { selfCheckText } from '../report/self-check-text';
import { keepBaseline } from './baseline';
import type { ExitStatus } from './exit-status';
import { type ScratchFlags, scratchFor } from './scratch-flags';
import { given, type SourceFlags, workOf } from './source-flags';

/** The flags of `verify`, as commander names them. */
export interface VerifyFlags extends SourceFlags, ScratchFlags {
  readonly rule?: readonly string[];
  readonly strict?: boolean;
  readonly maxWarnings?: string;
  readonly json?: string;
  readonly explain?: boolean;
  readonly writeBaseline?: string;
  /** True where the flag has no URL: then `DATABASE_URL` says it. */
  readonly database?: string | true;
  readonly runtime?: boolean;
  readonly selfCheck?: boolean;
  readonly problems?: boolean;
  /** False for `--no-cache`. */
  readonly cache?: boolean;
}

/** `canonical-schema verify`. */
export async function verify(flags: VerifyFlags): Promise<ExitStatus> {
  const { host, plan } = workOf(flags, verdictOptionsOf(flags));
  const { schemas, options } = plan();
  const database = databaseOf(flags);
  if (flags.writeBaseline !== undefined) {
    const { baseline: _, ...request } = options;
    const { findings } = await verifySchema({ ...request, ...database, schemas }, host, 'workspace');
    return keepBaseline(flags.writeBaseline, findings, 'verify', request, host);
  }
  const request = { ...options, ...database, schemas };
  const { outcome, checks } = await verified(request, flags, host);
  const json = await findingsText(outcome);
  if (flags.json !== undefined && flags.json !== '-') writeWhole(resolve(flags.json), json);
  const style = { explain: flags.explain ?? false, colour: isColoured() };
  const text = flags.problems ? problemsText(outcome) : await reportOf(outcome, style);
  process.stdout.write(flags.json === '-' ? json : text);
  if (flags.selfCheck) (flags.json === '-' ? process.stderr : process.stdout).write(selfCheckText(checks));
  const isWrong = flags.selfCheck === true && checks.some(({ disagreements }) => disagreements.length > 0);
  return outcome.failed || isWrong ? 1 : 0;
}

/** The verdict over what the text says; or, where a flag asks for it, over what the real ORMs make of it. */
async function verified(request: VerifyRequest, flags: VerifyFlags, host: Host) {
  if (!flags.runtime && !flags.selfCheck) {
    const memory = flags.cache === false ? null : memoryOf(host);
    return { outcome: await rememberedVerdict(request, host, 'workspace', memory), checks: [] };
  }
  const { result, checks } = await withRuntimeReadings(host, scratchFor(request.schemas, flags), (readings) =>
    verifySchema(request, host, 'workspace', readings),
  );
  const outcome = flags.runtime ? result : await verifySchema(request, host, 'workspace');
  return { outcome, checks };
}

function databaseOf({ database, timeout }: VerifyFlags): Pick<VerifyRequest, 'database'> {
  if (database === undefined) return {};
  return { database: { ...(database === true ? {} : { url: database }), ...(timeout ? { timeout } : {}) } };
}

/** The options that decide severities, as far as flags say them. */
export function verdictOptionsOf(flags: Pick<VerifyFlags, 'rule' | 'strict' | 'maxWarnings'>): Record<string, unknown> {
  return given({
    rules: flags.rule === undefined ? undefined : Object.fromEntries(flags.rule.map(ruleOf)),
    strict: flags.strict,
    maxWarnings: flags.maxWarnings === undefined ? undefined : numberOf(flags.maxWarnings),
  });
}

function ruleOf(rule: string): [string, string] {
  const [code = '', level = ''] = rule.split('=');
  return [code, level];
}

function numberOf(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}
