import {
  type Column,
  type Domain,
  type EnumType,
  isUnreadable,
  labelledType,
  parseColumnType,
  type Schema,
} from '@canonical-schema/schema';
import { typeText } from '@canonical-schema/sql';
import type { Call, Expression } from '../../syntax/ast';
import { schemaItems } from '../columns/read-column';
import type { TypeArgument, TypeName } from './dialects/type-name';
import type { ImportedName } from './imported-name';
import { ofPostgres, ofSqlAlchemy, ofTyping } from './imported-name';
import type { ModelFile } from './model-file';
import type { Scribe } from './scribe';
import type { SourceColumn } from './source-column';

/** A column's type in Python: as SQLAlchemy has it, and as an annotation. */
export interface RenderedType {
  /** `String(50)`; what is not asked for is not imported. */
  sql(): string;
  /** `str`. */
  python(): string;
  /** The last name of that, whatever it is imported as. */
  pythonName(): string;
  /** The Python type that SQLAlchemy may map to this very type by itself; null for none. */
  readonly plain: ImportedName | null;
}

/** The Python type that SQLAlchemy, or a type map, may give this type. */
function pythonTypeOf(type: string, { dialect }: Scribe): ImportedName | null {
  const parsed = parseColumnType(type);
  if (parsed.array) return null;
  return dialect.typeNames(parsed.base).find((row) => row.arguments(parsed) !== null)?.python ?? null;
}

/**
 * The type of a column (in normal form) as the models near it write it; null where SQLAlchemy has no name for it.
 */
export function renderType(
  type: string,
  collation: string | null,
  canonical: Schema,
  scribe: Scribe,
): RenderedType | null {
  const same = collation === null ? sameType(type, canonical, scribe) : null;
  const written = same ?? namedType(type, collation, canonical, scribe);
  if (written === null) return null;
  return { ...written, plain: collation === null ? pythonTypeOf(type, scribe) : null };
}

type WrittenType = Omit<RenderedType, 'plain'>;

/** The text that a column of the same file gives this very type. */
function sameType(type: string, canonical: Schema, scribe: Scribe): WrittenType | null {
  const twin = scribe.habits.nearest(
    (column) =>
      column.file === scribe.file &&
      column.emitted.type === type &&
      isPlainType(column, scribe) &&
      hasLabels(column, type, canonical),
  );
  const expression = twin === null ? null : typeExpression(twin);
  if (twin === null || expression === null) return null;
  const { annotation, file } = twin;
  if (annotation === null && scribe.habits.nearest((column) => column.annotation !== null) !== null) return null;
  return {
    sql: () => file.textOf(expression),
    python: () => (annotation === null ? '' : withoutNone(annotation, file)),
    pythonName: () => (annotation === null ? '' : (withoutNone(annotation, file).split('.').at(-1) ?? '')),
  };
}

/** An enum of strings that is to get other labels is no example; one of a class gets them with the class. */
function hasLabels(source: SourceColumn, text: string, { enums }: Schema): boolean {
  const { type } = source.column;
  if (type.kind !== 'enum') return true;
  const expression = typeExpression(source);
  const first = expression?.kind === 'call' ? expression.args[0] : undefined;
  if (first?.form === 'positional' && first.value.kind !== 'string') return true;
  return JSON.stringify(enums.find((each) => typeText(each) === text)?.labels) === JSON.stringify(type.labels);
}

/** A type by a name of SQLAlchemy's, whose text means the same in another column of the file. */
function isPlainType({ column, emitted, form, call, file }: SourceColumn, { dialect }: Scribe): boolean {
  if (form === 'sqlmodel' || call === null || emitted.collation !== null) return false;
  const expression = typeExpression({ call } as SourceColumn);
  if (expression === null) return false;
  const named = expression.kind === 'call' ? expression.callee : expression;
  const name = named.kind === 'attribute' || named.kind === 'name' ? named.name : '';
  if (column.type.kind === 'enum') return (name === 'Enum' || name === 'ENUM') && column.type.native;
  if (column.type.kind === 'domain') return name === 'DOMAIN';
  if (column.type.kind === 'array') return name === 'ARRAY' && /^[\w.()]+$/.test(file.textOf(expression));
  const rows = typeof emitted.type === 'string' ? dialect.typeNames(parseColumnType(emitted.type).base) : [];
  return rows.some(({ names }) => names.some((known) => known.name === name));
}

