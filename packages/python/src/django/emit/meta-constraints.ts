import {
  type Check,
  type Exclusion,
  type Fact,
  type Index,
  type IndexKey,
  isUnreadable,
  type Unique,
  type UnreadPart,
  unreadable,
} from '@canonical-schema/schema';
import { truthFact, whyNot } from '../constants';
import type { DeclaredConstraint, ModelState } from '../model-state';
import { schemaEditorName } from '../names';
import { constraintName } from './constraint-name';
import type { EmitContext } from './context';
import { deferrableOf } from './deferral';
import { exclusionOf } from './exclusion';
import { ModelExpressions } from './expression-model';
import { plainUnique } from './field-constraints';
import { columnKey } from './field-indexes';
import { expressionKey } from './index-keys';
import { causeOf, columnsOfFields, conditionOf, fieldColumns, fieldKeys, nameOf } from './meta-indexes';

/** What `Meta.constraints` and `unique_together` make, sorted by what PostgreSQL calls it. */
export interface MetaConstraints {
  readonly uniques: readonly Unique[];
  readonly uniqueIndexes: readonly Index[];
  readonly checks: readonly Check[];
  readonly exclusions: readonly Exclusion[];
  readonly unread: readonly UnreadPart[];
}

type Made =
  | { readonly kind: 'unique'; readonly object: Unique }
  | { readonly kind: 'index'; readonly object: Index }
  | { readonly kind: 'check'; readonly object: Check }
  | { readonly kind: 'exclusion'; readonly object: Exclusion };

/** The constraints that a model's Meta declares. Source: the `create_sql` of each class in `constraints.py`. */
export function metaConstraints(state: ModelState, dbTable: string, context: EmitContext): MetaConstraints {
  const made: Made[] = [];
  const unread: UnreadPart[] = [];
  for (const declared of state.options.constraints) {
    const constraint = declared.kind === 'unread' ? unreadable(declared.why) : constraintOf(declared, state, context);
    if (constraint === null) continue;
    if (!isUnreadable(constraint)) made.push(constraint);
    else {
      const place = causeOf(constraint.unreadable, state) ?? declared.place;
      unread.push(...unreadConstraint(declared.kind, constraint.unreadable, place, nameOf(declared, state, context)));
    }
  }
  const together = togetherUniques(state, dbTable, context);
  const addsIndexes = context.backend.features.addsUniquesAsIndexes;
  return {
    uniques: [
      ...(addsIndexes ? [] : together.uniques),
      ...made.flatMap((each) => (each.kind === 'unique' ? [each.object] : [])),
    ],
    uniqueIndexes: [
      ...(addsIndexes ? together.uniques.map(uniqueAsIndex) : []),
      ...made.flatMap((each) => (each.kind === 'index' ? [each.object] : [])),
    ],
    checks: made.flatMap((each) => (each.kind === 'check' ? [each.object] : [])),
    exclusions: made.flatMap((each) => (each.kind === 'exclusion' ? [each.object] : [])),
    unread: [...unread, ...together.unread],
  };
}

/** The kinds of object that a constraint which could not be read may be. */
const kindsOfUnread: Readonly<Record<DeclaredConstraint['kind'] | 'unread', readonly UnreadPart['kind'][]>> = {
  check: ['check'],
  unique: ['unique', 'index'],
  exclusion: ['exclusion'],
  unread: ['check', 'unique', 'index', 'exclusion'],
};

function unreadConstraint(
  kind: DeclaredConstraint['kind'] | 'unread',
  why: string,
  place: UnreadPart['place'],
  name: string | null = null,
): readonly UnreadPart[] {
  return kindsOfUnread[kind].map((part) => ({ kind: part, name, columns: null, why, place }));
}

/** What an entry makes; null where the server has no such constraint, and Django leaves it out with a warning. */
function constraintOf(declared: DeclaredConstraint, state: ModelState, context: EmitContext): Fact<Made> | null {
  const name = constraintName(declared.arguments, state);
  if (isUnreadable(name)) return name;
  if (name === null) return unreadable('it has no name');
  switch (declared.kind) {
    case 'check':
      if (!context.backend.features.hasChecks) return null;
      return { kind: 'check', object: checkOf(declared, name, state, context) };
    case 'exclusion':
      if (!context.backend.sql.traits.hasExclusionConstraints)
        return unreadable('exclusion constraints are only written for PostgreSQL');
      return { kind: 'exclusion', object: exclusionOf(declared, name, state, context) };
    case 'unique':
      return uniqueOf(declared, name, state, context);
  }
}

function checkOf(declared: DeclaredConstraint, name: string, state: ModelState, context: EmitContext): Check {
  // Called `check` until Django 5.0.
  const condition = declared.arguments.get('condition') ?? declared.arguments.get('check');
  const model = new ModelExpressions(state, context.registry);
  const expression = condition === undefined ? unreadable('it has no condition') : model.condition(condition, 'check');
  return {
    name: context.backend.names.stored(name),
    nameGiven: true,
    expression,
    columns: model.columns(),
    origin: 'written',
    place: declared.place,
  };
}

