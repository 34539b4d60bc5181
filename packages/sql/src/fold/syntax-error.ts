import type { Place, Remark, TableRef } from '@canonical-schema/schema';

/** The finding about a statement that is no SQL: its own place, and the place where it departs. */
export function syntaxError({
  message,
  table,
  place,
  at,
}: {
  readonly message: string;
  readonly table: TableRef | null;
  readonly place: Place;
  readonly at: Place;
}): Remark {
  return {
    code: 'syntax-error',
    message: `The statement does not parse: ${message} (line ${at.line}). All others were read. Correct its text.`,
    subject: { kind: 'statement', ...(table === null ? {} : { schema: table.schema, table: table.name }) },
    places: place.line === at.line && place.column === at.column ? [place] : [place, at],
  };
}
