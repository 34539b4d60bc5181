import type { CallValue, Value } from './value';

/** Parameters of `datetime.timedelta` in order, and what one of each is in microseconds. */
export const timedeltaUnits: readonly (readonly [name: string, microseconds: number])[] = [
  ['days', 86_400_000_000],
  ['seconds', 1_000_000],
  ['microseconds', 1],
  ['milliseconds', 1_000],
  ['minutes', 60_000_000],
  ['hours', 3_600_000_000],
  ['weeks', 604_800_000_000],
];

/** The microseconds of a `timedelta(…)`; null where an argument is no number. */
export function timedeltaMicroseconds(call: CallValue): number | null {
  let total = 0;
  for (const [position, [name, microseconds]] of timedeltaUnits.entries()) {
    const value = call.positional[position] ?? call.keywords.get(name);
    const amount = value === undefined ? 0 : numberOf(value);
    if (amount === null) return null;
    total += Math.round(amount * microseconds);
  }
  return total;
}

/** A `timedelta(…)` as an interval of days and seconds, as PostgreSQL's driver sends it; null where an argument is no number. */
export function timedeltaSql(call: CallValue): string | null {
  const total = timedeltaMicroseconds(call);
  if (total === null) return null;
  const days = Math.floor(total / 86_400_000_000);
  const seconds = (total - days * 86_400_000_000) / 1_000_000;
  return `'${days} days ${seconds} seconds'::interval`;
}

function numberOf(value: Value): number | null {
  if (value.kind === 'int' || value.kind === 'float') return Number(value.value);
  const [operand] = value.kind === 'operation' && value.operator === '-' ? value.operands : [];
  const negated = operand === undefined ? null : numberOf(operand);
  return negated === null ? null : -negated;
}
