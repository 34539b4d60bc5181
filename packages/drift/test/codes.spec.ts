import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes } from '@canonical-schema/schema';
import { findingsJson, helpPage, judge, rules } from '../src';
import { cases } from './case-folders';

const packageRoot = join(__dirname, '..');
const verdicts = cases().map(({ canonical, others, options }) => judge(canonical, others, options));
const judged = rules.map((rule) => rule.code);

test.each(Object.keys(codes))('%s has a documentation page, and a code has no other', (code) => {
  const page = readFileSync(join(packageRoot, 'docs', `${code}.md`), 'utf8');
  expect(page.startsWith(`# ${code}\n`)).toBe(true);
  expect(readdirSync(join(packageRoot, 'docs'))).toHaveLength(Object.keys(codes).length);
});

test.each(judged)('%s has a rule in the file of its name', (code) => {
  expect(existsSync(join(packageRoot, 'src', 'rules', `${code}.ts`))).toBe(true);
});

test.each(judged)('%s has a case that shows it and one that does not', (code) => {
  const shown = verdicts.filter(({ findings }) => findings.some((finding) => finding.code === code));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(verdicts.length);
});

test('no two rules share a code', () => {
  expect(new Set(judged).size).toBe(judged.length);
});

test('every finding names the page of its code', () => {
  for (const { code, help } of verdicts.flatMap((verdict) => findingsJson(verdict).findings)) {
    expect(help).toBe(`@canonical-schema/drift/docs/${code}.md`);
  }
  expect(existsSync(join(packageRoot, helpPage('default').replace('@canonical-schema/drift/', '')))).toBe(true);
});
