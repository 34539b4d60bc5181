import { constraintsOf } from '../catalog/table-step';
import type { Change } from '../change';
import type { Constraint, ForeignKey } from '../model/constraint';
import type { Table, TableRef } from '../model/table';
import { refOf } from './columns';
import { namedDifference } from './named-objects';

/** How the constraints and indexes of a table become those of another. */
export interface ObjectChanges {
  readonly dropped: readonly Change[];
  readonly renamed: readonly Change[];
  readonly added: readonly Change[];
}

/** Changes to everything of a table but columns and foreign keys. */
export function objectChanges(before: Table, after: Table): ObjectChanges {
  const table = refOf(after);
  const constraints = namedDifference(ownConstraints(before), ownConstraints(after));
  const indexes = namedDifference(before.indexes, after.indexes);
  return {
    dropped: [
      ...constraints.dropped.flatMap((constraint) => dropConstraint(table, constraint)),
      ...indexes.dropped.flatMap(({ name }): Change[] =>
        name === null ? [] : [{ kind: 'drop-index', table, index: name }],
      ),
    ],
    renamed: [
      ...constraints.renamed.map(({ from, to, object }) => renameConstraint(table, object.kind, from, to)),
      ...indexes.renamed.map(({ from, to }): Change => ({ kind: 'rename-index', table, index: from, to })),
    ],
    added: [
      ...constraints.added.map((constraint): Change => ({ kind: 'add-constraint', table, constraint })),
      ...indexes.added.map((index): Change => ({ kind: 'add-index', table, index })),
    ],
  };
}

/** Changes to foreign keys. One that another change takes away (`isLost`) is dropped and added, though it is the same. */
export function foreignKeyChanges(before: Table, after: Table, isLost: (key: ForeignKey) => boolean): ObjectChanges {
  const table = refOf(after);
  const { dropped, added, renamed } = namedDifference(before.foreignKeys, after.foreignKeys);
  const stays = (key: ForeignKey) => !dropped.includes(key) && !renamed.some(({ from }) => from === key.name);
  const lost = before.foreignKeys.filter((key) => stays(key) && isLost(key));
  const lostRenames = renamed.filter(({ object }) => isLost(object));
  const goes = [...dropped, ...lost].map(({ name }) => name);
  return {
    dropped: [...goes, ...lostRenames.map(({ from }) => from)].flatMap((name): Change[] =>
      name === null ? [] : [{ kind: 'drop-constraint', table, constraint: { kind: 'foreign-key', name } }],
    ),
    renamed: renamed
      .filter((rename) => !lostRenames.includes(rename))
      .map(({ from, to }) => renameConstraint(table, 'foreign-key', from, to)),
    added: [...added, ...lost, ...lostRenames.map(({ object }) => object)].map((key) => addForeignKey(table, key)),
  };
}

/** The change that adds a foreign key. */
export function addForeignKey(table: TableRef, key: ForeignKey): Change {
  return { kind: 'add-constraint', table: refOf(table), constraint: { kind: 'foreign-key', ...key } };
}

function ownConstraints(table: Table): readonly Constraint[] {
  return constraintsOf(table).filter(({ kind }) => kind !== 'foreign-key');
}

/** One without a name stays: nothing can say which it is. */
function dropConstraint(table: TableRef, { kind, name }: Constraint): Change[] {
  return name === null ? [] : [{ kind: 'drop-constraint', table, constraint: { kind, name } }];
}

function renameConstraint(table: TableRef, kind: Constraint['kind'], from: string, to: string): Change {
  return { kind: 'rename-constraint', table, constraint: { kind, name: from }, to };
}
