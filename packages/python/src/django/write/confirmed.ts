import {
  type Change,
  EditedTree,
  type FileEdit,
  type Index,
  isUnreadable,
  type Refused,
  type Table,
} from '@canonical-schema/schema';
import type { DjangoModelsOptions } from '../loaded-models';
import { readDjangoModels } from '../reader';
import { keyOf } from './model-table';
import { lastNames } from './settled-changes';

/** An index or check whose SQL was said in Python, and is to come out as the same SQL. */
type Expressed = Extract<Change, { readonly kind: 'add-index' | 'add-constraint' | 'add-table' }>;

/**
 * Reads the models with their edits again, where conditions or expressions were written: what Django would make of one
 * that is not what the SQL says is refused.
 */
export function misread(
  changes: readonly Change[],
  edits: readonly FileEdit[],
  options: DjangoModelsOptions,
): Refused[] {
  const expressed = changes.filter(hasExpression);
  if (expressed.length === 0) return [];
  const files = EditedTree.over(options.files).with(edits);
  const tables = readDjangoModels({ ...options, files }).schema.tables;
  const byName = new Map(tables.map((table) => [keyOf(table), table]));
  const last = lastNames(changes);
  return expressed.flatMap((change) => {
    const key = keyOf(change.table);
    return problems(change, byName.get(last.get(key) ?? key));
  });
}

function hasExpression(change: Change): change is Expressed {
  if (change.kind === 'add-index') return isExpressive(change.index);
  if (change.kind === 'add-constraint') return ['check', 'exclusion'].includes(change.constraint.kind);
  if (change.kind !== 'add-table') return false;
  const { checks, exclusions, indexes } = change.table;
  return checks.length > 0 || exclusions.length > 0 || indexes.some(isExpressive);
}

function isExpressive({ where, keys }: Index): boolean {
  return where !== null || keys.some(({ of }) => of.kind === 'expression');
}

function problems(change: Expressed, table: Table | undefined): Refused[] {
  const wanted = wantedOf(change);
  return [...wanted].flatMap(([name, sql]) => {
    const all = expressionsOf(table);
    const made = all.get(name);
    // A field may make a check under a name of its own, and Django an index that nobody named.
    if (made === sql || (made === undefined && [...all.values()].includes(sql))) return [];
    const why = `Django would say ${made ?? 'nothing'} for ${name} of ${change.table.name}, where the SQL says ${sql}.`;
    const remedy = 'Add it to the database by a migration with RunSQL, and allow the finding in the options.';
    return [{ change, why, remedy, place: null }];
  });
}

function wantedOf(change: Expressed): ReadonlyMap<string, string> {
  if (change.kind === 'add-table') {
    const { indexes, checks, exclusions } = change.table;
    // Checks that a field brings with it have names of Django's own.
    const given = checks.filter(({ nameGiven }) => nameGiven);
    return expressionsOf({ indexes: indexes.filter(isExpressive), checks: given, exclusions });
  }
  const none = { indexes: [], checks: [], exclusions: [] };
  if (change.kind === 'add-index') return expressionsOf({ ...none, indexes: [change.index] });
  const { constraint } = change;
  if (constraint.kind === 'exclusion') return expressionsOf({ ...none, exclusions: [constraint] });
  return constraint.kind === 'check' ? expressionsOf({ ...none, checks: [constraint] }) : new Map();
}

/** The SQL of checks, predicates and keys, by name. */
function expressionsOf(
  table: Pick<Table, 'indexes' | 'checks' | 'exclusions'> | undefined,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, keys, where } of table?.indexes ?? []) {
    const parts = keys.map(({ of }) => (of.kind === 'column' ? of.column : textOf(of.expression)));
    if (name !== null) found.set(name, `(${parts.join(', ')})${where === null ? '' : ` WHERE ${textOf(where)}`}`);
  }
  for (const { name, expression } of table?.checks ?? []) if (name !== null) found.set(name, textOf(expression));
  for (const { name, definition } of table?.exclusions ?? []) if (name !== null) found.set(name, textOf(definition));
  return found;
}

function textOf(fact: Index['where']): string {
  return isUnreadable(fact) ? `something unreadable (${fact.unreadable})` : (fact ?? '');
}
