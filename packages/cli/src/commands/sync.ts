import type { Answers } from '../change/answers';
import { type ChangePlan, isBlocked } from '../change/change-plan';
import { joinedPlan } from '../change/joined-plan';
import { planSync } from '../change/plan-sync';
import { momentOf } from '../host/clock';
import { answeredPlan, answersOf, carryOut, type PlanFlags } from './carry-out';
import type { ExitStatus } from './exit-status';
import { type SourceFlags, workOf } from './source-flags';
import { type VerifyFlags, verdictOptionsOf } from './verify';

/** The flags of `sync`, as commander names them. */
export interface SyncFlags extends SourceFlags, PlanFlags, Pick<VerifyFlags, 'rule' | 'strict' | 'maxWarnings'> {
  readonly check?: boolean;
}

/** `canonical-schema sync`: 1 where findings at error level stay, and with `--check` where anything would change. */
export async function sync(flags: SyncFlags): Promise<ExitStatus> {
  const { host, plan } = workOf(flags, verdictOptionsOf(flags));
  const { schemas, options } = plan();
  const moment = momentOf();
  const planned = (answers: Answers): Promise<ChangePlan> =>
    joinedPlan(
      schemas,
      (schema, over) =>
        planSync(
          { schema, verdict: options, answers, ...moment, ...(options.lint ? { lint: options.lint } : {}) },
          over,
        ),
      host,
    );
  if (flags.check !== true) {
    const answered = await answeredPlan(planned, flags);
    const status = await carryOut(answered, flags, host);
    return status === 0 && hasErrors(answered) ? 1 : status;
  }
  const checked = await planned(answersOf(flags));
  await carryOut(checked, { dryRun: true }, host);
  return isBlocked(checked) || checked.files.length > 0 || hasErrors(checked) ? 1 : 0;
}

function hasErrors({ left }: ChangePlan): boolean {
  return left.some(({ severity }) => severity === 'error');
}
