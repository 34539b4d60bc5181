import type { AlchemyDialect } from './alchemy-dialect';

/** Where a table of that schema stands; every one in `public` where the dialect has no schemas. */
export function schemaIn({ traits }: Pick<AlchemyDialect, 'traits'>, schema: string | null): string {
  return traits.hasSchemas ? (schema ?? 'public') : 'public';
}
