import type { Place, Remark } from '@canonical-schema/schema';

/** The findings of places that Python's grammar refuses. The rest of each file was read. */
export function syntaxErrorRemarks(places: readonly Place[]): Remark[] {
  return places.map((place) => ({
    code: 'syntax-error',
    message: `${place.path} does not parse at line ${place.line}. The rest of the file was read. Correct its text.`,
    subject: { kind: 'file', name: place.path },
    places: [place],
  }));
}
