import type { Place } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';

/** A migration's app label and the name of its module: `options`, `0002_add_market_cap`. */
export interface MigrationKey {
  readonly app: string;
  readonly name: string;
}

/** One migration as its class describes it. */
export interface Migration extends MigrationKey {
  /** Dependencies on swappable models are those on the app of the model that the setting names. */
  readonly dependencies: readonly MigrationKey[];
  readonly runBefore: readonly MigrationKey[];
  readonly replaces: readonly MigrationKey[];
  readonly operations: readonly Value[];
  /** True where it belongs to an installed package. */
  readonly external: boolean;
  readonly place: Place;
}

/** `options.0002_add_market_cap`, as Django prints a migration. */
export function migrationLabel({ app, name }: MigrationKey): string {
  return `${app}.${name}`;
}
