import { assertNever, type Change, constraintOf } from '@canonical-schema/schema';
import { quoteName } from '../../expressions/quote';
import type { Before, ChangeOf, Impossible } from '../outcome';
import { addedColumn, addedConstraint, addedIndex } from './additions';
import { alteredColumn } from './alterations';
import { commentEdits } from './comments';
import { addedLabel } from './labels';
import { addedBeforeTables, addedTable } from './new-objects';
import { removals } from './removals';
import { namedConstraint, renamedColumn, renamedObject, renamedTable, renamedType } from './renames';
import { type Edits, type Scene, tableNamed } from './scene';
import { codeTokens, mayBeAbout, statementAt, statementsIn } from './statements';

/** The edits that make a change in the statements that made its objects; or why that cannot be done. */
export function inlineEdits(change: Change, scene: Scene, before: Before): Edits {
  switch (change.kind) {
    case 'add-table':
      return addedTable(change, scene, before);
    case 'add-column':
      return addedColumn(change, scene);
    case 'alter-column':
      return alteredColumn(change, scene);
    case 'add-constraint':
      return addedConstraint(change, scene);
    case 'add-index':
      return addedIndex(change, scene);
    case 'set-table-comment':
      return commentEdits(scene, change.table, null, change.comment);
    case 'drop-table':
    case 'drop-column':
    case 'drop-constraint':
    case 'drop-index':
    case 'drop-enum':
    case 'drop-domain':
    case 'drop-sequence':
      return removals(change, scene);
    case 'rename-table':
      return renamedTable(change, scene);
    case 'rename-column':
      return renamedColumn(change, scene);
    case 'rename-constraint':
      return renamedConstraint(change, scene);
    case 'rename-index':
      return renamedIndex(change, scene);
    case 'rename-enum':
      return renamedType(change.enum, change.to, scene);
    case 'add-enum':
    case 'add-domain':
    case 'add-sequence':
      return addedBeforeTables(change, scene, before);
    case 'add-enum-label':
      return addedLabel(change, scene);
    case 'rename-enum-label':
    case 'alter-domain':
    case 'alter-sequence':
    case 'add-other':
    case 'drop-other':
      return onlyAppended;
    default:
      return assertNever(change);
  }
}

/** Defaults and checks would have to follow a label, and a sequence's owner is a statement of its own anyway. */
const onlyAppended: Impossible = {
  why: 'This change has no place in the statements that made its object.',
  remedy: 'Write it into the SQL file by hand.',
};

function renamedIndex({ table, index, to }: ChangeOf<'rename-index'>, scene: Scene): Edits {
  const own = tableNamed(scene.standing.schema, table)?.indexes.find(({ name }) => name === index);
  if (own?.nameGiven !== false) return renamedObject(index, to, scene, ['index', 'exists', 'concurrently']);
  const statement = statementAt(scene.standing, own.place);
  const on = statement === null ? undefined : codeTokens(statement).find(({ word }) => word === 'on');
  if (on === undefined) return onlyAppended;
  return [{ span: { start: on.span.start, end: on.span.start }, text: `${quoteName(to)} ` }];
}

function renamedConstraint(change: ChangeOf<'rename-constraint'>, scene: Scene): Edits {
  const { table, constraint, to } = change;
  const found = tableNamed(scene.standing.schema, table);
  const own = found && constraintOf(found, constraint);
  if (own === null || own.place === null) return onlyAppended;
  if (!own.nameGiven)
    return statementAt(scene.standing, own.place) === null ? onlyAppended : namedConstraint(own.place.span.start, to);
  const parts = statementsIn(scene.standing).filter((statement) => mayBeAbout(statement, table));
  return renamedObject(constraint.name, to, { ...scene, standing: { ...scene.standing, parts } }, [
    'constraint',
    'exists',
  ]);
}
