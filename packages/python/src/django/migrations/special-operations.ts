import { isUnreadable, type OtherObject } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { itemsFact } from '../constants';
import { type Operation, OperationError, textArgument } from './operation';
import type { DatabaseStep, OperationKind } from './operation-kind';
import type { ProjectState } from './project-state';
import type { Replay } from './replay';
import { runPython } from './run-python';
import { statementsOf } from './sql-parts';

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
