import { type ChangedFile, EditedTree, type FileEdit } from '@canonical-schema/schema';
import type { HostAt } from '../host/host';
import { hostOver } from '../host/host-over';
import { type ChangePlan, isBlocked } from './change-plan';

/** Plans that are made one after the other, each over what those before it change, as one: all of it is written or nothing. */
export async function joinedPlan<T>(
  all: readonly T[],
  planOne: (one: T, host: HostAt) => Promise<ChangePlan>,
  host: HostAt,
): Promise<ChangePlan> {
  let tree = EditedTree.over(host.disk);
  const plans: ChangePlan[] = [];
  for (const one of all) {
    const plan = await planOne(one, hostOver(host, tree));
    plans.push(plan);
    tree = tree.with(plan.files.map(editOf));
  }
  const whole: ChangePlan = {
    canonical: plans.map(({ canonical }) => canonical).join(', '),
    files: tree.changed(),
    hazards: plans.flatMap(({ hazards }) => hazards),
    refused: plans.flatMap(({ refused }) => refused),
    questions: plans.flatMap(({ questions }) => questions),
    newFindings: plans.flatMap(({ newFindings }) => newFindings),
    mended: plans.flatMap(({ mended }) => mended),
    left: plans.flatMap(({ left }) => left),
  };
  return isBlocked(whole) ? { ...whole, files: [] } : whole;
}

function editOf({ path, before, after }: ChangedFile): FileEdit {
  if (after === null) return { kind: 'delete', path };
  if (before === null) return { kind: 'create', path, text: after };
  return { kind: 'edit', path, edits: [{ span: { start: 0, end: before.length }, text: after }] };
}
