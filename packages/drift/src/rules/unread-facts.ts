import {
  type Column,
  type Fact,
  isUnreadable,
  type Place,
  type Source,
  type Subject,
  type Table,
  type TableRef,
  tableLabel,
  type UnreadPart,
} from '@canonical-schema/schema';
import { whyUncertain } from '../align/objects';
import { keyColumnsOf, structureOf } from '../compare/index-structure';
import { columnLabel, columnSubject, objectSubject, tableSubject } from './departure';

/** A fact or part of a table that one side could not read. */
export interface UnreadFact {
  readonly table: TableRef;
  readonly subject: Subject;
  /** As a message begins: `The type of stocks.symbol`. */
  readonly label: string;
  readonly why: string;
  readonly place: Place | null;
  readonly source: Source;
  /** What it may be that seems to be missing elsewhere; null for a fact of something that is there. */
  readonly mayBe: UnreadPart['kind'] | null;
  /** False where the answer would change nothing: what Python fills in where the SQL has no DEFAULT. */
  readonly isAsked: boolean;
}

/** Everything of a table that could not be read. `counterpart` is the same table on the canonical side. */
export function unreadFactsOf(table: Table, source: Source, counterpart: Table | null): UnreadFact[] {
  const name = counterpart ?? table;
  const defaultOf = (column: Column) => counterpart?.columns.find((same) => same.name === column.name)?.default ?? null;
  const unread = table.columns.filter((column) => !isRead(column));
  return [
    ...unread.flatMap((column) => ofColumn(column, name, source, defaultOf(column))),
    ...(table.managed ? ofObjects(table, name, source) : []),
    ...table.unread.map((part) => ofPart(part, table, name, source)),
  ];
}

/** Most columns are read whole. */
function isRead({ type, nullable, default: byDefault, pythonDefault, generated, collation }: Column): boolean {
  return !(
    isUnreadable(type) ||
    isUnreadable(nullable) ||
    isUnreadable(byDefault) ||
    isUnreadable(pythonDefault) ||
    isUnreadable(generated) ||
    isUnreadable(collation)
  );
}

function ofColumn(
  column: Column,
  table: TableRef,
  source: Source,
  canonicalDefault: Fact<string | null>,
): UnreadFact[] {
  const facts: readonly (readonly [string, Fact<unknown> | undefined, boolean])[] = [
    ['type', column.type, true],
    ['nullability', column.nullable, true],
    ['default', column.default, true],
    ['Python-side default', column.pythonDefault, canonicalDefault !== null],
    ['generated expression', column.generated, true],
    ['collation', column.collation, false],
  ];
  return facts.flatMap(([noun, fact, isAsked]): UnreadFact[] => {
    if (fact === undefined || !isUnreadable(fact)) return [];
    const subject = columnSubject(table, column.name);
    const label = `The ${noun} of ${columnLabel(table, column.name)}`;
    return [{ table, subject, label, why: fact.unreadable, place: column.place, source, mayBe: null, isAsked }];
  });
}

function ofObjects(table: Table, name: TableRef, source: Source): UnreadFact[] {
  const common = { table: name, source, isAsked: true };
  const named = (noun: string, given: string | null) =>
    `The ${noun} ${given ?? ''} of ${tableLabel(name)}`.replace('  ', ' ');
  const checks = table.checks.flatMap((check): UnreadFact[] => {
    if (!isUnreadable(check.expression)) return [];
    const subject = objectSubject('check', name, check, check.columns);
    const why = check.expression.unreadable;
    return [{ ...common, subject, label: named('check', check.name), why, place: check.place, mayBe: 'check' }];
  });
  const exclusions = table.exclusions.flatMap((exclusion): UnreadFact[] => {
    if (!isUnreadable(exclusion.definition)) return [];
    const subject = objectSubject('exclusion', name, exclusion, exclusion.columns);
    const why = exclusion.definition.unreadable;
    return [
      {
        ...common,
        subject,
        label: named('exclusion constraint', exclusion.name),
        why,
        place: exclusion.place,
        mayBe: 'exclusion',
      },
    ];
  });
  const indexes = table.indexes
    .filter((index) => structureOf(index) === null)
    .map((index): UnreadFact => {
      const subject = objectSubject('index', name, index, keyColumnsOf(index));
      return {
        ...common,
        subject,
        label: named('index', index.name),
        why: whyUncertain(index),
        place: index.place,
        mayBe: index.unique ? 'unique' : 'index',
      };
    });
  return [...checks, ...exclusions, ...indexes];
}

function ofPart(part: UnreadPart, table: Table, name: TableRef, source: Source): UnreadFact {
  const noun = part.kind === 'anything' ? 'A part' : `${article(part.kind)} ${part.kind.replace('-', ' ')}`;
  const label = `${noun}${part.name === null ? '' : ` (${part.name})`} of ${tableLabel(name)}`;
  const place = part.place ?? table.place;
  return {
    table: name,
    subject: subjectOfPart(part, name),
    label,
    why: part.why,
    place,
    source,
    mayBe: part.kind,
    isAsked: true,
  };
}

function article(kind: UnreadPart['kind']): string {
  return kind === 'index' || kind === 'exclusion' ? 'An' : 'A';
}

function subjectOfPart(part: UnreadPart, table: TableRef): Subject {
  if (part.kind === 'anything') return tableSubject(table);
  if (part.kind === 'column') return part.name === null ? tableSubject(table) : columnSubject(table, part.name);
  return objectSubject(part.kind, table, part, part.columns ?? []);
}
