import type { TextEdit } from '@canonical-schema/schema';
import type { Import, ImportFrom, ModuleSyntax } from '../syntax/ast';
import { parsePython } from '../syntax/parser';
import { isDocstring } from './body-edits';
import { bracketListOf } from './bracket-list';
import type { FileStyle } from './file-style';
import { type ImportBindings, type OwnModule, sourceOf } from './import-bindings';
import { indentAt, lineEnd, lineStart, nextLine, startsLine, withCommentsAbove } from './lines';
import { listEdits } from './list-edits';
import { standardModules } from './standard-modules';

/** An import that a file lacks: `import module as alias` where `name` is null. */
export interface NewImport {
  readonly module: string;
  readonly name: string | null;
  readonly alias: string | null;
}

/** The file that imports are added to. */
export interface ImportingFile {
  readonly text: string;
  readonly syntax: ModuleSyntax;
  readonly style: FileStyle;
  readonly bindings: ImportBindings;
  readonly own: OwnModule | null;
}

/** The edits that add imports: to the statements that import from the same module already, else as new lines. */
export function importEdits(file: ImportingFile, added: readonly NewImport[]): TextEdit[] {
  const byStatement = new Map<ImportFrom, NewImport[]>();
  const byLine = new Map<string, NewImport[]>();
  const isApart = keepsNamesApart(file.bindings.statements);
  for (const each of added) {
    const statement = each.name === null || isApart ? undefined : statementOf(file, each.module);
    const line = isApart ? `${keyOf(each)} ${nameText(each)}` : keyOf(each);
    if (statement !== undefined) byStatement.set(statement, [...(byStatement.get(statement) ?? []), each]);
    else byLine.set(line, [...(byLine.get(line) ?? []), each]);
  }
  const extended = [...byStatement].flatMap(([statement, names]) => extendedImport(file, statement, names));
  const modules = [...byLine.values()].sort((a, b) => (sortingName(a) < sortingName(b) ? -1 : 1));
  return [...extended, ...newLines(file, modules)];
}

/** Does each name that a module gives have a line of its own, as `force_single_line` has it? */
function keepsNamesApart(statements: ImportBindings['statements']): boolean {
  const single = statements.filter((each): each is ImportFrom => each.kind === 'import-from');
  const modules = new Set(single.map(({ module, level }) => `${level} ${module ?? ''}`));
  return modules.size < single.length && single.every(({ names }) => names?.length === 1);
}

function keyOf({ module, name, alias }: NewImport): string {
  return name === null ? `import ${module} ${alias ?? ''}` : module;
}

function sortingName(names: readonly NewImport[]): string {
  const module = `${moduleOf(names)} ${names[0]?.name ?? ''}`;
  return standardModules.has(topModule(moduleOf(names))) ? ` ${module}` : module;
}

function moduleOf(names: readonly NewImport[]): string {
  return names[0]?.module ?? '';
}

/** The last import from a module that a name can be added to. */
function statementOf({ bindings, own }: ImportingFile, module: string): ImportFrom | undefined {
  return bindings.statements.findLast(
    (each): each is ImportFrom => each.kind === 'import-from' && each.names !== null && sourceOf(each, own) === module,
  );
}

function nameText({ name, alias }: NewImport): string {
  return alias === null ? (name ?? '') : `${name ?? ''} as ${alias}`;
}

// --- Names for an import that is there.

type Order = (name: string) => string;

/** Orders that people keep names in, the usual one first: constants, classes, others, each without regard to case. */
const orders: readonly Order[] = [
  (name) => `${/^[A-Z0-9_]{2,}$/.test(name) ? 0 : /^[A-Z]/.test(name) ? 1 : 2}${name.toLowerCase()}`,
  (name) => name.toLowerCase(),
  (name) => name,
];

function extendedImport(file: ImportingFile, statement: ImportFrom, added: readonly NewImport[]): TextEdit[] {
  const names = statement.names ?? [];
  const order = orders.find((key) => isSorted(names.map(({ name }) => key(name))));
  const sorted =
    order === undefined ? added : [...added].sort((a, b) => (order(a.name ?? '') < order(b.name ?? '') ? -1 : 1));
  const insert = sorted.map((each) => {
    const key = order?.(each.name ?? '');
    const before = key === undefined ? -1 : names.findIndex(({ name }) => (order?.(name) ?? '') > key);
    return { before: before < 0 ? names.length : before, code: nameText(each) };
  });
  const list = bracketListOf(file.text, statement);
  if (list !== null) return listEdits(file.text, list, { insert, remove: new Set() }, file.style);
  return extendedLine(file, statement, insert);
}

