import {
  type Check,
  type Constraint,
  type Exclusion,
  type ForeignKey,
  isUnreadable,
  type PrimaryKey,
  type Table,
  tableLabel,
  type Unique,
} from '@canonical-schema/schema';
import {
  checkText,
  constraintText,
  exclusionText,
  foreignKeyText,
  primaryKeyText,
  referencesText,
  uniqueText,
} from './constraint-text';
import type { LaterConstraint } from './ddl-language';
import type { MadeNames } from './made-names';
import { element, note, type Piece } from './piece';
import type { Spelling } from './spelling';
import type { TableOrder } from './table-order';
import type { Unwritable } from './unwritable';

/** What is known of all tables when one is written. */
export interface Surroundings {
  readonly order: TableOrder;
  readonly names: MadeNames;
  readonly unwritable: Unwritable;
  readonly spelling: Spelling;
  /** Clauses of what is listed and belongs to a column. */
  listedClauses(table: Table, column: string): readonly string[];
}

/** The constraints of a table by where they are written. */
export interface TableConstraints {
  /** Behind a column, by its name. */
  readonly inline: ReadonlyMap<string, readonly string[]>;
  /** CHECK behind a column, by its name. */
  readonly checks: ReadonlyMap<string, string>;
  readonly pieces: readonly Piece[];
  /** Below the table: uniqueness that CREATE TABLE would take for one that it has. */
  readonly below: readonly LaterConstraint[];
  /** When all tables are made: foreign keys to tables, or unique indexes, that are made later. */
  readonly last: readonly LaterConstraint[];
}

/** A constraint with what naming and writing it need. */
interface Written {
  readonly kind: Constraint['kind'];
  readonly name: string | null;
  /** The columns in the name that PostgreSQL would make, null for none. */
  readonly part: readonly string[] | null;
  readonly label: string;
  readonly definition: string;
  /** How it stands behind its one column; null where it cannot. One that `isBound` can stand nowhere else. */
  readonly short: { readonly column: string; readonly text: string; readonly isBound?: boolean } | null;
  readonly unwritable: string | null;
}

type Where = keyof Pick<TableConstraints, 'pieces' | 'below' | 'last'>;

/** Distributes the constraints of a table. */
export function tableConstraints(table: Table, around: Surroundings): TableConstraints {
  const { language } = around.spelling;
  const inline = new Map<string, string[]>();
  const checks = new Map<string, string>();
  const pieces: Piece[] = [];
  const later: Record<'below' | 'last', LaterConstraint[]> = { below: [], last: [] };
  const write = (written: Written, where: Where): void => {
    const { kind, name, part, label, definition, short, unwritable } = written;
    const isMade = around.names.isMade(table, name, part, label);
    const isNameLost = name === null && language.namesConstraints;
    if (isNameLost && unwritable === null) pieces.push(note(`${definition}: its name could not be read`));
    if (unwritable !== null) pieces.push(note(`${constraintText(name, definition, language)}: ${unwritable}`));
    else if (where !== 'pieces')
      later[where].push({ table, kind, name: name ?? around.names.free(table, part, label), definition });
    else if (short !== null && (short.isBound || (isMade && !isNameLost))) {
      const text = constraintText(isMade ? null : name, short.text, language);
      inline.set(short.column, [...(inline.get(short.column) ?? []), text]);
    } else pieces.push(element(constraintText(isMade ? null : name, definition, language)));
  };
  if (table.primaryKey !== null) write(ofPrimaryKey(table.primaryKey, table, around), 'pieces');
  const keys = new Set(table.primaryKey === null ? [] : [table.primaryKey.columns.join('\u0000')]);
  for (const unique of byName(table.uniques)) {
    const key = unique.columns.join('\u0000');
    write(ofUnique(unique, table, around), language.mergesAlikeKeys && keys.has(key) ? 'below' : 'pieces');
    keys.add(key);
  }
  for (const key of byName(table.foreignKeys))
    write(ofForeignKey(key, table, around), around.order.isReady(table, key) ? 'pieces' : 'last');
  for (const check of byName(table.checks)) {
    const written = ofCheck(check, table, around);
    const [column = '', ...more] = check.columns;
    const isBehind = more.length === 0 && written.unwritable === null && language.isColumnCheck(check.name, column);
    if (isBehind && !checks.has(column)) checks.set(column, written.definition);
    else write(written, 'pieces');
  }
  for (const exclusion of byName(table.exclusions)) write(ofExclusion(exclusion, table, around), 'pieces');
  return { inline, checks, pieces, ...later };
}

