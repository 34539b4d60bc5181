import { isUnreadable, type OtherObject, type Place } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import type { Literals } from '../backends';
import { dottedName, itemsFact, whyNot } from '../constants';
import { constantSql } from '../emit/constant-sql';
import { editorUse } from './editor-use';
import { type Operation, OperationError, textArgument } from './operation';
import type { DatabaseStep, OperationKind } from './operation-kind';
import type { ProjectState } from './project-state';
import type { Replay } from './replay';

/** Operations that stand for others, for SQL or for Python, and those that make what is only listed. */
export const specialOperations: Readonly<Record<string, OperationKind>> = {
  SeparateDatabaseAndState: {
    parameters: ['database_operations', 'state_operations'],
    state: runStateOperations,
    database(step, operation) {
      step.replay.runSeparately(inner(operation, 'database_operations'), operation.app);
    },
  },
  RunSQL: {
    parameters: ['sql', 'reverse_sql', 'state_operations', 'hints', 'elidable'],
    state: runStateOperations,
    database: runSql,
  },
  RunPython: {
    parameters: ['code', 'reverse_code', 'atomic', 'hints', 'elidable'],
    database: runPython,
  },
  CreateCollation: { parameters: ['name', 'locale', 'provider', 'deterministic'], database: addOther('collation') },
  RemoveCollation: {
    parameters: ['name', 'locale', 'provider', 'deterministic'],
    database({ editor }, operation) {
      const other = { kind: 'collation', schema: 'public', name: textArgument(operation, 'name') };
      editor.apply({ kind: 'drop-other', other });
    },
  },
  CreateExtension: { parameters: ['name'], database: addOther('extension') },
  ...Object.fromEntries(
    Object.entries({
      BloomExtension: 'bloom',
      BtreeGinExtension: 'btree_gin',
      BtreeGistExtension: 'btree_gist',
      CITextExtension: 'citext',
      CryptoExtension: 'pgcrypto',
      HStoreExtension: 'hstore',
      TrigramExtension: 'pg_trgm',
      UnaccentExtension: 'unaccent',
    }).map(([kind, name]) => [kind, extension(name)]),
  ),
};

function extension(name: string): OperationKind {
  return {
    parameters: [],
    database: ({ editor }, { place }) =>
      editor.apply({ kind: 'add-other', other: { kind: 'extension', schema: null, name, place } }),
  };
}

function addOther(kind: string): NonNullable<OperationKind['database']> {
  return ({ editor }, operation) => {
    const schema = kind === 'extension' ? null : 'public';
    const other: OtherObject = { kind, schema, name: textArgument(operation, 'name'), place: operation.place };
    editor.apply({ kind: 'add-other', other });
  };
}

function runStateOperations(project: ProjectState, operation: Operation, replay: Replay): void {
  for (const value of inner(operation, 'state_operations')) replay.runState(project, value, operation.app);
}

/** The operations inside an operation. */
function inner(operation: Operation, name: string): readonly Value[] {
  const value = operation.arguments.get(name);
  const items = value === undefined ? [] : itemsFact(value);
  if (isUnreadable(items)) throw new OperationError(`its ${name}: ${items.unreadable}`);
  return items;
}

function runSql(step: DatabaseStep, operation: Operation): void {
  const sql = operation.arguments.get('sql');
  if (sql === undefined) throw new OperationError('it has no SQL');
  const { literals } = step.editor.backend;
  for (const { text, place } of statementsOf(sql, literals)) step.replay.runSql(text, place, operation);
}

interface SqlPart {
  readonly text: string;
  readonly place: Place;
}

/** The SQL of a text, or of a list of texts and of texts with parameters. */
function statementsOf(sql: Value, literals: Literals): readonly SqlPart[] {
  if (sql.kind === 'str') return [{ text: sql.value, place: sql.place }];
  if (isNoop(sql)) return [];
  const items = itemsFact(sql);
  if (isUnreadable(items)) throw new OperationError(`its SQL: ${items.unreadable}`);
  return items.map((item) => partOf(item, literals));
}

function isNoop(value: Value): boolean {
  return dottedName(value)?.endsWith('.noop') === true;
}

function partOf(item: Value, literals: Literals): SqlPart {
  if (item.kind === 'str') return { text: item.value, place: item.place };
  const [text, parameters] = item.kind === 'tuple' || item.kind === 'list' ? item.items : [];
  if (text?.kind !== 'str') throw new OperationError(`its SQL: ${whyNot(text ?? item, 'a constant text')}`);
  if (parameters === undefined || parameters.kind === 'none') return { text: text.value, place: text.place };
  return { text: withParameters(text.value, parameters, literals), place: text.place };
}

/** Each `%s` or `%(name)s` gives way to its parameter's literal, as the driver does it. */
function withParameters(text: string, parameters: Value, literals: Literals): string {
  const byName = new Map(
    parameters.kind === 'dict'
      ? parameters.entries.flatMap(([key, value]) => (key.kind === 'str' ? [[key.value, value] as const] : []))
      : [],
  );
  const items = parameters.kind === 'dict' ? [] : itemsFact(parameters);
  if (isUnreadable(items)) throw new OperationError(`the parameters of its SQL: ${items.unreadable}`);
  const queue = [...items];
  return text.replace(/%(?:\((\w+)\))?(.)/g, (_all, name: string | undefined, kind: string) => {
    if (kind === '%') return '%';
    const value = name === undefined ? queue.shift() : byName.get(name);
    const literal = value === undefined ? null : constantSql(value, literals);
    if (literal === null) throw new OperationError('a parameter of its SQL is no constant');
    return literal;
  });
}

/** Python that only moves data has no effect on the schema. */
function runPython(step: DatabaseStep, operation: Operation): void {
  const code = operation.arguments.get('code');
  if (code === undefined || isNoop(code)) return;
  const use = editorUse(code, 1, step.replay.loaded.fields.program);
  if (use !== null) step.replay.note('fact', `its Python code ${use}`, operation, null);
}
