import type { Finding, Hazard, Refused } from '@canonical-schema/schema';
import { changedFindings } from '../watch/changed-findings';
import type { ChangePlan } from './change-plan';
import { columnLabel } from './losses';
import type { PlannedState } from './planned-state';
import type { Question } from './question';
import type { Rename } from './renames';

/** What planning came to, before it is judged. */
export interface Planning {
  readonly canonical: string;
  readonly start: PlannedState;
  readonly end: PlannedState;
  readonly hazards: readonly Hazard[];
  readonly refused: readonly Refused[];
  readonly questions: readonly Question[];
  /** What was found under an old name is not new under its new one. */
  readonly renames: readonly Rename[];
}

/** The plan, with what it does to the verdict. Nothing is judged where something is refused or has to be asked first. */
export async function completedPlan(planning: Planning): Promise<ChangePlan> {
  const { canonical, start, end, hazards, refused, questions, renames } = planning;
  const before = await start.verdict();
  if (refused.length > 0 || questions.length > 0) {
    const left = weighty(before.findings);
    return { canonical, files: [], hazards, refused, questions, newFindings: [], mended: [], left };
  }
  const after = await end.verdict();
  const newFindings = newFindingsIn(before.findings, after.findings, renames);
  const { went } = changedFindings(before.findings, after.findings);
  const left = weighty(after.findings).filter((finding) => !newFindings.includes(finding));
  const files = newFindings.length > 0 ? [] : end.tree.changed();
  return { canonical, files, hazards, refused, questions, newFindings, mended: went, left };
}

/** The errors and warnings of a later verdict that an earlier one had not; a suppression that is idle by now is no harm. */
export function newFindingsIn(
  before: readonly Finding[],
  after: readonly Finding[],
  renames: readonly Rename[],
): readonly Finding[] {
  const appeared = changedFindings(before, after).appeared.filter(({ code }) => code !== 'unused-suppression');
  if (renames.length === 0) return appeared;
  // The sentences have other names in them: here it is the code and the thing that count.
  const known = new Set(before.map((finding) => thingOf(finding, renames)));
  return appeared.filter((finding) => !known.has(thingOf(finding, [])));
}

function thingOf({ code, departs, subject }: Finding, renames: readonly Rename[]): string {
  const { schema = 'public', table = '', column, columns } = subject;
  const renamedColumn = (name: string) => newColumnName(columnLabel({ schema, name: table }, name), name, renames);
  const columnNames = column === undefined ? columns : [column];
  const to = newTable({ schema, name: table }, renames);
  return JSON.stringify([
    code,
    departs,
    subject.kind,
    to.schema,
    to.name,
    columnNames?.map(renamedColumn),
    subject.name,
  ]);
}

function newColumnName(label: string, name: string, renames: readonly Rename[]): string {
  const rename = renames.find(
    (each) => each.kind === 'rename-column' && columnLabel(each.table, each.column) === label,
  );
  return rename?.kind === 'rename-column' ? rename.to : name;
}

function newTable(ref: { readonly schema: string; readonly name: string }, renames: readonly Rename[]) {
  const rename = renames.find(
    ({ kind, table }) => kind === 'rename-table' && table.name === ref.name && table.schema === ref.schema,
  );
  return rename?.kind === 'rename-table' ? rename.to : ref;
}

function weighty(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'tolerated');
}
