import { type BaseSchema, baseDigest } from './disk/base-digest';

/**
 * One line for everything at the base revision that `lint-schema` looks at. Run as a runtime input from the workspace's
 * root, `node -p "require(…).baseDigestOf(…)"`, so that a cached verdict is the one that a fresh run would give.
 */
export function baseDigestOf(base: string | null, ...schemas: readonly BaseSchema[]): string {
  return baseDigest(process.cwd(), base === null ? {} : { configured: base }, schemas, process.env);
}