function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') <= key);
}

/** Without parentheses as long as the line has room. */
function extendedLine(
  { text, style }: ImportingFile,
  statement: ImportFrom,
  insert: readonly { readonly before: number; readonly code: string }[],
): TextEdit[] {
  const names = statement.names ?? [];
  const first = names[0]?.start ?? statement.end;
  const grown = insert.reduce(
    (sum, { code }) => sum + code.length + 2,
    statement.end - lineStart(text, statement.start),
  );
  const isOneLine = !text.slice(statement.start, statement.end).includes('\n');
  if (isOneLine && grown > style.lineLength) {
    const inner = indentAt(text, statement.start) + style.indent;
    const all = names.map(({ start, end }) => text.slice(start, end));
    for (const [order, { before, code }] of insert.entries()) all.splice(before + order, 0, code);
    const comma = style.trailingComma ? ',' : '';
    const lines = `(\n${inner}${all.join(`,\n${inner}`)}${comma}\n${indentAt(text, statement.start)})`;
    return [{ span: { start: first, end: statement.end }, text: lines }];
  }
  return insert.map(({ before, code }) => {
    const next = names[before];
    const at = next?.start ?? statement.end;
    return { span: { start: at, end: at }, text: next === undefined ? `, ${code}` : `${code}, ` };
  });
}

// --- New lines.

function lineOf(file: ImportingFile, names: readonly NewImport[]): string {
  const [first] = names;
  if (first === undefined) return '';
  if (first.name === null) return `import ${first.module}${first.alias === null ? '' : ` as ${first.alias}`}`;
  const order = orders[0] ?? ((name: string) => name);
  const all = [...names].sort((a, b) => (order(a.name ?? '') < order(b.name ?? '') ? -1 : 1)).map(nameText);
  const line = `from ${relativeModule(file, first.module)} import ${all.join(', ')}`;
  if (line.length <= file.style.lineLength) return line;
  const { indent, trailingComma } = file.style;
  return `from ${relativeModule(file, first.module)} import (\n${indent}${all.join(`,\n${indent}`)}${trailingComma ? ',' : ''}\n)`;
}

/** A module next to the file's own, as the file's other imports name their neighbours. */
function relativeModule({ bindings, own }: ImportingFile, module: string): string {
  if (own === null) return module;
  const home = own.isPackage ? own.name : own.name.split('.').slice(0, -1).join('.');
  const isRelative = bindings.statements.some((each) => each.kind === 'import-from' && each.level > 0);
  if (!isRelative || home === '') return module;
  if (module === home) return '.';
  return module.startsWith(`${home}.`) ? module.slice(home.length) : module;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
  /** Is it one of Python's own modules, whose block stands first? */
  readonly isStandard?: boolean;
}

function newLines(file: ImportingFile, modules: readonly (readonly NewImport[])[]): TextEdit[] {
  const isFirst = file.bindings.statements.length === 0;
  const places = modules.map((names) => ({
    ...placeOf(file, names),
    isStandard: standardModules.has(topModule(moduleOf(names))),
  }));
  const byPlace = new Map<number, Insertion[]>();
  for (const each of places) byPlace.set(each.at, [...(byPlace.get(each.at) ?? []), each]);
  return [...byPlace].map(([at, inserted]) => {
    const text = inserted.map((each, order) => oneBlankLine(each, inserted[order - 1], inserted[order + 1])).join('');
    return { span: { start: at, end: at }, text: isFirst ? firstImports(file, at, text) : text };
  });
}

/** The blank line that sets a block of imports apart stands once, though several lines come there. */
function oneBlankLine(own: Insertion, previous: Insertion | undefined, next: Insertion | undefined): string {
  const tail = next !== undefined && next.isStandard === own.isStandard ? own.text.replace(/\n+$/, '\n') : own.text;
  return previous === undefined ? tail : tail.replace(/^\n/, '');
}

