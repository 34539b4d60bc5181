import { applyEdits, type Code, type Finding, isFileFault, type TextEdit } from '@canonical-schema/schema';
import { writeFiles } from '../disk/write-files';
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

/** Writes the fixed files, all of them or none; nothing outside the host's root, not by a link either. */
export function writeFixed(schemas: readonly FixedSchema[], host: Host): void {
  const changed = schemas.filter(({ before, after }) => before !== after);
  writeFiles(
    host.disk.root,
    changed.map(({ canonical, before, after }) => ({ path: canonical, before, after })),
  );
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