/** The type among a column's arguments; null where it has none, or none that stands there as it is. */
export function typeExpression({ call }: Pick<SourceColumn, 'call'>): Expression | null {
  return call === null ? null : typeOfArguments(call.args);
}

/** The type among the arguments of a column. */
export function typeOfArguments(args: Call['args']): Expression | null {
  const keyword = args.find(({ form, name }) => form === 'keyword' && (name === 'type_' || name === 'sa_type'));
  if (keyword !== undefined) return keyword.value;
  const positional = args.filter(({ form }) => form === 'positional').map(({ value }) => value);
  const [first, second] = positional;
  const candidate = first?.kind === 'string' || first?.kind === 'none' ? second : first;
  if (candidate === undefined || (candidate.kind === 'call' && isSchemaItem(candidate))) return null;
  return candidate;
}

/** Is a column's argument something else than its type? */
export function isSchemaItem({ callee }: Call): boolean {
  return (callee.kind === 'name' || callee.kind === 'attribute') && schemaItems.has(callee.name);
}

/** The text of an annotation without what makes it nullable. */
export function withoutNone(annotation: Expression, file: ModelFile): string {
  if (annotation.kind === 'binary' && annotation.operator === '|') {
    if (annotation.right.kind === 'none') return file.textOf(annotation.left);
    if (annotation.left.kind === 'none') return file.textOf(annotation.right);
  }
  if (annotation.kind === 'subscript') {
    const name = annotation.of.kind === 'name' || annotation.of.kind === 'attribute' ? annotation.of.name : '';
    const [inner] = annotation.index;
    if (name === 'Optional' && inner !== undefined) return file.textOf(inner);
  }
  return file.textOf(annotation);
}

function namedType(type: string, collation: string | null, canonical: Schema, scribe: Scribe): WrittenType | null {
  const labelled = labelledType(type, scribe.dialect.unescaped);
  if (labelled !== null) return labelsType(labelled.base, labelled.labels, collation, scribe);
  const parsed = parseColumnType(type);
  if (parsed.array) return arrayType(type.slice(0, -2), collation, canonical, scribe);
  for (const row of scribe.dialect.typeNames(parsed.base)) {
    const args = row.arguments(parsed);
    if (args === null) continue;
    const collated = collation === null ? args : [...args, { keyword: 'collation', value: collation, isString: true }];
    return {
      sql: () => typeCall(nameOfRow(row, scribe), collated, scribe),
      python: () => scribe.name(row.python),
      pythonName: () => row.python.name,
    };
  }
  const known = canonical.enums.find((candidate) => typeText(candidate) === type);
  return known === undefined ? domainType(type, canonical, scribe) : enumType(known, scribe);
}

/** `Enum('a', 'b')`, whose labels are the column's own. */
function labelsType(
  base: string,
  labels: readonly string[],
  collation: string | null,
  scribe: Scribe,
): WrittenType | null {
  const name = scribe.dialect.labelled[base];
  if (name === undefined || collation !== null) return null;
  return {
    sql: () => `${scribe.name(name)}(${labels.map((label) => scribe.quoted(label)).join(', ')})`,
    python: () => 'str',
    pythonName: () => 'str',
  };
}

function arrayType(of: string, collation: string | null, canonical: Schema, scribe: Scribe): WrittenType | null {
  const item = renderType(of, collation, canonical, scribe);
  if (item === null) return null;
  return {
    sql: () => `${scribe.name(ofPostgres('ARRAY'), ofSqlAlchemy('ARRAY'))}(${item.sql()})`,
    python: () => `list[${item.python()}]`,
    pythonName: () => `list[${item.python()}]`,
  };
}

/** The name that a column of the same type, of whatever length, has in this file. */
function nameOfRow(row: TypeName, scribe: Scribe): string {
  const twin = scribe.habits.nearest((column) => {
    if (column.file !== scribe.file || column.form === 'sqlmodel') return false;
    const expression = typeExpression(column);
    const callee = expression?.kind === 'call' ? expression.callee : expression;
    if (callee?.kind !== 'name' && callee?.kind !== 'attribute') return false;
    return (
      column.column.type.kind === 'plain' &&
      row.names.some(({ name }) => name === callee.name) &&
      isSameBase(column, row, scribe)
    );
  });
  const expression = twin === null ? null : typeExpression(twin);
  const callee = expression?.kind === 'call' ? expression.callee : expression;
  return twin === null || callee === null || callee === undefined
    ? scribe.name(...row.names)
    : twin.file.textOf(callee);
}

