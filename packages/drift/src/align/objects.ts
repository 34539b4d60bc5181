import {
  type Check,
  type Column,
  type Domain,
  type Exclusion,
  type ForeignKey,
  type Index,
  isUnreadable,
  type PrimaryKey,
  type Table,
  type UnreadPart,
} from '@canonical-schema/schema';
import { describeIndex, plainColumnsOf, structureOf } from '../compare/index-structure';
import type { Hidden } from './alignment';
import { pairChecks, pairExclusions, pairForeignKeys } from './constraints';
import { checksOfDomain } from './domains';
import { type Sought, type UnreadParts, withoutHidden } from './hidden';
import { nothingPaired, type Pair, type Pairing } from './pairing';
import { pairIndexes, pairUniqueness, type UniquenessRule, uniquenessOf } from './uniqueness';

/** What pairing the objects of one table starts from. */
export interface TableDraft {
  readonly pair: Pair<Table>;
  readonly columns: Pairing<Column>;
  readonly domains: ReadonlyMap<string, Domain>;
  /** With references in canonical names. */
  readonly actualForeignKeys: readonly ForeignKey[];
}

/** Every object of a table but its columns' surroundings, paired. */
export interface AlignedObjects {
  readonly columns: Pairing<Column>;
  readonly primaryKey: Pair<PrimaryKey | null>;
  readonly uniqueness: Pairing<UniquenessRule>;
  readonly foreignKeys: Pairing<ForeignKey>;
  readonly checks: Pairing<Check>;
  readonly exclusions: Pairing<Exclusion>;
  readonly indexes: Pairing<Index>;
  readonly hidden: readonly Hidden[];
}

/**
 * Pairs the objects of a table. An object whose columns are all missing on the other side goes with them: the finding
 * about the column is enough. Of an unmanaged model only columns and key are compared.
 */
export function alignObjects(draft: TableDraft): AlignedObjects {
  const { pair } = draft;
  const hidden: Hidden[] = [];
  const unread = unreadPartsOf(pair);
  const columns = withoutHidden(draft.columns, unread, soughtColumn, hidden);
  const primaryKey = withoutHiddenKey(pair, unread, hidden);
  if (!pair.actual.managed) return { columns, primaryKey, ...unmanaged, hidden };
  const oneSided = {
    missing: new Set(draft.columns.missing.map(({ name }) => name)),
    extra: new Set(draft.columns.extra.map(({ name }) => name)),
  };
  const settle = <T>(pairing: Pairing<T>, soughtOf: (item: T) => Sought): Pairing<T> =>
    withoutHidden(
      withoutDependents(pairing, (item) => soughtOf(item).columns, oneSided),
      unread,
      soughtOf,
      hidden,
    );
  const { canonical, actual } = pair;
  return {
    columns,
    primaryKey,
    uniqueness: settle(
      certainly(pairUniqueness(uniquenessOf(canonical), uniquenessOf(actual)), isCertainRule),
      soughtRule,
    ),
    foreignKeys: settle(pairForeignKeys(canonical.foreignKeys, draft.actualForeignKeys), soughtForeignKey),
    checks: settle(certainly(pairChecks(checksOf(draft), actual.checks), isCertainCheck), soughtCheck),
    exclusions: settle(
      certainly(pairExclusions(canonical.exclusions, actual.exclusions), isCertainExclusion),
      soughtExclusion,
    ),
    indexes: settle(certainly(pairIndexes(plainIndexes(canonical), plainIndexes(actual)), isCertainIndex), soughtIndex),
    hidden,
  };
}

const unmanaged = {
  uniqueness: nothingPaired,
  foreignKeys: nothingPaired,
  checks: nothingPaired,
  exclusions: nothingPaired,
  indexes: nothingPaired,
};

function plainIndexes(table: Table): Index[] {
  return table.indexes.filter((index) => !index.unique);
}

/** The SQL's checks, with those of a domain where the other side has the domain's base type. */
function checksOf({ pair, columns, domains }: TableDraft): readonly Check[] {
  if (domains.size === 0) return pair.canonical.checks;
  const ofDomains = columns.both.flatMap(({ canonical, actual }) => {
    if (isUnreadable(canonical.type) || canonical.type === actual.type) return [];
    const domain = domains.get(canonical.type);
    return domain === undefined ? [] : checksOfDomain(canonical, domain);
  });
  return [...pair.canonical.checks, ...ofDomains];
}

/** Leaves out one-sided objects that were not read whole: they are neither missing nor extra. */
function certainly<T>(pairing: Pairing<T>, isCertain: (item: T) => boolean): Pairing<T> {
  return { both: pairing.both, missing: pairing.missing.filter(isCertain), extra: pairing.extra.filter(isCertain) };
}

