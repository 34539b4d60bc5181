import { readFileSync, writeFileSync } from 'node:fs';

/** Holds a text to what a case's file says; writes the file where the cases are to be updated. */
export function expectText(path: string, actual: string): void {
  if (process.env.UPDATE_CASES === '1') writeFileSync(path, actual);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
