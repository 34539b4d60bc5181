import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@canonical-schema/schema';
import { loadPythonParser } from '../src';
import type { ModuleSyntax } from '../src/syntax/ast';
import { moduleSyntax } from '../src/syntax/convert-statements';
import { type SyntaxStore, syntaxOf } from '../src/syntax/kept-syntax';

const here = join(__dirname, '..');
const folders = readdirSync(here).filter((name) => name.startsWith('cases'));
const files = folders.flatMap((folder) =>
  readdirSync(join(here, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .map((name) => join(folder, name)),
);

beforeAll(() => loadPythonParser());

test('there are files of every kind of case', () => {
  expect(new Set(files.map((path) => path.split('/')[0])).size).toBe(folders.length);
  expect(files.length).toBeGreaterThan(500);
});

test.each(folders)('the syntax of every file in %s is the same once it was JSON', (folder) => {
  for (const path of files.filter((each) => each.startsWith(`${folder}/`))) {
    const syntax = moduleSyntax(readFileSync(join(here, path), 'utf8'));
    // Strictly: a member that is undefined is not the same as one that is not there.
    expect([path, JSON.parse(JSON.stringify(syntax))]).toStrictEqual([path, syntax]);
  }
});

test('a file is parsed where the store does not know it, and only there', () => {
  const known = new Map<string, ModuleSyntax>();
  const kept: string[] = [];
  const store: SyntaxStore = {
    recall: ({ text }) => known.get(text) ?? null,
    keep: ({ text }, syntax) => {
      kept.push(text);
      known.set(text, syntax);
    },
  };
  const read = (text: string) => syntaxOf(new SourceFile('models.py', text), store);
  const first = read('a = 1\n');
  expect(read('a = 1\n')).toBe(first);
  expect(read('a = 2\n')).not.toEqual(first);
  expect(kept).toEqual(['a = 1\n', 'a = 2\n']);
});
