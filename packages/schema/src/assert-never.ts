/** Ends an exhaustive switch: a case that types rule out is a broken invariant. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}.`);
}
