import type { Place, UnreadPart } from '@canonical-schema/schema';

/** What a column brings with it. */
const withColumn: readonly UnreadPart['kind'][] = ['column', 'unique', 'foreign-key', 'check', 'index'];

/** A base that could not be read: the table may have anything besides, the key included. */
export function unreadBase(why: string, place: Place): UnreadPart {
  return { kind: 'anything', name: null, columns: null, why, place };
}

/** Code that may add columns of any name. */
export function unreadColumns(why: string, place: Place): readonly UnreadPart[] {
  return withColumn.map((kind) => ({ kind, name: null, columns: null, why, place }));
}

/** A field that could not be read: its column under either name that it may have, and what goes with it. */
export function unreadField(name: string, why: string, place: Place): readonly UnreadPart[] {
  return [name, `${name}_id`].flatMap((column) =>
    withColumn.map((kind) => ({ kind, name: kind === 'column' ? column : null, columns: [column], why, place })),
  );
}

/** The part at a place of the project, where its own lies in an installed package. */
export function placedAt(part: UnreadPart, place: Place): UnreadPart {
  return part.place?.path.startsWith('/') === true && !place.path.startsWith('/') ? { ...part, place } : part;
}
