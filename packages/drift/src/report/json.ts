import type { Finding, Severity, Source, SourcedPlace, Subject } from '@canonical-schema/schema';
import type { Summary, Verdict } from '../verdict';

/** The file that `verify --json` writes; `contracts/findings.schema.json` fixes its shape. */
export interface FindingsJson {
  readonly version: 1;
  readonly summary: Summary;
  readonly findings: readonly FindingJson[];
}

/** One finding in that file. */
export interface FindingJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly subject: Subject;
  readonly departs: Source;
  readonly canonical?: unknown;
  readonly actual?: unknown;
  readonly places: readonly PlaceJson[];
  /** The page about the code, as Node resolves it: `@canonical-schema/drift/docs/column-type.md`. */
  readonly help: string;
}

/** Where a side of a finding stands. */
export interface PlaceJson {
  readonly source: Source;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A verdict as JSON: the same bytes for the same verdict. */
export function findingsJson({ summary, findings }: Verdict): FindingsJson {
  return { version: 1, summary, findings: findings.map(findingJson) };
}

function findingJson(finding: Finding): FindingJson {
  const { code, severity, message, subject, departs, canonical, actual } = finding;
  return {
    ...{ code, severity, message, subject, departs },
    ...(canonical === undefined ? {} : { canonical }),
    ...(actual === undefined ? {} : { actual }),
    places: finding.places.map(placeJson),
    help: helpPage(code),
  };
}

function placeJson({ source, place: { path, line, column } }: SourcedPlace): PlaceJson {
  return { source, path, line, column };
}

/** The documentation page of a code, as a path that Node's resolution finds in an installed package. */
export function helpPage(code: Finding['code']): string {
  return `@canonical-schema/drift/docs/${code}.md`;
}
