import { dialectOf, type PythonSource, type ServerOptions } from 'canonical-schema';

/** What a target's metadata name: the servers that its schemas are for, and the ORMs that describe them. */
export function technologiesOf(schemas: readonly ServerOptions[], sources: readonly PythonSource[] = []): string[] {
  const names = [...schemas.map(dialectOf), ...sources.map(({ orm }) => orm)];
  return [...new Set<string>(names)].sort();
}
