import { type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import { md5Hex } from '../../md5';
import type { ColumnDescription, GivenName, NamedKind, TableDescription } from '../description';

/** What a naming convention may ask of a constraint or index. */
export interface NamedParts {
  readonly kind: NamedKind;
  readonly table: NamedTable;
  readonly columns: readonly NamedColumn[];
  /** Of a foreign key: the target's table and column names, null where the target was not found. */
  readonly referred: {
    readonly table: string;
    readonly schema: string | null;
    readonly columns: readonly (string | null)[];
  } | null;
  readonly given: GivenName;
}

/** What a name may say of its table. */
export type NamedTable = Pick<TableDescription, 'name' | 'schema' | 'metadata' | 'longestName'>;

/** What a name may say of a column. */
export type NamedColumn = Pick<ColumnDescription, 'name' | 'key'>;

/** A name as the DDL has it: null where the server is left to make one. */
export interface MadeName {
  readonly name: Fact<string | null>;
  /** Did a person write it, or the part of it that is not the convention's? */
  readonly written: boolean;
}

/**
 * The name under which `create_all` makes a constraint or index. A convention names what has no name, and wraps what
 * has one where it contains `%(constraint_name)s`. Source: `_constraint_name_for_table` in `naming.py`.
 */
export function madeName(parts: NamedParts): MadeName {
  const { given, table, kind } = parts;
  if (isUnreadable(given.text)) return { name: given.text, written: true };
  if (given.final) return { name: given.text, written: true };
  const naming = table.metadata.naming;
  if (isUnreadable(naming)) return { name: given.text ?? naming, written: given.text !== null };
  const template = naming.templates.get(kind);
  if (template === undefined) return { name: given.text, written: given.text !== null };
  if (isUnreadable(template)) return { name: template, written: given.text !== null };
  if (given.text !== null && !template.includes('constraint_name')) return { name: given.text, written: true };
  const name = shortened(expanded(template, parts, naming.customTokens), table.longestName);
  return { name, written: given.text !== null };
}

function expanded(template: string, parts: NamedParts, customTokens: ReadonlySet<string>): Fact<string> {
  let why: string | null = null;
  const text = template.replace(/%\((\w+)\)s|%%/g, (token, name: string | undefined) => {
    if (name === undefined) return '%';
    const value = customTokens.has(name) ? null : tokenValue(name, parts);
    if (value === null) why ??= `its naming convention uses the token ${token}, which is computed by Python`;
    return value ?? token;
  });
  return why === null ? text : unreadable(why);
}

/** Generated names that are too long end in four digits of their MD5. Source: `_truncate_and_render_maxlen_name`. */
function shortened(name: Fact<string>, longest: number): Fact<string> {
  if (isUnreadable(name) || name.length <= longest) return name;
  return `${name.slice(0, longest - 8)}_${md5Hex(name).slice(-4)}`;
}

function tokenValue(token: string, parts: NamedParts): string | null {
  if (token === 'table_name') return parts.table.name;
  if (token === 'constraint_name') return typeof parts.given.text === 'string' ? parts.given.text : null;
  if (token === 'referred_table_name') return parts.referred?.table ?? null;
  const column = /^(referred_)?column_(\d+)(_?N)?_(name|key|label)$/.exec(token);
  if (column === null) return null;
  const [, referred, index, many, attribute] = column;
  const values = referred === undefined ? columnTokens(parts, attribute ?? 'name') : (parts.referred?.columns ?? []);
  if (values.some((value) => value === null)) return null;
  if (many !== undefined) return values.join(many.startsWith('_') ? '_' : '');
  return values[Number(index)] ?? '';
}

function columnTokens(parts: NamedParts, attribute: string): readonly (string | null)[] {
  return parts.columns.map((column) => {
    if (attribute === 'label') return labelOf(parts.table, column);
    return attribute === 'key' ? column.key : column.name;
  });
}

/** `schema_table_column`. Source: `_gen_tq_label`. */
function labelOf(table: NamedTable, column: NamedColumn): string {
  const schema = table.schema === null ? '' : `${table.schema.replaceAll('.', '_')}_`;
  return `${schema}${table.name}_${column.name}`;
}
