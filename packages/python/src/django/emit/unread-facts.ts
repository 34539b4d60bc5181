import { type Fact, isUnreadable, type Place, type Table, tableLabel, type Unread } from '@canonical-schema/schema';

/** Every fact of a table that could not be read, each once for its place and reason. */
export function unreadOfTable(table: Table): readonly Unread[] {
  const known = unreadOf.get(table);
  if (known !== undefined) return known;
  const found = factsUnread(table);
  unreadOf.set(table, found);
  return found;
}

/** A table that did not change is one object, which is looked through once in a process. */
const unreadOf = new WeakMap<Table, readonly Unread[]>();

function factsUnread(table: Table): readonly Unread[] {
  const found = new Map<string, Unread>();
  const note = (fact: Fact<unknown>, subject: string, place: Place | null): void => {
    if (!isUnreadable(fact)) return;
    const at = place ?? table.place;
    const key = `${subject} ${fact.unreadable} ${at?.line}`;
    if (at === null || found.has(key)) return;
    found.set(key, {
      extent: 'fact',
      why: fact.unreadable,
      subject,
      table: { schema: table.schema, name: table.name },
      place: at,
    });
  };
  const label = tableLabel(table);
  for (const { name, type, nullable, default: byDefault, pythonDefault = null, generated, place } of table.columns) {
    const facts: readonly Fact<unknown>[] = [type, nullable, byDefault, pythonDefault, generated];
    // Nearly every column is read whole: no text is made for those.
    if (!facts.some(isUnreadable)) continue;
    for (const fact of facts) note(fact, `${label}.${name}`, place);
  }
  for (const check of table.checks) note(check.expression, `${label}: ${check.name}`, check.place);
  for (const exclusion of table.exclusions) note(exclusion.definition, `${label}: ${exclusion.name}`, exclusion.place);
  for (const index of table.indexes) {
    note(index.where, `${label}: ${index.name}`, index.place);
    for (const { of } of index.keys) {
      if (of.kind === 'expression') note(of.expression, `${label}: ${index.name}`, index.place);
    }
  }
  if (table.unread.length === 0) return [...found.values()];
  const saidOfColumns = new Set([...found.values()].map(({ why, place }) => `${why} ${place.line}`));
  for (const part of table.unread) {
    const isSaid = saidOfColumns.has(`${part.why} ${(part.place ?? table.place)?.line}`);
    if (!isSaid) note({ unreadable: part.why }, label, part.place);
  }
  return [...found.values()];
}
