import {
  compileReading,
  emptySchema,
  type Finding,
  type Reading,
  readingOfCompiled,
  SourceFile,
} from '@canonical-schema/schema';
import {
  adopt,
  baselineOf,
  baselineText,
  mayHoldSuppressions,
  suppress,
  suppressionsIn,
  withSuppressions,
} from '../src';

/** The comments of a text in which nothing else looks like one. */
function commentsIn(text: string) {
  return [...text.matchAll(/(?:--|#).*/g)].map(({ index, 0: { length } }) => ({
    span: { start: index, end: index + length },
  }));
}

/** A finding about each place in the file where its code stands between brackets: `[column-type]`. */
function findingsIn(file: SourceFile): Finding[] {
  return [...file.text.matchAll(/\[([\w-]+)\]/g)].map(({ index, 0: { length }, 1: code }) => ({
    code: code as Finding['code'],
    severity: 'error',
    message: 'It differs.',
    subject: {
      kind: 'column',
      schema: 'public',
      table: 't',
      column: `at${file.placeOf({ start: index, end: index }).line}`,
    },
    departs: 'django-models',
    places: [{ source: 'django-models', place: file.placeOf({ start: index, end: index + length }) }],
  }));
}

function suppressedIn(text: string, isJudged: (code: string) => boolean = () => true): string[] {
  const file = new SourceFile('models.py', text);
  const suppressions = suppressionsIn(file, commentsIn(text));
  const sourced = suppressions.map((suppression) => ({ source: 'django-models' as const, suppression }));
  return suppress(findingsIn(file), sourced, isJudged).map(
    ({ code, severity, message, places }) => `${places[0]?.place.line} ${severity} ${code}: ${message}`,
  );
}

test('a comment beside the line or above it suppresses, with its reason, and no other line', () => {
  expect(
    suppressedIn(
      [
        'a = [column-type]  # schema: ignore column-type because the importer writes it',
        'b = [column-type]',
        '# schema: ignore nullability, column-type because of history',
        '# another comment',
        'c = [column-type] [nullability]',
        '# schema: ignore default because a blank line lies between',
        '',
        'd = [default]',
        '  # schema: ignore missing-column because decorators are part of the class',
        '  @decorated',
        '  class E:  # [missing-column]',
      ].join('\n'),
    ),
  ).toEqual([
    '1 tolerated column-type: It differs. Suppressed: the importer writes it',
    '2 error column-type: It differs.',
    '5 tolerated column-type: It differs. Suppressed: of history',
    '5 tolerated nullability: It differs. Suppressed: of history',
    '8 error default: It differs.',
    '11 tolerated missing-column: It differs. Suppressed: decorators are part of the class',
    '6 warning unused-suppression: Nothing here is default. Remove the suppression.',
  ]);
});

test('a suppression without a reason, of no code, or of nothing is a finding', () => {
  expect(
    suppressedIn(
      [
        'a = [column-type]  # schema: ignore column-type',
        'b = [column-type]  # schema: ignore colunm-type because of a slip',
        'c = 1  # schema: ignore nullability because it was NULL once',
        'd = 1  # schema: ignore not-idempotent because lint alone finds it',
      ].join('\n'),
      (code) => code !== 'not-idempotent',
    ),
  ).toEqual([
    '1 error column-type: It differs.',
    '2 error column-type: It differs.',
    '1 warning unused-suppression: The suppression of column-type gives no reason and suppresses nothing. Say why: schema: ignore column-type because ….',
    '2 warning unused-suppression: The suppression names "colunm-type", which is no finding code. Correct it.',
    '3 warning unused-suppression: Nothing here is nullability. Remove the suppression.',
  ]);
});

test('a file without the words is known by a look at its text', () => {
  expect(mayHoldSuppressions('-- schema: ignore x')).toBe(true);
  expect(mayHoldSuppressions('-- Schema:Ignore x')).toBe(true);
  expect(mayHoldSuppressions('-- ignore the schema')).toBe(false);
});

describe('in a compiled reading', () => {
  const readingOf = (text: string): Reading => {
    const file = new SourceFile('schema.sql', text);
    const others = [...text.matchAll(/\w+(?=;)/g)].map(({ index, 0: name }) => ({
      kind: 'view',
      schema: 'public',
      name,
      place: file.placeOf({ start: index, end: index + name.length }),
    }));
    const reading: Reading = {
      ...{ source: 'canonical', dialect: 'postgresql', unread: [], remarks: [], assumed: {} },
      schema: { ...emptySchema, others },
    };
    return withSuppressions(reading, suppressionsIn(file, commentsIn(text)));
  };
  const schemaOf = (text: string) => compileReading(readingOf(text)).schema;
  const comment = '-- schema: ignore missing-table because it is new';

  test('moving the text changes nothing, moving the suppression to another object does', () => {
    expect(schemaOf(`a; ${comment}\nb;`)).toBe(schemaOf(`\n\n  a;   ${comment}\n\nb;`));
    expect(schemaOf(`a; ${comment}\nb;`)).not.toBe(schemaOf(`a;\nb; ${comment}`));
    expect(schemaOf(`a;\nb;`)).not.toContain('suppressions');
  });

  test('it comes back whole', () => {
    const reading = readingOf(`a; ${comment}\nb;`);
    expect(readingOfCompiled(compileReading(reading))).toEqual(reading);
    expect(reading.suppressions?.[0]?.covers).toEqual(['/others public a']);
  });
});

describe('a baseline', () => {
  const findings = findingsIn(new SourceFile('models.py', 'a = [column-type]\nb = [nullability] [nullability]\n'));
  const text = baselineText(findings, null, () => true);

  test('is the same text for the same findings in any order', () => {
    expect(baselineText([...findings].reverse(), null, () => true)).toBe(text);
    expect(JSON.parse(text).findings).toMatchObject([{ code: 'column-type' }, { code: 'nullability', count: 2 }]);
  });

  test('tolerates as many findings as it lists, and says what it lists in vain', () => {
    const baseline = baselineOf('baseline.json', text);
    if (baseline === null) throw new Error('The baseline does not read again.');
    const moved = findingsIn(new SourceFile('models.py', '\nb = [nullability] [nullability] [nullability]\n'));
    const adopted = adopt([moved], baseline, () => true);
    expect(adopted.verdicts[0]?.map(({ severity }) => severity)).toEqual(['tolerated', 'tolerated', 'error']);
    expect(adopted.unused.map(({ message }) => message)).toEqual([
      'The baseline lists column-type of t.at1, which is no finding any more. Write the baseline again.',
    ]);
  });

  test('keeps the entries of codes that were not judged', () => {
    const former = baselineOf('baseline.json', text);
    const kept = baselineText([], former, (code) => code !== 'nullability');
    expect(JSON.parse(kept).findings).toMatchObject([{ code: 'nullability', count: 2 }]);
  });

  test.each(['', '{}', '{"version": 2, "findings": []}', '{"version": 1, "findings": [{"code": "nonsense"}]}'])(
    '%j is none',
    (wrong) => expect(baselineOf('baseline.json', wrong)).toBeNull(),
  );
});
