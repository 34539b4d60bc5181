import type { Tree } from '@nx/devkit';
import {
  type Answers,
  type ChangePlan,
  explanationOf,
  joinedPlan,
  momentOf,
  obstaclesText,
  planSync,
  Refusal,
} from 'canonical-schema';
import type { AnswerOptions } from '../plan/answer-options';
import { answered, carryOut, refuseBlocked, warnOf } from '../plan/carried-out';
import { schemaNamed, workspacePlan } from '../plan/workspace-plan';
import { hostOfTree } from '../tree/tree-host';
import { writeToTree } from '../tree/write-to-tree';

/** The options of `nx g @canonical-schema/nx:sync`. */
export interface SyncOptions extends AnswerOptions {
  /** The canonical file to follow, where there are several; all if not given. */
  readonly schema?: string;
}

/** What `nx sync` and `nx sync:check` are told where something lags behind. */
export interface OutOfSync {
  readonly outOfSyncMessage: string;
  readonly outOfSyncDetails: string[];
}

/**
 * Makes the models and migrations follow the canonical files. Under `nx sync`, which gives no options, nothing is asked:
 * what needs a person fails with the command that answers it.
 */
export default async function sync(tree: Tree, options?: SyncOptions): Promise<OutOfSync | undefined> {
  try {
    const plan = await planned(tree, options);
    return options === undefined ? await underNxSync(tree, plan) : await generated(tree, plan);
  } catch (error) {
    throw error instanceof Refusal ? new Error(explanationOf(error)) : error;
  }
}

function planned(tree: Tree, options: SyncOptions | undefined): Promise<ChangePlan> {
  const host = hostOfTree(tree);
  const { schemas, options: configured } = workspacePlan(host);
  const wanted = options?.schema === undefined ? schemas : [schemaNamed(options.schema, schemas, host)];
  const shared = { verdict: configured, ...momentOf(), ...(configured.lint ? { lint: configured.lint } : {}) };
  const plan = (answers: Answers) =>
    joinedPlan(wanted, (schema, over) => planSync({ ...shared, schema, answers }, over), host);
  return options === undefined ? plan({}) : answered(plan, options);
}

async function generated(tree: Tree, plan: ChangePlan): Promise<undefined> {
  await refuseBlocked(plan);
  warnOf(plan);
  carryOut(tree, plan);
  return undefined;
}

async function underNxSync(tree: Tree, plan: ChangePlan): Promise<OutOfSync | undefined> {
  const obstacles = await obstaclesText(plan, { colour: false });
  if (obstacles !== '') {
    const answer = plan.questions.length === 0 ? '' : ' with the flags that answer the questions';
    throw new Error(`${obstacles}\nRun nx g @canonical-schema/nx:sync${answer}.`);
  }
  if (plan.files.length === 0) return undefined;
  writeToTree(tree, plan.files);
  return {
    outOfSyncMessage: `The models or migrations lag behind ${plan.canonical}.`,
    outOfSyncDetails: plan.mended.map(({ message }) => message),
  };
}