/** A unique index where it has a condition, expressions, INCLUDE or operator classes; else a constraint. */
function uniqueOf(
  declared: DeclaredConstraint,
  name: string,
  state: ModelState,
  context: EmitContext,
): Fact<Made> | null {
  if (!isSupported(declared, context)) return null;
  const nullsNotDistinct = nullsNotDistinctOf(declared);
  if (isUnreadable(nullsNotDistinct)) return nullsNotDistinct;
  if (isIndex(declared)) return uniqueIndexOf(declared, name, nullsNotDistinct, state, context);
  const columns = fieldColumns(declared.arguments, 'fields', state, context);
  if (isUnreadable(columns)) return columns;
  const deferral = deferralOf(declared);
  if (isUnreadable(deferral)) return deferral;
  const unique = plainUnique(context.backend.names.stored(name), true, columns, declared.place);
  return { kind: 'unique', object: { ...unique, ...deferral, nullsNotDistinct } };
}

function isIndex(declared: DeclaredConstraint): boolean {
  const isWanted = (name: string) => isGiven(declared, name);
  return declared.expressions.length > 0 || ['condition', 'include', 'opclasses'].some(isWanted);
}

function isGiven(declared: DeclaredConstraint, name: string): boolean {
  const value = declared.arguments.get(name);
  return value !== undefined && truthFact(value) !== false;
}

/** Source: `_unique_supported`. */
function isSupported(declared: DeclaredConstraint, { backend: { features, sql } }: EmitContext): boolean {
  const { traits } = sql;
  if (!traits.hasPartialIndexes && isGiven(declared, 'condition')) return false;
  if (!traits.hasIndexOptions && isGiven(declared, 'include')) return false;
  if (!features.hasDeferrableUniques && isGiven(declared, 'deferrable')) return false;
  if (!features.hasExpressionIndexes && declared.expressions.length > 0) return false;
  const distinct = declared.arguments.get('nulls_distinct');
  return features.hasNullsDistinct || distinct === undefined || distinct.kind === 'none';
}

function nullsNotDistinctOf(declared: DeclaredConstraint): Fact<boolean> {
  const value = declared.arguments.get('nulls_distinct');
  if (value === undefined || value.kind === 'none') return false;
  return value.kind === 'bool' ? !value.value : unreadable(whyNot(value, 'a constant'));
}

function deferralOf(declared: DeclaredConstraint): Fact<Pick<Unique, 'deferrable' | 'initiallyDeferred'>> {
  const value = declared.arguments.get('deferrable');
  // With `nulls_distinct`, Django's own statement leaves the deferral out.
  const unspoken = declared.arguments.get('nulls_distinct')?.kind === 'bool';
  if (value === undefined || value.kind === 'none' || unspoken) return { deferrable: false, initiallyDeferred: false };
  return deferrableOf(value) ?? unreadable(whyNot(value, 'a Deferrable'));
}

function uniqueIndexOf(
  declared: DeclaredConstraint,
  name: string,
  nullsNotDistinct: boolean,
  state: ModelState,
  context: EmitContext,
): Fact<Made> {
  const model = new ModelExpressions(state, context.registry);
  const keys =
    declared.expressions.length > 0
      ? declared.expressions.map((expression) => expressionKey(expression, model))
      : fieldKeys(declared.arguments, 'btree', state, context);
  if (isUnreadable(keys)) return keys;
  const include = fieldColumns(declared.arguments, 'include', state, context);
  if (isUnreadable(include)) return include;
  if (isPlainUnique(keys, context)) {
    const columns = keys.flatMap(({ of }) => (of.kind === 'column' ? [of.column] : []));
    return { kind: 'unique', object: plainUnique(context.backend.names.stored(name), true, columns, declared.place) };
  }
  const object: Index = {
    name: context.backend.names.stored(name),
    nameGiven: true,
    unique: true,
    method: 'btree',
    keys,
    include,
    where: conditionOf(declared.arguments, state, context),
    nullsNotDistinct,
    origin: 'written',
    place: declared.place,
  };
  return { kind: 'index', object };
}

/** The unique index that stands for a unique constraint where a table cannot be given one. */
export function uniqueAsIndex({ name, nameGiven, columns, place }: Unique): Index {
  return {
    name,
    nameGiven,
    unique: true,
    method: 'btree',
    keys: columns.map((column) => columnKey(column)),
    include: [],
    where: null,
    nullsNotDistinct: false,
    origin: 'written',
    place,
  };
}

function togetherUniques(
  state: ModelState,
  dbTable: string,
  context: EmitContext,
): { readonly uniques: readonly Unique[]; readonly unread: readonly UnreadPart[] } {
  const groups = state.options.uniqueTogether;
  const uniques: Unique[] = [];
  const unread: UnreadPart[] = [];
  if (isUnreadable(groups)) return { uniques, unread: unreadConstraint('unique', groups.unreadable, state.place) };
  for (const group of groups) {
    const columns = columnsOfFields(group, state, context);
    if (isUnreadable(columns)) {
      const place = causeOf(columns.unreadable, state) ?? state.place;
      unread.push(...unreadConstraint('unique', columns.unreadable, place));
    } else uniques.push(togetherUnique(columns, dbTable, state, context));
  }
  return { uniques, unread };
}

/** Where a unique constraint is nothing but a unique index, one over whole columns is called a constraint. */
function isPlainUnique(keys: readonly IndexKey[], { backend }: EmitContext): boolean {
  return (
    backend.sql.traits.uniquesAreIndexes && keys.every(({ of, descending }) => of.kind === 'column' && !descending)
  );
}

function togetherUnique(
  columns: readonly string[],
  dbTable: string,
  state: ModelState,
  { backend: { names } }: EmitContext,
): Unique {
  const name = names.stored(schemaEditorName(dbTable, columns, '_uniq', names));
  const stored = columns.map((column) => names.stored(column));
  return plainUnique(name, false, stored, state.place);
}
