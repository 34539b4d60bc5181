import { resolve } from 'node:path';
import { writeWhole } from '../disk/write-whole';
import { type VerifyRequest, verifySchema } from '../host/verify-schema';
import { findingsText } from '../report/findings-text';
import { isColoured, reportOf } from '../report/report';
import { keepBaseline } from './baseline';
import type { ExitStatus } from './exit-status';
import { given, type SourceFlags, workOf } from './source-flags';

/** The flags of `verify`, as commander names them. */
export interface VerifyFlags extends SourceFlags {
  readonly rule?: readonly string[];
  readonly strict?: boolean;
  readonly maxWarnings?: string;
  readonly json?: string;
  readonly explain?: boolean;
  readonly writeBaseline?: string;
  /** True where the flag has no URL: then `DATABASE_URL` says it. */
  readonly database?: string | true;
  readonly timeout?: string;
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
  const outcome = await verifySchema({ ...options, ...database, schemas }, host, 'workspace');
  const json = await findingsText(outcome);
  if (flags.json !== undefined && flags.json !== '-') writeWhole(resolve(flags.json), json);
  const text = await reportOf(outcome, { explain: flags.explain ?? false, colour: isColoured() });
  process.stdout.write(flags.json === '-' ? json : text);
  return outcome.failed ? 1 : 0;
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
