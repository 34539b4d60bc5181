import { resolve } from 'node:path';
import { isFileFault } from '@canonical-schema/schema';
import type { Tree } from '@nx/devkit';
import {
  type Answers,
  asked,
  type ChangePlan,
  explanationOf,
  type HostAt,
  momentOf,
  planChange,
  Refusal,
  type RequestedChange,
} from 'canonical-schema';
import { answered, carryOut, refuseBlocked, warnOf } from '../plan/carried-out';
import { isAsking } from '../plan/is-asking';
import { schemaNamed, workspacePlan } from '../plan/workspace-plan';
import { hostOfTree } from '../tree/tree-host';
import type { ChangeOptions } from './change-options';
import { lossQuestionOf } from './loss-question';
import { type ChangeName, requestOfOptions } from './request-of-options';

/** The generator of one kind of change; of a change file alone, where the kind is null. */
export function changeGenerator(name: ChangeName | null): (tree: Tree, options: ChangeOptions) => Promise<void> {
  return async (tree, options) => {
    try {
      const host = hostOfTree(tree);
      const change = await changeAskedFor(name, options, host);
      const plan = await planned(change, options, host);
      await refuseBlocked(plan);
      warnOf(plan);
      await confirmLosses(plan, name, options);
      carryOut(tree, plan);
    } catch (error) {
      throw error instanceof Refusal ? new Error(explanationOf(error)) : error;
    }
  };
}

async function changeAskedFor(name: ChangeName | null, options: ChangeOptions, host: HostAt): Promise<RequestedChange> {
  const { from } = options;
  if (from !== undefined && from !== '') {
    const file = host.disk.read(changeFile(from, host));
    if (isFileFault(file)) throw new Refusal(`The change file could not be read: ${file.why}`);
    return { kind: 'file', path: from, sql: file.text };
  }
  if (name === null) throw new Refusal('Name the file of statements: nx g @canonical-schema/nx:change changes.sql.');
  return { kind: 'requests', requests: [await requestOfOptions(name, options)] };
}

/** The path as the person who gave it means it: from where they are, else from the workspace's root. */
function changeFile(from: string, host: HostAt): string {
  const near = host.disk.pathOf(resolve(from));
  return host.disk.kindOf(near) === 'file' ? near : from;
}

function planned(change: RequestedChange, options: ChangeOptions, host: HostAt): Promise<ChangePlan> {
  const { schemas, options: configured } = workspacePlan(host);
  const placement = options.inline === true ? 'inline' : configured.placement;
  const request = {
    ...{ change, schema: schemaNamed(options.schema, schemas, host), verdict: configured, ...momentOf() },
    ...(configured.lint === undefined ? {} : { lint: configured.lint }),
    ...(placement === undefined ? {} : { placement }),
  };
  return answered((answers: Answers) => planChange({ ...request, answers }, host), options);
}

/** Whoever drops something by its name knows that it goes; in a terminal even they are asked once. */
async function confirmLosses(plan: ChangePlan, name: ChangeName | null, options: ChangeOptions): Promise<void> {
  const question = lossQuestionOf(plan, options);
  if (question === null || process.env.NX_DRY_RUN === 'true') return;
  if (isAsking()) {
    if ((await asked([question], {})) === null) throw new Refusal('Nothing was written.');
    return;
  }
  if (name?.startsWith('drop-')) return;
  throw new Refusal(`${question.message} Say --accept-data-loss if it may go. Nothing was written.`);
}
