import type { Node } from '../parser/postgres';
import { parseExpressionText, SqlSyntaxError } from '../parser/postgres';
import { normalizeExpression, UnreadableExpression } from './normalize';

/** A type like no other: a normalised text has only the casts that it needs, and must keep them. */
const keepingCasts = { columnType: () => '?' };

/** A normalised expression after one of its columns was renamed, normalised again. */
export function renameColumnInExpression(sql: string, from: string, to: string): string {
  try {
    return normalizeExpression(renamed(parseExpressionText(sql), from, to), keepingCasts);
  } catch (error) {
    if (error instanceof SqlSyntaxError || error instanceof UnreadableExpression) return sql;
    throw error;
  }
}

/** The tree with the last name of each reference to the column replaced. */
function renamed(node: Node, from: string, to: string): Node {
  return JSON.parse(JSON.stringify(node), (key: string, value: unknown) =>
    key === 'ColumnRef' ? renamedReference(value, from, to) : value,
  );
}

function renamedReference(reference: unknown, from: string, to: string): unknown {
  if (typeof reference !== 'object' || reference === null || !('fields' in reference)) return reference;
  if (!Array.isArray(reference.fields)) return reference;
  const fields: readonly unknown[] = reference.fields;
  const last = JSON.stringify(fields.at(-1));
  if (last !== JSON.stringify({ String: { sval: from } })) return reference;
  return { ...reference, fields: [...fields.slice(0, -1), { String: { sval: to } }] };
}
