import type { Answers } from '../change/answers';
import { type ChangePlan, isBlocked } from '../change/change-plan';
import { writeFiles } from '../disk/write-files';
import type { Host } from '../host/host';
import { Refusal } from '../host/refusal';
import { patchOf } from '../report/patch';
import { hazardsText, obstaclesText, writtenText } from '../report/plan-text';
import { isColoured } from '../report/report';
import { asked, isAnswering } from './ask';
import type { ExitStatus } from './exit-status';

/** The flags that answer questions and say what to do with a plan, as commander names them. */
export interface PlanFlags {
  readonly dryRun?: boolean;
  readonly rename?: readonly string[];
  readonly drop?: readonly string[];
  readonly acceptDataLoss?: boolean;
  readonly app?: readonly string[];
  readonly module?: readonly string[];
  readonly fill?: readonly string[];
}

/** The answers that flags give. */
export function answersOf({ rename, drop, acceptDataLoss, app, module, fill }: PlanFlags): Answers {
  const given = { rename, drop, acceptDataLoss, app, module, fill };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The plan, once somebody at a terminal has answered what it asks; elsewhere as it is. */
export async function answeredPlan(
  plan: (answers: Answers) => Promise<ChangePlan>,
  flags: PlanFlags,
): Promise<ChangePlan> {
  let answers = answersOf(flags);
  for (;;) {
    const planned = await plan(answers);
    if (planned.questions.length === 0 || planned.refused.length > 0 || !isAnswering()) return planned;
    const more = await asked(planned.questions, answers);
    if (more === null) throw new Refusal('Nothing was written.');
    answers = more;
  }
}

/** Says what a plan does and does it; a dry run prints it as a patch instead. */
export async function carryOut(plan: ChangePlan, { dryRun }: PlanFlags, host: Host): Promise<ExitStatus> {
  // A dry run's standard output is a patch, and nothing else.
  const say = (text: string) =>
    (dryRun === true ? process.stderr : process.stdout).write(text === '' ? '' : `${text}\n`);
  say(hazardsText(plan.hazards));
  if (isBlocked(plan)) {
    process.stderr.write(`${await obstaclesText(plan, { colour: isColoured() })}\n`);
    return plan.newFindings.length > 0 ? 1 : 2;
  }
  if (dryRun === true) process.stdout.write(patchOf(plan.files));
  else writeFiles(host.disk.root, plan.files);
  say(writtenText(plan));
  return 0;
}
