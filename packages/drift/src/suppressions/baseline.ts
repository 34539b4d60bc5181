import { type Finding, isCode, type Source, SourceFile, type Subject } from '@canonical-schema/schema';
import { compareText } from '../align/pairing';
import { type Judged, suppressed } from './suppress';

/** Findings that a code base had when it adopted the verdict, and that do not fail it: as many of each as then. */
export interface Baseline {
  /** The file's path, for findings about it. */
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
}

/** A finding by what it says of what, wherever that stands by now. */
export interface BaselineEntry {
  readonly code: string;
  readonly departs: Source;
  readonly subject: Subject;
  /** How many such findings there were; absent for one. */
  readonly count?: number;
}

/** The baseline in a file's text; null where it is none that this version wrote. */
export function baselineOf(path: string, text: string): Baseline | null {
  const value = parsed(text);
  if (!isRecord(value) || value.version !== 1 || !Array.isArray(value.findings)) return null;
  const entries = value.findings.filter(isEntry);
  return entries.length === value.findings.length ? { path, entries } : null;
}

/**
 * The text of a baseline with every error and warning of these findings, sorted. Entries of the former one that these
 * findings could not have been among stay: `lint` and `verify` may share a file.
 */
export function baselineText(findings: readonly Finding[], former: Baseline | null, isJudged: Judged): string {
  const entries = new Map<string, BaselineEntry>();
  const others = former?.entries.filter(({ code }) => !isJudged(code)) ?? [];
  // A suppression that suppresses nothing is removed, not adopted.
  const isKnown = ({ code, severity }: Finding) => severity !== 'tolerated' && code !== 'unused-suppression';
  const own = findings.filter(isKnown).map(entryOf);
  for (const entry of [...others, ...own]) {
    const known = entries.get(keyOf(entry));
    const count = (known?.count ?? (known === undefined ? 0 : 1)) + (entry.count ?? 1);
    entries.set(keyOf(entry), count === 1 ? entry : { ...entry, count });
  }
  const sorted = [...entries].sort(([a], [b]) => compareText(a, b)).map(([, entry]) => entry);
  return `${JSON.stringify({ version: 1, findings: sorted }, null, 2)}\n`;
}

/** The findings of several verdicts, with those that the baseline lists tolerated, and what it lists in vain. */
export interface Adopted {
  readonly verdicts: readonly (readonly Finding[])[];
  readonly unused: readonly Finding[];
}

/** Tolerates what the baseline lists, as often as it lists it. */
export function adopt(verdicts: readonly (readonly Finding[])[], baseline: Baseline, isJudged: Judged): Adopted {
  const left = new Map<string, number>();
  for (const entry of baseline.entries) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + (entry.count ?? 1));
  const adopted = verdicts.map((findings) =>
    findings.map((finding) => {
      const key = keyOf(finding);
      const count = left.get(key) ?? 0;
      if (count === 0 || finding.severity === 'tolerated') return finding;
      left.set(key, count - 1);
      return suppressed(finding, 'it is in the baseline.');
    }),
  );
  const idle = baseline.entries.filter((entry) => isJudged(entry.code) && (left.get(keyOf(entry)) ?? 0) > 0);
  return { verdicts: adopted, unused: idle.map((entry) => inVain(entry, baseline.path)) };
}

function inVain({ code, departs, subject }: BaselineEntry, path: string): Finding {
  const { table, column, name } = subject;
  const named = [table, column].filter((part) => part !== undefined).join('.') || (name ?? '');
  const of = named === '' ? '' : ` of ${named}`;
  return {
    code: 'unused-suppression',
    severity: 'warning',
    message: `The baseline lists ${code}${of}, which is no finding any more. Write the baseline again.`,
    subject: { kind: 'file', name: path },
    departs,
    places: [{ source: departs, place: new SourceFile(path, '').start }],
  };
}

const members = ['kind', 'schema', 'table', 'column', 'columns', 'name'] as const;

function entryOf({ code, departs, subject }: Finding): BaselineEntry {
  const known = members.filter((member) => subject[member] !== undefined);
  const ordered = Object.fromEntries(known.map((member) => [member, subject[member]]));
  return { code, departs, subject: ordered as unknown as Subject };
}

function keyOf({ code, departs, subject }: BaselineEntry | Finding): string {
  return JSON.stringify([
    subject.schema ?? '',
    subject.table ?? '',
    code,
    departs,
    ...members.map((member) => subject[member] ?? null),
  ]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value) || !isRecord(value.subject)) return false;
  const isCounted = value.count === undefined || (Number.isInteger(value.count) && Number(value.count) > 0);
  return typeof value.code === 'string' && isCode(value.code) && typeof value.departs === 'string' && isCounted;
}
