import type { Exported } from '../host/export-schema';

/** What an export came to, in one line. */
export function exportLine({ file, tables, unreadable }: Exported): string {
  const unread = `${unreadable} ${unreadable === 1 ? 'fact' : 'facts'} that could not be read`;
  return `${file}: ${tables} ${tables === 1 ? 'table' : 'tables'}${unreadable === 0 ? '' : `; ${unread} noted in it`}`;
}
