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
/** An edit that changes no table. Migrations remember some of these all the same, and `makemigrations` would write them. */
interface Cosmetic extends Edit {
  readonly says: string;
  readonly isRemembered?: boolean;
}

const allCosmetics: readonly Cosmetic[] = cosmetics;
const [inSync = [], ...answers] = findingsAfter([...allDrifts, ...allCosmetics].map((edit) => [edit]));

function loud(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return findings.filter(({ severity }) => severity !== 'tolerated');
}

/** What a model says differently from the SQL, no migration says either. */
function isDjangoModel(path: string): boolean {
  return path.startsWith('django_app/') && path.endsWith('models.py');
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
      const expected = new Set([
        code,
        ...also,
        ...(isDjangoModel(path) && code !== 'syntax-error' ? ['missing-migration'] : []),
      ]);
      expect([...new Set(found.map((finding) => finding.code))].sort()).toEqual([...expected].sort());
      const places = found.filter((finding) => finding.code === code).flatMap((finding) => finding.places);
      expect(places).toContainEqual(expect.objectContaining({ path, line: lineOf(path, at) }));
    },
  );
});

describe('a cosmetic edit is silent', () => {
  test.each(allCosmetics.map((edit, at) => [edit.says, edit, answers[allDrifts.length + at] ?? []] as const))(
    '%s',
    (_, { isRemembered = false }, findings) => {
      expect(loud(findings).map(({ code }) => code)).toEqual(isRemembered ? ['missing-migration'] : []);
    },
  );
});
