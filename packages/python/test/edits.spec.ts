import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, SourceFile } from '@canonical-schema/schema';
import { loadPythonParser } from '../src';
import { bracketListOf, type ListNode } from '../src/edits/bracket-list';
import { type Code, callCode, listCode, tupleCode } from '../src/edits/code';
import { FileDraft } from '../src/edits/file-draft';
import { asCall, innerClass, type Member, memberNamed, pythonFile } from '../src/edits/python-file';
import type { ClassDefinition, Expression, Statement } from '../src/syntax/ast';
import { moduleSyntax } from '../src/syntax/convert-statements';

const cases = join(__dirname, '..', 'cases-edits');

/** One wish of `edits.json`; paths name what is bound: `Stock.Meta.indexes`, `imports`. */
type Step =
  | { readonly insert: CodeJson; readonly into: string; readonly after?: string | null; readonly apart?: number }
  | { readonly remove: string }
  | { readonly append: CodeJson; readonly to: string; readonly before?: number }
  | { readonly removeItem: number; readonly from: string }
  | { readonly replace: string; readonly with: CodeJson }
  | { readonly spell: readonly [module: string, name: string]; readonly hidden?: readonly string[] };
type CodeJson =
  | string
  | { readonly call: string; readonly args: readonly CodeJson[] }
  | { readonly list: string; readonly items: readonly CodeJson[] }
  | { readonly tuple: string; readonly items: readonly CodeJson[] };

/** Each folder holds a file, what is wished of it, and the file that comes of it. */
describe('editing Python', () => {
  beforeAll(async () => {
    await loadPythonParser();
  });

  test.each(readdirSync(cases).sort())('%s', (name) => {
    const folder = join(cases, name);
    const before = readFileSync(join(folder, 'before.py'), 'utf8');
    const steps: readonly Step[] = JSON.parse(readFileSync(join(folder, 'edits.json'), 'utf8'));
    const after = edited(before, steps);
    const expected = join(folder, 'after.py');
    if (process.env.UPDATE_CASES === '1') writeFileSync(expected, after);
    expect(after).toBe(readFileSync(expected, 'utf8'));
    expect(moduleSyntax(after).errors).toEqual([]);
    const inDos = before.replaceAll('\n', '\r\n');
    expect(edited(inDos, steps)).toBe(after.replaceAll('\n', '\r\n'));
    expect(edited(before, [])).toBe(before);
  });
});

function edited(text: string, steps: readonly Step[]): string {
  const own = { name: 'app.models', isPackage: false };
  const draft = new FileDraft(pythonFile(new SourceFile('app/models.py', text)), own);
  for (const step of steps) take(draft, step);
  return applyEdits(text, draft.edits());
}

function take(draft: FileDraft, step: Step): void {
  if ('spell' in step) draft.spelling.spell(step.spell[0], step.spell[1], new Set(step.hidden));
  else if ('insert' in step) {
    const owner = step.into === '' ? null : classNamed(draft, step.into);
    const after =
      step.after == null ? null : found(draft, step.into === '' ? step.after : `${step.into}.${step.after}`).statement;
    draft.body(owner).insert(after, codeOf(step.insert, draft), step.apart ?? 'siblings');
  } else if ('remove' in step) {
    const [, parent = ''] = /^(.*)\.[^.]*$/.exec(step.remove) ?? [];
    draft.body(parent === '' ? null : classNamed(draft, parent)).remove(found(draft, step.remove).statement);
  } else if ('append' in step) {
    const node = listAt(draft, step.to);
    const length = bracketListOf(draft.file.text, node)?.items.length ?? 0;
    draft.list(node)?.insert(step.before ?? length, codeOf(step.append, draft));
  } else if ('removeItem' in step) draft.list(listAt(draft, step.from))?.remove(step.removeItem);
  else draft.replace(valueAt(draft, step.replace), codeOf(step.with, draft));
}

/** `{django.db.models.Index}` in code is spelt as the file spells it. */
function codeOf(json: CodeJson, draft: FileDraft): Code {
  const spelt = (text: string): string =>
    text.replace(/\{([\w.]+)\.(\w+)\}/g, (_, module, name) => draft.spelling.spell(module, name));
  if (typeof json === 'string') return spelt(json);
  if ('call' in json)
    return callCode(
      spelt(json.call),
      json.args.map((each) => codeOf(each, draft)),
    );
  const items = json.items.map((each) => codeOf(each, draft));
  return 'list' in json ? listCode(json.list, items) : tupleCode(json.tuple, items);
}

function bodyAt(draft: FileDraft, path: readonly string[]): readonly Statement[] {
  return path.reduce<readonly Statement[]>((body, name) => innerClass(body, name)?.body ?? [], draft.file.syntax.body);
}

function classNamed(draft: FileDraft, path: string): ClassDefinition {
  const names = path.split('.');
  const found = innerClass(bodyAt(draft, names.slice(0, -1)), names.at(-1) ?? '');
  if (found === null) throw new Error(`There is no class ${path}.`);
  return found;
}

function found(draft: FileDraft, path: string): Member {
  const names = path.split('.');
  const member = memberNamed(bodyAt(draft, names.slice(0, -1)), names.at(-1) ?? '');
  if (member === null) throw new Error(`There is no ${path}.`);
  return member;
}

/** `Stock.symbol` is its value; `Stock.symbol[0]` an argument or item of it. */
function valueAt(draft: FileDraft, path: string): Expression {
  const [, name = path, index] = /^(.*)\[(\d+)\]$/.exec(path) ?? [];
  const value = found(draft, name).value;
  const inner = index === undefined ? value : partOf(value, Number(index));
  if (inner === null) throw new Error(`${path} has no value.`);
  return inner;
}

function partOf(value: Expression | null, at: number): Expression | null {
  const call = asCall(value);
  if (call !== null) return call.args[at]?.value ?? null;
  return value !== null && 'items' in value ? (value.items[at] ?? null) : null;
}

function listAt(draft: FileDraft, path: string): ListNode {
  const value = valueAt(draft, path);
  if (value.kind === 'call' || value.kind === 'dict' || value.kind === 'list' || value.kind === 'tuple') return value;
  throw new Error(`${path} is no list.`);
}
