import { type Column, type ColumnAlteration, isUnreadable, type Span, type TextEdit } from '@canonical-schema/schema';
import { type ColumnParts, columnParts } from '../../ddl/column-text';
import { isPlainSerial } from '../../ddl/serial';
import type { Spelling } from '../../ddl/spelling';
import { quoteName } from '../../expressions/quote';
import { nodesOf } from '../../fold/tree';
import type { ColumnDef, Constraint } from '../../parser/postgres';
import type { StatementText } from '../../psql/parse-file';

/** A clause behind a column's type, and the text from its first to its last word. */
interface Clause {
  readonly node: Constraint;
  readonly span: Span;
}

/** A column definition as it is written. */
export interface WrittenColumn {
  readonly definition: ColumnDef;
  readonly span: Span;
  readonly text: StatementText;
  readonly source: string;
}

/** The clauses of a column definition, each up to the next. */
export function clausesIn({ definition, span, text, source }: WrittenColumn): readonly Clause[] {
  const nodes = nodesOf(definition.constraints, 'Constraint').filter(({ location }) => location !== undefined);
  const starts = nodes.map((node) => text.placeAt(node.location).span.start);
  return nodes.map((node, at) => ({
    node,
    span: trimmed(source, starts[at] ?? span.start, starts[at + 1] ?? span.end),
  }));
}

/** The type, with its modifiers and brackets. */
export function typeSpan(column: WrittenColumn): Span {
  const { definition, span, text, source } = column;
  const start = text.placeAt(definition.typeName?.location).span.start;
  const collate = definition.collClause?.location;
  const ends = [
    ...clausesIn(column).map((clause) => clause.span.start),
    ...(collate === undefined ? [] : [text.placeAt(collate).span.start]),
    span.end,
  ];
  return trimmed(source, start, Math.min(...ends.filter((end) => end > start)));
}

/** Without blanks and comments at its end. */
function trimmed(source: string, start: number, end: number): Span {
  const words = source.slice(start, end).replace(/(?:\s|--[^\n]*\n|\/\*(?:(?!\*\/)[\s\S])*\*\/)*$/, '');
  return { start, end: start + words.length };
}

/** Which clause a fact of a column is written in. */
const clauseOfFact: Readonly<Record<string, readonly string[]>> = {
  nullable: ['CONSTR_NOTNULL', 'CONSTR_NULL'],
  default: ['CONSTR_DEFAULT'],
  identity: ['CONSTR_IDENTITY'],
  generated: ['CONSTR_GENERATED'],
};

/** What is known of a column that is altered where it is defined. */
export interface Redefinition {
  readonly old: Column;
  readonly set: ColumnAlteration;
  /** Is it part of the primary key, which makes it NOT NULL by itself? */
  readonly isKey: boolean;
  readonly spelling: Spelling;
}

/** The edits that make a column definition say other facts; null where these cannot stand in one. */
export function redefined(column: WrittenColumn, redefinition: Redefinition): TextEdit[] | null {
  const { old, set, isKey, spelling } = redefinition;
  const next: Column = { ...old, ...set };
  if (next.identity === 'serial' && !isPlainSerial(next)) return null;
  const parts = columnParts(next, { isKey, unwritable: null, nextval: null, inline: [], spelling });
  const before = columnParts(old, { isKey, unwritable: null, nextval: null, inline: [], spelling });
  const edits = [...typeEdits(column, parts, before, set), ...collationEdits(column, redefinition)];
  const facts = Object.keys(clauseOfFact).filter((fact) => isSet(fact, set, redefinition));
  let added = '';
  for (const fact of facts) {
    const wanted = wordsOf(fact, parts);
    const clause = clausesIn(column).findLast(({ node }) => clauseOfFact[fact]?.includes(node.contype ?? ''));
    if (clause === undefined) added += wanted === null ? '' : ` ${wanted}`;
    else if (wanted === null) edits.push({ span: withBlanksBefore(column.source, clause.span), text: '' });
    else if (fact !== 'nullable' || clause.node.contype === 'CONSTR_NULL')
      edits.push({ span: clause.span, text: wanted });
  }
  const at = behindType(column);
  return added === '' ? edits : [...edits, { span: { start: at, end: at }, text: added }];
}

function isSet(fact: string, set: ColumnAlteration, { old }: Redefinition): boolean {
  if (fact in set) return true;
  // A serial is NOT NULL by itself, another type has to say so.
  return fact === 'nullable' && set.identity !== undefined && old.identity !== set.identity;
}

const beginnings: Readonly<Record<string, RegExp>> = {
  nullable: /^NOT NULL$/,
  default: /^DEFAULT /,
  identity: /^GENERATED (?:ALWAYS|BY DEFAULT) AS IDENTITY/,
  generated: /^GENERATED ALWAYS AS \(/,
};

function wordsOf(fact: string, { clauses }: ColumnParts): string | null {
  return clauses.find((clause) => beginnings[fact]?.test(clause)) ?? null;
}

function typeEdits(column: WrittenColumn, parts: ColumnParts, before: ColumnParts, set: ColumnAlteration): TextEdit[] {
  const isOther = set.type !== undefined || set.identity !== undefined;
  return isOther && parts.type !== before.type ? [{ span: typeSpan(column), text: parts.type }] : [];
}

function collationEdits(column: WrittenColumn, { set }: Redefinition): TextEdit[] {
  if (set.collation === undefined || isUnreadable(set.collation)) return [];
  const { definition, text, source } = column;
  const location = definition.collClause?.location;
  const type = typeSpan(column);
  const clause = set.collation === null ? '' : ` COLLATE ${quoteName(set.collation)}`;
  if (location === undefined) return clause === '' ? [] : [{ span: { start: type.end, end: type.end }, text: clause }];
  const start = text.placeAt(location).span.start;
  const next = clausesIn(column).find(({ span }) => span.start > start)?.span.start ?? column.span.end;
  return [{ span: { start: type.end, end: trimmed(source, start, next).end }, text: clause }];
}

/** Behind the type, its collation, and NOT NULL where that comes first. */
function behindType(column: WrittenColumn): number {
  const first = clausesIn(column)[0];
  const { definition, text, source, span } = column;
  const collate = definition.collClause?.location;
  if (first?.node.contype === 'CONSTR_NOTNULL') return first.span.end;
  if (collate === undefined) return typeSpan(column).end;
  return trimmed(source, text.placeAt(collate).span.start, first?.span.start ?? span.end).end;
}

function withBlanksBefore(source: string, { start, end }: Span): Span {
  const blanks = /\s*$/.exec(source.slice(0, start))?.[0].length ?? 0;
  return { start: start - blanks, end };
}
