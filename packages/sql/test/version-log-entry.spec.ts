import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, SourceFile } from '@canonical-schema/schema';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { commentsOf, lintCanonical, loadPostgresParser, versionLogOf } from '../src';
import { type LogAddition, sqlWriter } from '../src/write';

const { appendLogEntry } = sqlWriter('postgresql');

const cases = join(__dirname, '..', 'cases-edits');
const names = caseFolders(cases).filter((name) => existsSync(join(cases, name, 'entry.json')));

beforeAll(loadPostgresParser);

function fileOf(name: string): SourceFile {
  return new SourceFile('schema.sql', readFileSync(join(cases, name, 'schema.sql'), 'utf8'));
}

function edited(file: SourceFile, addition: Omit<LogAddition, 'file'>): SourceFile {
  return new SourceFile(file.path, applyEdits(file.text, appendLogEntry({ ...addition, file })));
}

describe.each(names)('%s', (name) => {
  const addition: Omit<LogAddition, 'file'> = JSON.parse(readFileSync(join(cases, name, 'entry.json'), 'utf8'));

  test('reads as written', () => {
    const path = join(cases, name, 'edited.sql');
    const { text } = edited(fileOf(name), addition);
    if (process.env.UPDATE_CASES === '1') writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });

  test('has one entry more, with the bullets in order, and no finding of its own', () => {
    const [before, file] = [fileOf(name), edited(fileOf(name), addition)];
    const said = [...addition.bullets, ...addition.migrations.map((path) => `Migration: ${path}`)];
    const [old, log] = [before, file].map((one) => versionLogOf(one, commentsOf(one)).entries);
    const fresh = log?.filter(({ version }) => !old?.some((entry) => entry.version === version)) ?? [];
    expect(fresh.map(({ bullets, date }) => [date, bullets.map(({ text }) => text)])).toEqual(
      said.length === 0 ? [] : [['2026-11-23', said]],
    );
    expect(log?.length).toBe((old?.length ?? 0) + fresh.length);
    const order = addition.order ?? (name.includes('newest') ? 'newest-first' : 'oldest-first');
    const found = (one: SourceFile) =>
      lintCanonical(one, { files: { kindOf: () => 'file' }, options: { versionLog: order } })
        .filter(({ code }) => code === 'version-log')
        .map(({ message }) => message);
    expect(found(file)).toEqual(found(before));
  });

  test('a second entry has the same form as the first', () => {
    if (addition.bullets.length === 0) return;
    const once = edited(fileOf(name), addition);
    const twice = edited(once, addition);
    expect(versionLogOf(twice, commentsOf(twice)).entries.length).toBe(
      versionLogOf(once, commentsOf(once)).entries.length + 1,
    );
  });
});
