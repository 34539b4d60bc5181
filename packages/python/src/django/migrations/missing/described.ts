import type { Place } from '@canonical-schema/schema';

/** An operation that a difference of options asks for. */
export interface Described {
  readonly text: string;
  readonly place: Place | null;
}
