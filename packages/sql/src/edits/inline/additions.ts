import type { Column, Constraint, Span, Table } from '@canonical-schema/schema';
import { columnParts } from '../../ddl/column-text';
import { constraintText } from '../../ddl/constraint-text';
import { indexText } from '../../ddl/index-text';
import { isPlainSerial, isSerial } from '../../ddl/serial';
import { definitionOf, madeNameOf } from '../constraint-statements';
import { type ChangeOf, type Impossible, isImpossible } from '../outcome';
import { commentEdits } from './comments';
import { insertedBehind, type List } from './list';
import {
  type Edits,
  lastAbout,
  type Making,
  makingOf,
  notMadePlainly,
  type Scene,
  statementBehind,
  tableNamed,
} from './scene';
import { contentOf, type Element } from './statements';

/** A new column behind the last one of CREATE TABLE. */
export function addedColumn({ table, column }: ChangeOf<'add-column'>, scene: Scene): Edits {
  const making = makingOf(scene, table);
  if (making === null) return notMadePlainly(table);
  const late = lateNeed(column, making, scene);
  if (late !== null) return late;
  const at = making.elements.findLastIndex((element) => element.column !== null);
  if (at < 0) return notMadePlainly(table);
  const element = scene.style.statement(alignedText(column, making, scene));
  const edits = insertedBehind(listOf(making, scene), at, element);
  if (column.comment === null) return edits;
  const comment = commentEdits(scene, table, column.name, column.comment);
  return isImpossible(comment) ? comment : [...edits, ...comment];
}

/** What the column needs and the file makes only later. */
function lateNeed(column: Column, { table, statement }: Making, { standing }: Scene): Impossible | null {
  const label = `${table.name}.${column.name}`;
  if (isSerial(column) && !isPlainSerial(column)) return laterThing(label, 'its sequence');
  if (typeof column.default === 'string' && column.default.includes('nextval('))
    return laterThing(label, 'its sequence');
  return isTypeLater(column.type, statement.text.span, standing.schema) ? laterThing(label, 'its type') : null;
}

function laterThing(label: string, what: string): Impossible {
  return {
    why: `${label} needs ${what}, which the file makes later.`,
    remedy: 'Write the change into the SQL file by hand.',
  };
}

/** Is the type one that the file makes behind that stretch? */
export function isTypeLater(type: Column['type'], { start }: Span, { enums, domains }: Scene['wanted']): boolean {
  if (typeof type !== 'string') return true;
  const base = type.endsWith('[]') ? type.slice(0, -2) : type;
  const own = [...enums, ...domains].find(
    ({ schema, name }) => base === name || base === `${schema}.${name}` || base === `"${name}"`,
  );
  return own !== undefined && (own.place === null || own.place.span.start > start);
}

/** The list of a CREATE TABLE's elements. */
export function listOf({ elements }: Making, { standing, style }: Scene): List {
  return { text: standing.file.text, newline: style.newline, elements: elements.map(({ span }) => span) };
}

/** The definition, its type and clauses below those of its neighbours where these stand in columns. */
function alignedText(column: Column, { elements, statement }: Making, { standing, around }: Scene): string {
  const parts = columnParts(column, {
    ...{ isKey: false, unwritable: null, nextval: null, inline: [], spelling: around.spelling },
  });
  const { text } = standing.file;
  const columns = elements.filter((element) => element.column !== null);
  const offset = (element: Element, location: number | undefined): number =>
    location === undefined ? -1 : statement.text.placeAt(location).span.start - element.span.start;
  const types = columns.map((element) => offset(element, element.column?.typeName?.location));
  const clauses = columns.map((element) => offset(element, clauseLocation(element)));
  const typeAt = commonColumn(types, columns, text);
  const clauseAt = typeAt === 0 ? 0 : commonColumn(clauses, columns, text);
  const start = `${parts.name} `.padEnd(typeAt);
  const rest = parts.clauses.join(' ');
  return rest === '' ? start + parts.type : `${start}${parts.type} `.padEnd(clauseAt) + rest;
}

