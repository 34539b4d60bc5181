import type { Place, Remark } from '@canonical-schema/schema';
import { type Migration, type MigrationKey, migrationLabel } from './migration';
import type { MissingOperation } from './missing/missing-operation';

/** A migration that Django itself would refuse to load. */
export function brokenMigration(key: MigrationKey, why: string, places: readonly Place[]): Remark {
  return {
    code: 'migration-broken',
    message: `The migration ${migrationLabel(key)} cannot be run: ${why}`,
    subject: { kind: 'migration', name: migrationLabel(key) },
    places,
  };
}

/** Two or more last migrations of one app. The remedy is the guide's: decide by the canonical file, then merge. */
export function conflictingMigrations(app: string, leaves: readonly Migration[]): Remark {
  const names = leaves.map(({ name, place }) => `${name} (${place.path})`).join(' and ');
  return {
    code: 'migration-conflict',
    message: `The app ${app} has several last migrations: ${names}. Check the canonical schema for the intended state, then create a new migration that depends on all of them and matches it (makemigrations --merge), and update the SQLAlchemy models to match.`,
    subject: { kind: 'migration', name: app },
    places: leaves.map(({ place }) => place),
  };
}

/** The last migration of an app. */
export type Leaf = Pick<Migration, 'app' | 'name' | 'place'>;

/** An operation that the models ask for and no migration holds. */
export function missingMigration(operation: MissingOperation, leaves: readonly Leaf[]): Remark {
  const { app, description, place, migratedPlace } = operation;
  const last = leaves.find((leaf) => leaf.app === app);
  const places = [place, migratedPlace ?? last?.place ?? null].filter((each) => each !== null);
  const since = last === undefined ? 'There is no migration yet' : `The last one is ${migrationLabel(last)}`;
  return {
    code: 'missing-migration',
    message: `The models of ${app} are ahead of its migrations: "${description}" is missing. ${since}. Run makemigrations ${app}.`,
    subject: { kind: 'migration', name: `${app}: ${description}` },
    places,
  };
}