function ofPrimaryKey(key: PrimaryKey, table: Table, { unwritable, spelling: { language } }: Surroundings): Written {
  const [only] = key.columns.length === 1 ? table.columns.filter(({ name }) => name === key.columns[0]) : [];
  const counting = only === undefined ? null : language.counting(only).behindKey;
  const short = behind(key.columns, `PRIMARY KEY ${counting ?? ''}`.trimEnd());
  return {
    ...{ kind: 'primary-key', name: key.name, part: null, label: 'pkey', definition: primaryKeyText(key, language) },
    short: short && { ...short, isBound: counting !== null },
    unwritable: unwritable.whyNotAll(table, key.columns),
  };
}

function ofUnique(unique: Unique, table: Table, { unwritable, spelling: { language } }: Surroundings): Written {
  const columns = [...unique.columns, ...unique.include];
  const isPlain = !unique.deferrable && !unique.nullsNotDistinct && unique.include.length === 0;
  return {
    ...{ kind: 'unique', name: unique.name, part: columns, label: 'key', definition: uniqueText(unique, language) },
    short: isPlain ? behind(unique.columns, 'UNIQUE') : null,
    unwritable: unwritable.whyNotAll(table, columns),
  };
}

function ofForeignKey(key: ForeignKey, table: Table, { order, unwritable, spelling }: Surroundings): Written {
  const target = { schema: key.references.schema, name: key.references.table };
  const why = order.isWritten(target)
    ? unwritable.whyNotAll(target, key.references.columns)
    : `the table ${tableLabel(target)} is not described here`;
  return {
    ...{ kind: 'foreign-key', name: key.name, part: key.columns, label: 'fkey' },
    definition: foreignKeyText(key, spelling),
    short: spelling.language.hasColumnReferences ? behind(key.columns, referencesText(key, spelling)) : null,
    unwritable: unwritable.whyNotAll(table, key.columns) ?? why,
  };
}

function ofCheck({ name, expression, columns }: Check, table: Table, { unwritable }: Surroundings): Written {
  const isKnown = !isUnreadable(expression);
  return {
    ...{ kind: 'check', name, part: columns.length === 1 ? columns : null, label: 'check', short: null },
    definition: isKnown ? checkText(expression) : 'CHECK',
    unwritable: isKnown
      ? unwritable.whyNotAll(table, columns)
      : `its expression could not be read: ${expression.unreadable}`,
  };
}

function ofExclusion({ name, definition, columns }: Exclusion, table: Table, { unwritable }: Surroundings): Written {
  const isKnown = !isUnreadable(definition);
  return {
    ...{ kind: 'exclusion', name, part: columns, label: 'excl', short: null },
    definition: isKnown ? exclusionText(definition) : 'EXCLUDE',
    unwritable: isKnown
      ? unwritable.whyNotAll(table, columns)
      : `its definition could not be read: ${definition.unreadable}`,
  };
}

function behind(columns: readonly string[], text: string): Written['short'] {
  const [column, ...more] = columns;
  return column === undefined || more.length > 0 ? null : { column, text };
}

function byName<T extends { readonly name: string | null }>(objects: readonly T[]): readonly T[] {
  return objects.toSorted((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : (a.name ?? '') > (b.name ?? '') ? 1 : 0));
}