function withoutDependents<T>(
  pairing: Pairing<T>,
  columnsOf: (item: T) => readonly string[] | null,
  oneSided: { readonly missing: ReadonlySet<string>; readonly extra: ReadonlySet<string> },
): Pairing<T> {
  const stays = (gone: ReadonlySet<string>) => (item: T) => {
    const columns = columnsOf(item);
    return columns === null || columns.length === 0 || !columns.every((column) => gone.has(column));
  };
  return {
    both: pairing.both,
    missing: oneSided.missing.size === 0 ? pairing.missing : pairing.missing.filter(stays(oneSided.missing)),
    extra: oneSided.extra.size === 0 ? pairing.extra : pairing.extra.filter(stays(oneSided.extra)),
  };
}

function withoutHiddenKey(pair: Pair<Table>, unread: UnreadParts, hidden: Hidden[]): Pair<PrimaryKey | null> {
  const { canonical, actual } = { canonical: pair.canonical.primaryKey, actual: pair.actual.primaryKey };
  const pairing = withoutHidden(
    {
      both: [],
      missing: actual === null && canonical !== null ? [canonical] : [],
      extra: canonical === null && actual !== null ? [actual] : [],
    },
    unread,
    (key) => ({ ...key, kinds: ['primary-key'], label: `primary key (${key.columns.join(', ')})` }),
    hidden,
  );
  const isOneSided = (canonical === null) !== (actual === null);
  const isHidden = isOneSided && pairing.missing.length + pairing.extra.length === 0;
  return isHidden ? { canonical: null, actual: null } : { canonical, actual };
}

/** The unread parts of both sides; an object that was not read whole may be any other of its kind. */
function unreadPartsOf({ canonical, actual }: Pair<Table>): UnreadParts {
  return { canonical: partsOf(canonical), actual: partsOf(actual) };
}

function partsOf(table: Table): UnreadPart[] {
  const checks = table.checks.flatMap((check): UnreadPart[] =>
    isUnreadable(check.expression)
      ? [{ ...partOf(check, check.expression.unreadable), kind: 'check', columns: columnsOrNull(check.columns) }]
      : [],
  );
  const exclusions = table.exclusions.flatMap((exclusion): UnreadPart[] =>
    isUnreadable(exclusion.definition)
      ? [
          {
            ...partOf(exclusion, exclusion.definition.unreadable),
            kind: 'exclusion',
            columns: columnsOrNull(exclusion.columns),
          },
        ]
      : [],
  );
  const indexes = table.indexes
    .filter((index) => !isCertainIndex(index))
    .map((index): UnreadPart => {
      return { ...partOf(index, whyUncertain(index)), kind: index.unique ? 'unique' : 'index', columns: null };
    });
  return [...table.unread, ...checks, ...exclusions, ...indexes];
}

/** Why the first part of an index that could not be read could not be. */
export function whyUncertain(index: Index): string {
  const facts = [...index.keys.map(({ of: term }) => (term.kind === 'column' ? '' : term.expression)), index.where];
  return facts.find(isUnreadable)?.unreadable ?? 'an expression of it';
}

function partOf(object: Check | Exclusion | Index, why: string) {
  return { name: object.nameGiven ? object.name : null, why, place: object.place };
}

function columnsOrNull(columns: readonly string[]): readonly string[] | null {
  return columns.length === 0 ? null : columns;
}

const isCertainIndex = (index: Index) => structureOf(index) !== null;
const isCertainRule = (rule: UniquenessRule) => isCertainIndex(rule.index);
const isCertainCheck = (check: Check) => !isUnreadable(check.expression);
const isCertainExclusion = (exclusion: Exclusion) => !isUnreadable(exclusion.definition);

function soughtColumn(column: Column): Sought {
  const { name } = column;
  return { kinds: ['column'], name, nameGiven: true, columns: null, label: `column ${name}` };
}

function soughtRule({ form, index }: UniquenessRule): Sought {
  const { name, nameGiven } = index;
  const label = form === 'constraint' ? `unique (${plainColumnsOf(index)?.join(', ') ?? ''})` : describeIndex(index);
  return { kinds: ['unique', 'index'], name, nameGiven, columns: plainColumnsOf(index), label };
}

function soughtIndex(index: Index): Sought {
  const { name, nameGiven } = index;
  return { kinds: ['index'], name, nameGiven, columns: plainColumnsOf(index), label: `index ${describeIndex(index)}` };
}

function soughtForeignKey({ name, nameGiven, columns }: ForeignKey): Sought {
  return { kinds: ['foreign-key'], name, nameGiven, columns, label: `foreign key (${columns.join(', ')})` };
}

function soughtCheck({ name, nameGiven, columns, expression }: Check): Sought {
  const label = isUnreadable(expression) ? 'check' : `check (${expression})`;
  return { kinds: ['check'], name, nameGiven, columns: columnsOrNull(columns), label };
}

function soughtExclusion({ name, nameGiven, columns, definition }: Exclusion): Sought {
  const label = isUnreadable(definition) ? 'exclusion' : `exclusion ${definition}`;
  return { kinds: ['exclusion'], name, nameGiven, columns: columnsOrNull(columns), label };
}
