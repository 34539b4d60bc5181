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

/** Writes a plan into the tree, and shows it as a patch in a dry run; Nx lists the files. */
export function carryOut(tree: Tree, { files, left, canonical }: ChangePlan): void {
  if (process.env.NX_DRY_RUN === 'true') logger.info(patchOf(files));
  writeToTree(tree, files);
  if (files.length === 0) logger.info(`${canonical}: nothing to change`);
  const findings = left.length === 1 ? '1 finding is left' : `${left.length} findings are left`;
  if (left.length > 0) logger.info(`${findings}; nx run-many -t verify-schema tells them.`);
}

/** Says what a plan does to a database that has rows and users. */
export function warnOf({ hazards }: ChangePlan): void {
  if (hazards.length > 0) logger.warn(hazardsText(hazards));
}
