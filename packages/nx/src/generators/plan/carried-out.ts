import { logger, type Tree } from '@nx/devkit';
import {
  type Answers,
  answeredPlan,
  answersOf,
  type ChangePlan,
  hazardsText,
  isBlocked,
  obstaclesText,
  patchOf,
  writtenText,
} from 'canonical-schema';
import { writeToTree } from '../tree/write-to-tree';
import { type AnswerOptions, planFlagsOf } from './answer-options';
import { isAsking } from './is-asking';

/** The plan with what a person answers at a terminal; with what the options answer, where nobody is there. */
export function answered(plan: (answers: Answers) => Promise<ChangePlan>, options: AnswerOptions): Promise<ChangePlan> {
  const flags = planFlagsOf(options);
  return isAsking() ? answeredPlan(plan, flags) : plan(answersOf(flags));
}

/** Throws where something keeps a plan from being written: every refusal, question and new finding, with its remedy. */
export async function refuseBlocked(plan: ChangePlan): Promise<void> {
  if (isBlocked(plan)) throw new Error(await obstaclesText(plan, { colour: false }));
}

/** Says what a plan does to a database, shows it as a patch in a dry run, and writes it into the tree. */
export function carryOut(tree: Tree, plan: ChangePlan): void {
  warnOf(plan);
  if (process.env.NX_DRY_RUN === 'true') logger.info(patchOf(plan.files));
  writeToTree(tree, plan.files);
  if (plan.files.length === 0 || plan.left.length > 0) logger.info(writtenText({ ...plan, files: [] }));
}

/** Says the hazards of a plan. */
export function warnOf({ hazards }: ChangePlan): void {
  if (hazards.length > 0) logger.warn(hazardsText(hazards));
}
