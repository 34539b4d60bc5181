import { type Change, tableLabel } from '@canonical-schema/schema';
import { nodesWithin } from '../../edits/nodes';
import { pythonString } from '../../edits/python-text';
import type { ClassDefinition, Expression, Statement } from '../../syntax/ast';
import { functionBody } from '../../syntax/convert-statements';
import { ownColumn, placeOf } from './alter-column';
import type { Batch } from './batch';
import { ColumnCall } from './column-call';
import { keepNames } from './kept-names';
import { mentionsOf, modelFiles } from './mentions';
import { placedItem } from './placed-item';
import { attributeName } from './python-identifier';
import { calleeName, type SourceColumn } from './source-column';
import { renamedStrings, type StringChange } from './sql-strings';
import { isRefusal, type TableTarget } from './table-target';

type RenameColumn = Extract<Change, { kind: 'rename-column' }>;

/**
 * Gives a column another name. An attribute that is named apart from its column keeps its name; any other one goes along,
 * with every place of the models that names it.
 */
export function renameColumn(change: RenameColumn, batch: Batch): void {
  const target = batch.target(change, change.table);
  const source = target === null ? null : ownColumn(change, change.column, target, batch);
  if (target === null || source === null) return;
  const refuse = (why: string): void =>
    batch.refuseAt(
      change,
      `Column ${tableLabel(change.table)}.${change.column} cannot be renamed: ${why}.`,
      `Rename it in ${source.file.path} by hand.`,
      placeOf(source),
    );
  if (!target.columns.includes(source)) {
    refuse('it stands in another class than its table');
    return;
  }
  const strings = stringsOf(source, target, change.to, batch);
  if (strings === null) {
    refuse('an expression over it could not be read');
    return;
  }
  if (!renameItself(source, change, target, batch)) {
    refuse('its name is computed');
    return;
  }
  for (const { file, node, text } of strings) file.draft.replace(node, pythonString(text, file.file.style));
  renameReferences(source, change, target, batch);
  const column = (name: string): string => (name === change.column ? change.to : name);
  keepNames({ change, table: target.table, column }, target, batch);
}

/** Its name argument, or its attribute with all that names it. */
function renameItself(source: SourceColumn, { to }: RenameColumn, target: TableTarget, batch: Batch): boolean {
  const { call, file, statement } = source;
  const first = call?.args.find(({ form, name }, at) => (form === 'positional' && at === 0) || name === 'name')?.value;
  if (first?.kind === 'string') {
    file.draft.replace(first, pythonString(to, file.file.style));
    return true;
  }
  if (source.form === 'core' || target.node.kind !== 'class') return false;
  const name = attributeOf(statement);
  if (name === null) return false;
  const attribute = attributeName(to, (each) => target.scribe.isHidden(each));
  if (attribute !== to) return keepAttribute(source, to);
  for (const { node, within, file: at } of mentionsOf(source, target, batch.targets)) {
    if (within === null) at.draft.replace(endOf(node), attribute);
    else if (node.kind === 'string') replaceInString(node, within, attribute, at);
  }
  for (const node of inFunctions(target.node.definition, name.name, file.file.source.text))
    file.draft.replace(endOf(node), attribute);
  file.draft.replace(name, attribute);
  return true;
}

/** The new name is taken in Python: the column is named apart from its attribute. */
function keepAttribute(source: SourceColumn, to: string): boolean {
  const call = ColumnCall.of(source);
  call?.insertItem(0, pythonString(to, source.file.file.style));
  return call !== null;
}

function attributeOf(statement: Statement): Extract<Expression, { kind: 'name' }> | null {
  const target =
    statement.kind === 'annotated' ? statement.target : statement.kind === 'assign' ? statement.targets[0] : null;
  return target?.kind === 'name' ? target : null;
}

/** The last name of `Stock.symbol`. */
function endOf(node: Expression): { readonly start: number; readonly end: number } {
  return node.kind === 'attribute' ? { start: node.end - node.name.length, end: node.end } : node;
}

function replaceInString(
  node: Extract<Expression, { kind: 'string' }>,
  path: string,
  attribute: string,
  file: SourceColumn['file'],
): void {
  const [text] = node.parts;
  if (typeof text !== 'string' || node.parts.length !== 1) return;
  const renamed = `${path.slice(0, path.lastIndexOf('.') + 1)}${attribute}`;
  const pattern = new RegExp(`(^|[^\\w.])${path.replaceAll('.', '\\.')}(?!\\w)`, 'g');
  file.draft.replace(
    node,
    pythonString(
      text.replace(pattern, (_, before: string) => before + renamed),
      file.file.style,
    ),
  );
}

/** `self.symbol`, `cls.symbol` and `Stock.symbol` in the functions of the class. */
function* inFunctions(definition: ClassDefinition, attribute: string, text: string): Generator<Expression> {
  const owners = new Set(['self', 'cls', definition.name]);
  const functions: Statement[] = [...definition.body];
  for (let next = functions.pop(); next !== undefined; next = functions.pop()) {
    if (next.kind !== 'function') continue;
    for (const node of nodesWithin(functionBody(next, text))) {
      if (node.kind === 'function') functions.push(node);
      const isOwn =
        node.kind === 'attribute' && node.name === attribute && node.of.kind === 'name' && owners.has(node.of.name);
      if (isOwn) yield node;
    }
  }
}

interface FileString extends StringChange {
  readonly file: SourceColumn['file'];
}

/** Strings by which the column's own class or table, and indexes apart from it, name the column. */
function stringsOf(source: SourceColumn, target: TableTarget, to: string, batch: Batch): readonly FileString[] | null {
  const from = source.column.name;
  const isKeyNamed = source.column.key === from;
  if (!isKeyNamed) return [];
  const own: (Statement | Expression)[] =
    target.node.kind === 'class' ? [...target.node.definition.body] : [target.node.call];
  const strings: FileString[] = [];
  const add = (code: Statement | Expression, file: SourceColumn['file']): boolean => {
    const renamed = renamedStrings(code, from, to, target.scribe.context.dialect.sql.sqlText);
    strings.push(...(renamed ?? []).map((each) => ({ ...each, file })));
    return renamed !== null;
  };
  for (const code of own) if (!add(code, target.file)) return null;
  for (const { place } of target.emitted.indexes) {
    const item = placedItem(place, target, batch);
    if (isRefusal(item) || item.kind === 'flag' || item.placed.owner !== null || target.node.kind === 'core') continue;
    if (!add(item.placed.call, item.file)) return null;
  }
  return strings;
}

/** `ForeignKey('stocks.symbol')` and the targets of a ForeignKeyConstraint. */
function renameReferences(
  { column }: SourceColumn,
  { to }: RenameColumn,
  { table }: TableTarget,
  { targets }: Batch,
): void {
  if (column.key !== column.name) return;
  const owner = table.schema === null ? table.name : `${table.schema}.${table.name}`;
  for (const file of modelFiles(targets)) {
    for (const node of nodesWithin(file.file.syntax.body)) {
      if (node.kind !== 'call') continue;
      const called = calleeName(node);
      for (const { name, value } of node.args) {
        if (called !== 'ForeignKey' && called !== 'ForeignKeyConstraint' && name !== 'foreign_key') continue;
        for (const string of nodesWithin(value))
          if (string.kind === 'string' && string.parts[0] === `${owner}.${column.name}`)
            file.draft.replace(string, pythonString(`${owner}.${to}`, file.file.style));
      }
    }
  }
}