/** A block of imports in a file that had none. */
function firstImports({ text }: ImportingFile, at: number, added: string): string {
  const rest = text.slice(at);
  const before = at === 0 || text.slice(0, at).endsWith('\n\n') || text.slice(0, at).endsWith('\n\r\n') ? '' : '\n';
  return `${before}${added}${rest.trim() === '' || /^[^\S\n]*\n/.test(rest) ? '' : '\n\n'}`;
}

function placeOf(file: ImportingFile, names: readonly NewImport[]): Insertion {
  const { text, bindings, own } = file;
  const line = `${lineOf(file, names)}\n`;
  const module = moduleOf(names);
  const absolute = bindings.statements.filter((each) => isAbsolute(each) && startsLine(text, each.start));
  const kin = line.startsWith('from .')
    ? bindings.statements.filter((each) => !isAbsolute(each))
    : absolute.filter((each) => isKin(importedModule(each, own), module));
  const order = lineOrders.find((key) => isSorted(kin.map((each) => key(each.kind, importedName(each, own)))));
  const key = order?.(line.startsWith('from ') ? 'import-from' : 'import', `${module} ${names[0]?.name ?? ''}`);
  const next = kin.find((each) => key !== undefined && (order?.(each.kind, importedName(each, own)) ?? '') > key);
  if (next !== undefined) return { at: withCommentsAbove(text, lineStart(text, next.start)), text: line };
  const last = kin[kin.length - 1];
  if (last !== undefined) return after(text, last, line);
  const [first] = bindings.statements;
  if (standardModules.has(topModule(module)) && first !== undefined) {
    return { at: withCommentsAbove(text, lineStart(text, first.start)), text: `${line}\n` };
  }
  const behind = absolute[absolute.length - 1] ?? bindings.statements[bindings.statements.length - 1];
  if (behind === undefined) return { at: headOf(file), text: line };
  const isAfterStandard = standardModules.has(topModule(importedModule(behind, own)));
  return after(text, behind, isAfterStandard ? `\n${line}` : line);
}

function isAbsolute(each: Import | ImportFrom): boolean {
  return each.kind === 'import' || each.level === 0;
}

/** Do two modules belong to one block of imports: the same package, or Python's own? */
function isKin(one: string, other: string): boolean {
  return (
    topModule(one) === topModule(other) ||
    (standardModules.has(topModule(one)) && standardModules.has(topModule(other)))
  );
}

type LineOrder = (kind: (Import | ImportFrom)['kind'], module: string) => string;

/** Orders that people keep the lines of one block in, the usual one first: `import x` before `from x`, or by module alone. */
const lineOrders: readonly LineOrder[] = [
  (kind, module) => `${kind === 'import' ? 0 : 1}${module.toLowerCase()}`,
  (_, module) => module.toLowerCase(),
  (_, module) => module,
];

function importedModule(each: Import | ImportFrom, own: OwnModule | null): string {
  return each.kind === 'import' ? (each.names[0]?.name ?? '') : sourceOf(each, own);
}

function importedName(each: Import | ImportFrom, own: OwnModule | null): string {
  return `${importedModule(each, own)} ${each.kind === 'import' ? '' : (each.names?.[0]?.name ?? '')}`;
}

function topModule(module: string): string {
  return module.split('.')[0] ?? module;
}

function after(text: string, statement: Import | ImportFrom, line: string): Insertion {
  const at = nextLine(text, statement.end);
  if (at === text.length && !text.endsWith('\n'))
    return { at: lineEnd(text, statement.end), text: `\n${line.replace(/\n$/, '')}` };
  return { at, text: line };
}

/** Behind the docstring, comments at the very top and `from __future__` imports. */
function headOf({ text, syntax }: ImportingFile): number {
  const future = text.includes('__future__')
    ? parsePython(text).root.children.findLast(({ type }) => type === 'future_import_statement')
    : undefined;
  if (future !== undefined) return nextLine(text, future.end);
  const [first] = syntax.body;
  if (first === undefined) return text.length;
  if (isDocstring(first)) return nextLine(text, first.end);
  return withCommentsAbove(text, lineStart(text, first.start));
}
