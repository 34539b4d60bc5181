/** Set by the everyday test command, which leaves to CI what would make it long. */
const isEveryday = process.env.CANONICAL_SCHEMA_TESTS === 'everyday';

/** Of cases that chance makes as many as one wants: all of them in CI and where a test is run by name, some every day. */
export function everyday<T>(some: number, all: readonly T[]): readonly T[] {
  return isEveryday ? all.slice(0, some) : all;
}
