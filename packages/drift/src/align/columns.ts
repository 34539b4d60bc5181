import {
  type Column,
  type EnumType,
  isUnreadable,
  type Schema,
  type Table,
  tableLabel,
} from '@canonical-schema/schema';
import type { JudgedDialect } from '../dialects';
import type { ColumnPair, Follower } from './alignment';
import { domainsByType, withDomain } from './domains';
import { type Pair, type Pairing, pairByName } from './pairing';

/** What pairing columns needs to know of the two schemas, looked up once. */
export interface Types {
  readonly canonicalDomains: ReturnType<typeof domainsByType>;
  readonly actualDomains: ReturnType<typeof domainsByType>;
  readonly canonicalEnums: ReadonlyMap<string, EnumType>;
  readonly actualEnums: ReadonlyMap<string, EnumType>;
  /** The lists that they come from: the same lists, the same types. */
  readonly from: readonly unknown[];
}

/** The named types of two schemas by the text that columns have as their type. */
export function typesOf(canonical: Schema, actual: Schema): Types {
  return {
    canonicalDomains: domainsByType(canonical),
    actualDomains: domainsByType(actual),
    canonicalEnums: new Map(canonical.enums.map((type) => [tableLabel(type), type])),
    actualEnums: new Map(actual.enums.map((type) => [tableLabel(type), type])),
    from: [canonical.domains, actual.domains, canonical.enums, actual.enums],
  };
}

/** Pairs columns by name. */
export function pairColumns(pair: Pair<Table>, types: Types): Pairing<Column> {
  const pairing = pairByName(pair.canonical.columns, pair.actual.columns);
  return { ...pairing, both: pairing.both.map((columns) => withDomains(columns, types)) };
}

/** A domain on one side only counts with everything it adds to its base type. */
function withDomains(pair: Pair<Column>, types: Types): Pair<Column> {
  const { canonical, actual } = pair;
  if (isUnreadable(canonical.type) || isUnreadable(actual.type) || canonical.type === actual.type) return pair;
  const canonicalDomain = types.canonicalDomains.get(canonical.type);
  const actualDomain = types.actualDomains.get(actual.type);
  return {
    canonical: canonicalDomain === undefined ? canonical : withDomain(canonical, canonicalDomain),
    actual: actualDomain === undefined ? actual : withDomain(actual, actualDomain),
  };
}

/** The pair with its surroundings: what it references, the labels of its enum types, whether Django made it. */
export function surrounded(
  pair: Pair<Column>,
  table: Pair<Table>,
  target: Pair<Column> | null,
  types: Types,
  dialect: JudgedDialect,
  followers: readonly Follower[],
  declared: Pair<Column>,
): ColumnPair {
  const { orm, primaryKey } = table.actual;
  const key = primaryKey?.columns;
  const isImplicitKey = orm?.implicitKey === true && key?.length === 1 && key[0] === pair.actual.name;
  return {
    canonical: pair.canonical,
    actual: pair.actual,
    target,
    labels: {
      canonical: labelsOf(pair.canonical, types.canonicalEnums, dialect),
      actual: labelsOf(pair.actual, types.actualEnums, dialect),
    },
    followers,
    declared,
    isImplicitKey,
    // `app.Model.field` instead of `app.Model`.
    isJoinTableKey: isImplicitKey && (orm?.model.split('.') ?? []).length > 2,
  };
}

/** The labels that a column's type has: those of a type of its own, or those that it spells. */
function labelsOf(
  column: Column,
  enums: ReadonlyMap<string, EnumType>,
  dialect: JudgedDialect,
): ColumnPair['labels']['actual'] {
  const type = enumOf(column, enums);
  if (type !== undefined) return type.labels;
  return isUnreadable(column.type) ? null : dialect.labelsOf(column.type);
}

/** The native enum that is a column's type, or its elements' type. */
export function enumOf(column: Column, enums: ReadonlyMap<string, EnumType>): EnumType | undefined {
  if (enums.size === 0 || isUnreadable(column.type)) return undefined;
  const type = column.type.endsWith('[]') ? column.type.slice(0, -2) : column.type;
  return enums.get(type);
}
