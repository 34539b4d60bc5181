import { opaqueSqlText } from '../catalog/sql-text';
import type { Change } from '../change';
import { parseColumnType } from '../column-type';
import { isUnreadable } from '../fact';
import type { Column } from '../model/column';
import type { EnumType } from '../model/schema';
import { refOf } from './columns';
import { byKey } from './keyed';

/** How the enum types of a schema become those of another. */
export interface EnumChanges {
  /** Before any column changes: new types, new labels, and old types out of the way under another name. */
  readonly first: readonly Change[];
  /** After every column has its new type. */
  readonly last: readonly Change[];
  /** What a column's type is called after the first changes. */
  typeBetween(type: Column['type']): Column['type'];
}

/**
 * Changes to enums. PostgreSQL adds labels but never takes or moves one: such a type is renamed, made anew, given to its
 * columns, and the old one dropped.
 */
export function enumChanges(before: readonly EnumType[], after: readonly EnumType[]): EnumChanges {
  const { removed, added, kept } = byKey(before, after, (type) => `${type.schema}\u0000${type.name}`);
  const first: Change[] = added.map((type) => ({ kind: 'add-enum', enum: type }));
  const last: Change[] = removed.map((type) => ({ kind: 'drop-enum', enum: refOf(type) }));
  const renamed = new Map<string, string>();
  const names = new Set([...before, ...after].map(({ name }) => name));
  for (const pair of kept) {
    const labels = addedLabels(pair.before, pair.after);
    first.push(...(labels ?? []));
    if (labels !== null) continue;
    const old = { schema: pair.before.schema, name: freeName(pair.before.name, names) };
    first.push({ kind: 'rename-enum', enum: refOf(pair.before), to: old }, { kind: 'add-enum', enum: pair.after });
    last.push({ kind: 'drop-enum', enum: old });
    renamed.set(opaqueSqlText.typeText(pair.before), opaqueSqlText.typeText(old));
  }
  return { first, last, typeBetween: (type) => typeAfter(type, renamed) };
}

/** The labels to add, where adding is enough; null where it is not. */
function addedLabels(before: EnumType, after: EnumType): Change[] | null {
  if (isUnreadable(before.labels) || isUnreadable(after.labels)) return [];
  const had = new Set(before.labels);
  const labels = after.labels;
  const stayed = labels.filter((label) => had.has(label));
  if (stayed.join('\u0000') !== before.labels.join('\u0000')) return null;
  return labels.flatMap((label, index): Change[] => {
    if (had.has(label)) return [];
    const previous = labels[index - 1];
    const next = labels.find((candidate, at) => at > index && had.has(candidate));
    const position =
      previous !== undefined
        ? ({ side: 'after', label: previous } as const)
        : next === undefined
          ? null
          : ({ side: 'before', label: next } as const);
    return [{ kind: 'add-enum-label', enum: refOf(after), label, position }];
  });
}

function freeName(name: string, names: ReadonlySet<string>): string {
  let free = `${name}_old`;
  while (names.has(free)) free += '_';
  return free;
}

function typeAfter(type: Column['type'], renamed: ReadonlyMap<string, string>): Column['type'] {
  if (isUnreadable(type) || renamed.size === 0) return type;
  const { base } = parseColumnType(type);
  const name = renamed.get(base);
  return name === undefined ? type : name + type.slice(base.length);
}
