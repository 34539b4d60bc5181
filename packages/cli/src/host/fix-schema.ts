import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, type Code, type Finding, isFileFault, type TextEdit } from '@canonical-schema/schema';
import { isUnder } from '../disk/fenced-tree';
import { replaceWhole } from '../disk/write-whole';
import type { Host } from './host';
import type { LintRequest } from './lint-schema';
import { lintSchema } from './lint-schema';
import { Refusal } from './refusal';
import type { Reach } from './sources';

/** What fixing one canonical file comes to. */
export interface FixedSchema {
  readonly canonical: string;
  readonly before: string;
  readonly after: string;
  /** The findings whose fixes are in `after`. */
  readonly fixed: readonly Finding[];
  /** Warnings and errors that only a person can mend. */
  readonly left: readonly Finding[];
}

/** The canonical files as they would be with the fixes of these codes, or of all. Writes nothing. */
export async function fixesOfSchemas(
  request: LintRequest,
  codes: readonly Code[],
  host: Host,
  reach: Reach = 'workspace',
): Promise<readonly FixedSchema[]> {
  const { verdicts } = await lintSchema(request, host, reach);
  return verdicts.map(({ canonical, verdict }) => fixed(canonical, verdict.findings, codes, host));
}

/** Writes a fixed file, whole or not at all; nothing outside the host's root, not by a link either. */
export function writeFixed({ canonical, before, after }: FixedSchema, host: Host): void {
  if (before === after) return;
  const real = host.disk.realPathOf(canonical);
  if (!isUnder(real, '.'))
    throw new Refusal(`"${canonical}" leads to "${real}", outside the workspace; mend it there.`);
  const path = join(host.disk.root, real);
  replaceWhole(path, beginsWithMark(path) ? `\uFEFF${after}` : after);
}

function fixed(canonical: string, findings: readonly Finding[], codes: readonly Code[], host: Host): FixedSchema {
  const file = host.disk.read(canonical);
  if (isFileFault(file)) throw new Refusal(`The canonical SQL file could not be read: ${file.why}`);
  const isWanted = ({ code, fix }: Finding) => fix !== undefined && (codes.length === 0 || codes.includes(code));
  const mended = findings.filter(isWanted);
  const edits = mended.flatMap(({ fix = [] }): readonly TextEdit[] => fix);
  const left = findings.filter((finding) => finding.severity !== 'tolerated' && !isWanted(finding));
  return { canonical, before: file.text, after: applyEdits(file.text, edits), fixed: mended, left };
}

/** A byte-order mark is no part of the text, and stays. */
function beginsWithMark(path: string): boolean {
  const bytes = readFileSync(path);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
