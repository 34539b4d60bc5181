import { type Code, isCode } from '@canonical-schema/schema';
import { type ChangePlan, isBlocked } from '../change/change-plan';
import { joinedPlan } from '../change/joined-plan';
import { planSync } from '../change/plan-sync';
import { momentOf } from '../host/clock';
import { type FixedSchema, fixesOfSchemas, writeFixed } from '../host/fix-schema';
import type { Host } from '../host/host';
import type { LintRequest } from '../host/lint-schema';
import { Refusal } from '../host/refusal';
import { patchOf } from '../report/patch';
import { answeredPlan, carryOut, type PlanFlags } from './carry-out';
import type { ExitStatus } from './exit-status';
import { type LintRuleFlags, lintWorkOf } from './lint';

/** The flags of `fix`, as commander names them. */
export interface FixFlags extends LintRuleFlags, PlanFlags {}

/**
 * `canonical-schema fix`: what lint finds, and by their codes findings of verify. Every file is fixed in memory before the
 * first is written.
 */
export async function fix(names: readonly string[], flags: FixFlags): Promise<ExitStatus> {
  const { lints } = await import('@canonical-schema/sql');
  const codes = names.map(codeNamed);
  const isLint = (code: Code) => lints.some((lint) => lint.code === code);
  const { host, request } = lintWorkOf(flags);
  const planned = await repairsBy(
    codes.filter((code) => !isLint(code)),
    flags,
    request,
    host,
  );
  if (planned !== null && isBlocked(planned)) return carryOut(planned, flags, host);
  const isAboutSql = codes.length === 0 || codes.some(isLint);
  const schemas = isAboutSql ? await fixesOfSchemas(request, codes, host) : [];
  if (flags.dryRun !== true) writeFixed(schemas, host);
  for (const schema of schemas) {
    if (flags.dryRun === true) process.stdout.write(patchOf([{ ...schema, path: schema.canonical }]));
    // A dry run's standard output is a patch, and nothing else.
    const stream = flags.dryRun === true ? process.stderr : process.stdout;
    stream.write(`${lineOf(schema)}\n`);
  }
  const status = planned === null ? 0 : await carryOut(planned, flags, host);
  return schemas.some(({ left }) => left.some(({ severity }) => severity === 'error')) ? 1 : status;
}

/** What mends findings of verify; null where none of their codes is named, for then only the SQL file is meant. */
async function repairsBy(
  codes: readonly Code[],
  flags: FixFlags,
  { schemas, ...options }: LintRequest,
  host: Host,
): Promise<ChangePlan | null> {
  if (codes.length === 0) return null;
  const moment = momentOf();
  const { lint } = options;
  const given = { verdict: options, codes, ...moment, ...(lint === undefined ? {} : { lint }) };
  return answeredPlan(
    (answers) => joinedPlan(schemas, (schema, over) => planSync({ ...given, schema, answers }, over), host),
    flags,
  );
}

function codeNamed(name: string): Code {
  if (isCode(name)) return name;
  throw new Refusal(`"${name}" is no finding code; name one that lint or verify has reported, such as not-idempotent.`);
}

function lineOf({ canonical, fixed, left }: FixedSchema): string {
  const byCode = new Map<string, number>();
  for (const { code } of fixed) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  const counts = [...byCode].map(([code, count]) => `${count} ${code}`).join(', ');
  const rest = left.length === 0 ? '' : `; ${left.length} left, see canonical-schema lint`;
  return `${canonical}: ${counts === '' ? 'nothing to fix' : `${counts} fixed`}${rest}`;
}