function isSameBase({ emitted }: SourceColumn, row: TypeName, { dialect }: Scribe): boolean {
  if (typeof emitted.type !== 'string') return false;
  // Rows that are made when they are asked for are alike where their names are.
  const [wanted] = row.names;
  return dialect
    .typeNames(parseColumnType(emitted.type).base)
    .some(({ names: [name] }) => name?.module === wanted?.module && name?.name === wanted?.name);
}

function typeCall(callee: string, args: readonly TypeArgument[], scribe: Scribe): string {
  const [only] = args;
  const isOldUuid = /(^|\.)UUID$/.test(callee) && !scribe.context.isAtLeast(2, 0);
  if (isOldUuid) return `${callee}(as_uuid=True)`;
  if (only === undefined) return bareTypesHaveParentheses(scribe) ? `${callee}()` : callee;
  const written = args.map(({ keyword, value, isString }) => {
    const text = isString ? scribe.quoted(value) : value;
    return keyword === null ? text : `${keyword}=${text}`;
  });
  return `${callee}(${written.join(', ')})`;
}

/** Do types without arguments stand as `Integer()` here? */
function bareTypesHaveParentheses(scribe: Scribe): boolean {
  const has = scribe.habits.prevailing((column) => {
    const expression = column.form === 'sqlmodel' ? null : typeExpression(column);
    if (expression === null) return null;
    if (expression.kind === 'call') return expression.args.length === 0 ? true : null;
    return false;
  });
  return has === true;
}

function enumType({ schema, name, labels }: EnumType, scribe: Scribe): WrittenType | null {
  if (isUnreadable(labels)) return null;
  return {
    sql: () => {
      const args = [...labels.map((label) => scribe.quoted(label)), `name=${scribe.quoted(name)}`];
      if (schema !== 'public') args.push(`schema=${scribe.quoted(schema)}`);
      return `${scribe.name(ofSqlAlchemy('Enum'), ofPostgres('ENUM'))}(${args.join(', ')})`;
    },
    python: () => 'str',
    pythonName: () => 'str',
  };
}

/** The dialect's DOMAIN from 2.0 on; before, the type that the domain stands on. */
function domainType(type: string, canonical: Schema, scribe: Scribe): WrittenType | null {
  const domain = canonical.domains.find((candidate) => typeText(candidate) === type);
  const base = domain === undefined ? null : renderType(domain.type, null, canonical, scribe);
  if (domain === undefined || base === null || domain.checks.length > 1) return null;
  if (!scribe.context.isAtLeast(2, 0)) return base;
  return {
    sql: () => domainText(domain, base.sql(), scribe),
    python: () => base.python(),
    pythonName: () => base.pythonName(),
  };
}

function domainText({ schema, name, notNull, default: given, checks }: Domain, base: string, scribe: Scribe): string {
  const [check] = checks;
  const args = [
    scribe.quoted(name),
    base,
    ...(schema === 'public' ? [] : [`schema=${scribe.quoted(schema)}`]),
    ...(notNull ? ['not_null=True'] : []),
    ...(given === null ? [] : [`default=${scribe.name(ofSqlAlchemy('text'))}(${scribe.quoted(given)})`]),
    ...(check === undefined || check.name === null ? [] : [`constraint_name=${scribe.quoted(check.name)}`]),
    ...(check === undefined ? [] : [`check=${scribe.quoted(check.expression)}`]),
  ];
  return `${scribe.name(ofPostgres('DOMAIN'))}(${args.join(', ')})`;
}

/** The annotation's container for columns that may be NULL. */
export function nullableAnnotation(python: string, scribe: Scribe): string {
  const usesPipe = scribe.habits.prevailing(({ annotation }) => {
    if (annotation === null) return null;
    if (annotation.kind === 'binary') return true;
    const isOptional =
      annotation.kind === 'subscript' && annotation.of.kind === 'name' && annotation.of.name === 'Optional';
    return isOptional ? false : null;
  });
  return usesPipe === true ? `${python} | None` : `${scribe.name(ofTyping('Optional'))}[${python}]`;
}

/** What a column is collated by: what is wanted, or where that could not be read, what the model says. */
export function wantedCollation({ collation }: Column, emitted: Column): string | null {
  const wanted = isUnreadable(collation) ? emitted.collation : collation;
  return isUnreadable(wanted) ? null : wanted;
}