function clauseLocation({ column }: Element): number | undefined {
  const first = column?.constraints?.[0];
  return first !== undefined && 'Constraint' in first ? first.Constraint.location : undefined;
}

/** The offset that all share, where blanks were put in for it; 0 where there is none. */
export function commonColumn(
  offsets: readonly number[],
  elements: readonly Pick<Element, 'span'>[],
  text: string,
): number {
  const known = offsets.flatMap((offset, at) => {
    const start = elements[at]?.span.start ?? 0;
    return offset < 0 ? [] : [{ offset, isPadded: text.slice(start, start + offset).endsWith('  ') }];
  });
  const first = known[0]?.offset ?? 0;
  const isCommon = known.length > 1 && known.every(({ offset }) => offset === first);
  return isCommon && known.some(({ isPadded }) => isPadded) ? first : 0;
}

/** A new constraint at the end of CREATE TABLE. */
export function addedConstraint({ table, constraint }: ChangeOf<'add-constraint'>, scene: Scene): Edits {
  const making = makingOf(scene, table);
  if (making === null) return notMadePlainly(table);
  if (
    constraint.kind === 'foreign-key' &&
    !isTargetMade(constraint, making.table, making.statement.text.span, scene.standing.schema)
  ) {
    return {
      why: `The file makes ${constraint.references.table} later than ${table.name}, which would reference it.`,
      remedy: 'Write the change into the SQL file by hand.',
    };
  }
  const { part, label } = madeNameOf(constraint);
  const name = constraint.name ?? scene.around.names.free(table, part, label);
  const isMade = !constraint.nameGiven && scene.around.names.isMade(table, name, part, label);
  const sql = constraintText(
    isMade ? null : name,
    definitionOf(constraint, scene.around.spelling),
    scene.around.spelling.language,
  );
  return insertedBehind(listOf(making, scene), making.elements.length - 1, scene.style.statement(sql));
}

/** Does the file make the key that is referenced before the table, or in it? */
export function isTargetMade(
  { references }: Extract<Constraint, { kind: 'foreign-key' }>,
  table: Table,
  { start, end }: Span,
  schema: Scene['wanted'],
): boolean {
  const target = tableNamed(schema, { schema: references.schema, name: references.table });
  const key = target === null ? undefined : keyOn(target, references.columns);
  const at = key?.place?.span.start;
  if (at === undefined) return false;
  return at < start || (target === table && at < end);
}

function keyOn({ primaryKey, uniques, indexes }: Table, columns: readonly string[]) {
  const wanted = columns.toSorted().join('\u0000');
  const constraints = [...(primaryKey === null ? [] : [primaryKey]), ...uniques];
  const unique = indexes.filter((index) => index.unique && index.where === null);
  return (
    constraints.find((key) => key.columns.toSorted().join('\u0000') === wanted) ??
    unique.find(
      ({ keys }) =>
        keys
          .flatMap(({ of: term }) => (term.kind === 'column' ? [term.column] : []))
          .toSorted()
          .join('\u0000') === wanted,
    )
  );
}

/** A new index below the table's others, or below the table. */
export function addedIndex({ table, index }: ChangeOf<'add-index'>, scene: Scene): Edits {
  const found = tableNamed(scene.standing.schema, table);
  const shaping = shapingStatement(scene, table);
  if (found === null || shaping === null) return notMadePlainly(table);
  const keys = index.keys.map(({ of: term }) => (term.kind === 'column' ? term.column : 'expr'));
  const name = index.name ?? scene.around.names.free(table, keys, 'idx');
  const sql = indexText({ ...index, name }, found, scene.around);
  return [statementBehind(scene, shaping, sql, contentOf(shaping, 'IndexStmt') === null)];
}

/** The last statement that makes something of the table: comments on it stand below. */
function shapingStatement(scene: Scene, table: Making['table'] | ChangeOf<'add-index'>['table']) {
  const { parts } = scene.standing;
  const statements = parts
    .slice(0, parts.length)
    .filter((part) => part.kind !== 'statement' || contentOf(part, 'CommentStmt') === null);
  return lastAbout({ ...scene, standing: { ...scene.standing, parts: statements } }, table);
}
