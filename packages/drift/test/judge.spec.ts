import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { findingsJson, judge, reportText } from '../src';
import { cases, expectedText } from './case-folders';

const contract = JSON.parse(readFileSync(join(__dirname, 'contracts', 'findings.schema.json'), 'utf8'));
const isValid = new Ajv2020({ allowUnionTypes: true }).compile(contract);

describe.each(cases())('$name', ({ folder, canonical, others, options }) => {
  const verdict = judge(canonical, others, options);

  test('comes to the expected findings', () => {
    const found = `${JSON.stringify(findingsJson(verdict), null, 2)}\n`;
    expect(found).toBe(expectedText(folder, 'findings.json', found));
  });

  test('is reported as expected', () => {
    const found = `${reportText(verdict, { explain: true })}\n`;
    expect(found).toBe(expectedText(folder, 'report.txt', found));
  });

  test('is written as the contract says', () => {
    isValid(JSON.parse(JSON.stringify(findingsJson(verdict))));
    expect(isValid.errors ?? []).toEqual([]);
  });
});
