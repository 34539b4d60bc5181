import { isUnreadable } from '@canonical-schema/schema';

/** An object of a table, which may have no name. */
export interface NamedOver {
  readonly name: string | null;
  readonly columns?: readonly string[];
  readonly expression?: unknown;
}

/** What the same object of a table is known by in two readings: its name, or where it has none what it is over. */
export function meetingKey({ name, columns, expression }: NamedOver): string {
  return name ?? JSON.stringify([columns, isUnreadable(expression) ? null : expression]);
}
