import { type Column, isUnreadable } from '@canonical-schema/schema';
import type { Counting } from './ddl-language';

const serials: Readonly<Record<string, string>> = { smallint: 'smallserial', integer: 'serial', bigint: 'bigserial' };

/** Can the column be written as `serial`, which is NOT NULL and of one of three types? */
export function isPlainSerial(column: Column): boolean {
  return isSerial(column) && column.nullable === false && !isUnreadable(column.type) && column.type in serials;
}

/** Does the column count up by a sequence that it owns? */
export function isSerial({ identity }: Column): boolean {
  return identity === 'serial';
}

/** How a column of PostgreSQL counts up: as a serial, by a sequence beside it, or as an identity. */
export function postgresqlCounting(column: Column): Counting {
  const { identity } = column;
  const type = isUnreadable(column.type) ? '' : column.type;
  return {
    type: isSerial(column) ? (serials[type] ?? type) : type,
    clauses:
      identity === 'always' || identity === 'by default' ? [`GENERATED ${identity.toUpperCase()} AS IDENTITY`] : [],
    impliesNotNull: identity !== null,
    needsSequence: isSerial(column) && !isPlainSerial(column),
    behindKey: null,
  };
}
