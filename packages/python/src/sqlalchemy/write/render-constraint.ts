import {
  assertNever,
  type Check,
  type Constraint,
  type Exclusion,
  isUnreadable,
  type Unique,
} from '@canonical-schema/schema';
import { type Code, callCode, listCode } from '../../edits/code';
import type { TableDescription } from '../description';
import type { WrittenTable } from './column-intent';
import { exclusionParts } from './exclusion-parts';
import { ofPostgres, ofSqlAlchemy } from './imported-name';
import { namedKinds, nameExpression } from './object-name';
import { renderText } from './render-default';
import { foreignKeyOptions, targetPaths } from './render-foreign-key';
import type { KeyNames } from './render-index';
import type { Scribe } from './scribe';
import { type Unwritable, unwritable } from './unwritable';

/** Where a constraint is written. */
export interface ConstraintSite {
  readonly table: WrittenTable;
  readonly names: KeyNames;
  readonly scribe: Scribe;
  /** The table that a foreign key leads to; null for one that the models do not have. */
  readonly target: TableDescription | null;
}

/** `UniqueConstraint('a', 'b', name='…')` and its kin; a reason where SQLAlchemy cannot say it. */
export function renderConstraint(constraint: Constraint, site: ConstraintSite): Code | Unwritable {
  const { scribe, names } = site;
  const key = (column: string): string => scribe.quoted(names.key(column));
  switch (constraint.kind) {
    case 'primary-key':
      return callCode(scribe.name(ofSqlAlchemy('PrimaryKeyConstraint')), [
        ...constraint.columns.map(key),
        ...nameOption(constraint, site),
      ]);
    case 'unique':
      return callCode(scribe.name(ofSqlAlchemy('UniqueConstraint')), [
        ...constraint.columns.map(key),
        ...nameOption(constraint, site),
        ...uniqueOptions(constraint, key, scribe),
      ]);
    case 'foreign-key':
      return callCode(scribe.name(ofSqlAlchemy('ForeignKeyConstraint')), [
        listCode('', constraint.columns.map(key)),
        listCode(
          '',
          targetPaths(constraint, site.target).map((path) => scribe.quoted(path)),
        ),
        ...foreignKeyOptions(constraint, site.table, scribe),
      ]);
    case 'check':
      return renderCheck(constraint, site);
    case 'exclusion':
      return renderExclusion(constraint, site);
    default:
      return assertNever(constraint);
  }
}

function nameOption(constraint: Constraint, { table, names, scribe }: ConstraintSite): readonly string[] {
  const columns = constraint.columns.map((name) => ({ name, key: names.key(name) }));
  const named = { kind: namedKinds[constraint.kind], table, columns, referred: null, wanted: constraint };
  const name = nameExpression(named, scribe);
  return name === null ? [] : [`name=${name}`];
}

function uniqueOptions(unique: Unique, key: (column: string) => string, scribe: Scribe): readonly string[] {
  return [
    ...(unique.deferrable ? ['deferrable=True'] : []),
    ...(unique.initiallyDeferred ? [`initially=${scribe.quoted('DEFERRED')}`] : []),
    ...(unique.nullsNotDistinct ? ['postgresql_nulls_not_distinct=True'] : []),
    ...(unique.include.length === 0 ? [] : [`postgresql_include=[${unique.include.map(key).join(', ')}]`]),
  ];
}

function renderCheck(check: { readonly kind: 'check' } & Check, site: ConstraintSite): Code | Unwritable {
  if (isUnreadable(check.expression))
    return unwritable(`its expression could not be read: ${check.expression.unreadable}`);
  const { scribe } = site;
  return callCode(scribe.name(ofSqlAlchemy('CheckConstraint')), [
    scribe.quoted(withoutParameters(check.expression)),
    ...nameOption(check, site),
  ]);
}

/** A colon before a word would be a parameter. */
export function withoutParameters(sql: string): string {
  return sql.replace(/(?<![:\w\\]):(?=\w+(?!:))/g, '\\:');
}

function renderExclusion(
  exclusion: { readonly kind: 'exclusion' } & Exclusion,
  site: ConstraintSite,
): Code | Unwritable {
  const { scribe, names } = site;
  if (isUnreadable(exclusion.definition))
    return unwritable(`its definition could not be read: ${exclusion.definition.unreadable}`);
  const parts = exclusionParts(exclusion.definition);
  if (parts === null) return unwritable('it excludes by an expression');
  const elements = parts.elements.map(
    ({ column, operator }) => `(${scribe.quoted(names.key(column))}, ${scribe.quoted(operator)})`,
  );
  const classes = parts.elements.flatMap(({ column, opclass }) =>
    opclass === null ? [] : [`${scribe.quoted(names.key(column))}: ${scribe.quoted(opclass)}`],
  );
  return callCode(scribe.name(ofPostgres('ExcludeConstraint')), [
    ...elements,
    ...(exclusion.name === null || !exclusion.nameGiven ? [] : nameOption(exclusion, site)),
    `using=${scribe.quoted(parts.method)}`,
    ...(parts.where === null ? [] : [`where=${renderText(parts.where, scribe)}`]),
    ...(classes.length === 0 ? [] : [`ops={${classes.join(', ')}}`]),
  ]);
}
