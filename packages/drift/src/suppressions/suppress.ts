import { type Finding, isCode, type Source, type Suppression } from '@canonical-schema/schema';
import { isCovered } from './suppressions-in';

/** A suppression and the source whose file holds it. */
export interface SourcedSuppression {
  readonly source: Source;
  readonly suppression: Suppression;
}

/** Which findings could have been made: what suppresses any other is not called unused. */
export type Judged = (code: string) => boolean;

/** The same, where it depends on the source whose comment it is. */
export type JudgedFor = (code: string, sourced: SourcedSuppression) => boolean;

/**
 * The findings with those suppressed that a comment at one of their places names: tolerated, with the reason. A comment
 * that suppresses nothing, gives no reason or names no code is a finding of its own.
 */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly SourcedSuppression[],
  isJudged: JudgedFor,
): readonly Finding[] {
  if (suppressions.length === 0) return findings;
  const byPath = new Map<string, SourcedSuppression[]>();
  for (const sourced of suppressions) {
    const { path } = sourced.suppression.places[0];
    byPath.set(path, [...(byPath.get(path) ?? []), sourced]);
  }
  const used = new Set<string>();
  const left = findings.map((finding) => {
    const found = finding.places
      .flatMap(({ place }) => (byPath.get(place.path) ?? []).map(({ suppression }) => ({ suppression, place })))
      .filter(
        ({ suppression, place }) =>
          honours(suppression, finding.code) && isCovered(suppression, place.path, place.span),
      );
    for (const { suppression } of found) used.add(useOf(suppression, finding.code));
    const because = found[0]?.suppression.because ?? null;
    return because === null ? finding : suppressed(finding, because);
  });
  return [...left, ...suppressions.flatMap((sourced) => complaints(sourced, used, isJudged))];
}

/** The finding as one that somebody knows of, and why. It no longer fails anything, and needs no fix and no repair. */
export function suppressed({ fix: _, repair: __, ...finding }: Finding, because: string): Finding {
  return { ...finding, severity: 'tolerated', message: `${finding.message} Suppressed: ${because}` };
}

function honours({ codes, because }: Suppression, code: string): boolean {
  return because !== null && codes.includes(code);
}

function useOf({ places: [{ path, span }] }: Suppression, code: string): string {
  return `${path}\u0000${span.start}\u0000${code}`;
}

function complaints(sourced: SourcedSuppression, used: ReadonlySet<string>, isJudged: JudgedFor): Finding[] {
  const { source, suppression } = sourced;
  const { codes, because, places } = suppression;
  const finding = (message: string): Finding => ({
    ...{ code: 'unused-suppression', severity: 'warning', message, departs: source },
    subject: { kind: 'file', name: places[0].path },
    places: [{ source, place: places[0] }],
  });
  const unknown = codes.filter((code) => !isCode(code));
  const strange = unknown.map((code) =>
    finding(`The suppression names "${code}", which is no finding code. Correct it.`),
  );
  const known = codes.filter((code) => isCode(code) && isJudged(code, sourced));
  if (because === null) {
    const list = known.join(', ');
    const message = `The suppression of ${list} gives no reason and suppresses nothing. Say why: schema: ignore ${list} because ….`;
    return known.length === 0 ? strange : [...strange, finding(message)];
  }
  const idle = known.filter((code) => !used.has(useOf(suppression, code)));
  return [...strange, ...idle.map((code) => finding(`Nothing here is ${code}. Remove the suppression.`))];
}
