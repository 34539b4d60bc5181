import cosmetics from './cosmetic-edits.json';
import drifts from './drifts.json';
import { type Edit, findingsAfter, lineOf, type ReportedFinding } from './guide-workspace';

/** A semantic edit of one source: what it makes `verify` say, and the text on the line that is named for it. */
interface Drift extends Edit {
  readonly says: string;
  readonly code: string;
  /** Where the edited file is named; the edited text itself where absent. */
  readonly at?: string;
  /** Codes that follow from the same edit. */
  readonly also?: readonly string[];
}

const allDrifts: readonly Drift[] = drifts;
const allCosmetics: readonly (Edit & { readonly says: string })[] = cosmetics;
const [inSync = [], ...answers] = findingsAfter([...allDrifts, ...allCosmetics].map((edit) => [edit]));

function loud(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return findings.filter(({ severity }) => severity !== 'tolerated');
}

test('the workspace as it stands is in sync', () => {
  expect(loud(inSync)).toEqual([]);
});

test('at least 40 drifts and 15 cosmetic edits are tried', () => {
  expect(allDrifts.length).toBeGreaterThanOrEqual(40);
  expect(allCosmetics.length).toBeGreaterThanOrEqual(15);
});

describe('a single drift is found by code and place', () => {
  test.each(allDrifts.map((drift, at) => [drift.says, drift, answers[at] ?? []] as const))(
    '%s',
    (_, drift, findings) => {
      const { path, code, at = drift.find, also = [] } = drift;
      const found = loud(findings);
      expect([...new Set(found.map((finding) => finding.code))].sort()).toEqual([code, ...also].sort());
      const places = found.filter((finding) => finding.code === code).flatMap((finding) => finding.places);
      expect(places).toContainEqual(expect.objectContaining({ path, line: lineOf(path, at) }));
    },
  );
});

describe('a cosmetic edit is silent', () => {
  test.each(allCosmetics.map(({ says }, at) => [says, answers[allDrifts.length + at] ?? []] as const))(
    '%s',
    (_, findings) => {
      expect(loud(findings)).toEqual([]);
    },
  );
});
