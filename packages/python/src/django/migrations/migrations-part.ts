import type { Reading, Unread } from '@canonical-schema/schema';
import type { LoadedModels } from '../loaded-models';
import type { ModelKey } from '../model-state';
import { inSourceOrder } from '../reader';
import type { LoadedMigrations } from './load-migrations';
import type { Side } from './missing/detection';
import { type Missing, missingMigrations } from './missing/missing-migrations';
import { keyOfSettings, type ModelSide, migrationSide, type SwappableSettings } from './missing/project-sides';
import { type Leaf, missingMigration } from './remarks';
import type { Replayed } from './replayed';

/** What migrations come to by themselves: another process may have read them than the models. */
export interface MigrationsPart {
  /** What they leave behind; what is missing of them is not among its remarks yet. */
  readonly reading: Reading;
  readonly side: MigrationSide;
}

/** What a project's migrations say of its models. */
export interface MigrationSide extends Side {
  /** Labels of the apps that have migrations. */
  readonly migrated: ReadonlySet<string>;
  /** Those of them that belong to the project. */
  readonly own: ReadonlySet<string>;
  /** The models that are there before any migration. */
  readonly start: ReadonlySet<ModelKey>;
  /** The last migrations of the apps. */
  readonly leaves: readonly Leaf[];
  readonly swappable: SwappableSettings;
}

/** The part of migrations that were carried out, compared with models that have these settings. */
export function migrationsPart(
  loaded: LoadedModels,
  migrations: LoadedMigrations,
  { plan, schema, unread, remarks, start, ...migrated }: Replayed,
  swappable: SwappableSettings,
): MigrationsPart {
  const isOwn = (each: Unread): boolean => migrations.isOwnFile(each.place.path);
  const own = ownApps(loaded, migrations);
  return {
    reading: {
      source: 'django-migrations',
      dialect: loaded.project.backend.sql.traits.name,
      schema,
      unread: [...loaded.fields.program.unread.filter(isOwn), ...unread].sort(inSourceOrder),
      remarks,
      assumed: loaded.project.assumed,
    },
    side: {
      ...migrationSide(loaded, migrated, own, swappable),
      migrated: migrations.migratedApps,
      own,
      start: new Set(start.keys()),
      leaves: plan.leaves.map(({ app, name, place }) => ({ app, name, place })),
      swappable,
    },
  };
}

/** Labels of the apps that belong to the project and have a migrations package. */
export function ownApps(loaded: LoadedModels, { migratedApps }: LoadedMigrations): ReadonlySet<string> {
  return new Set([...migratedApps].filter((label) => loaded.apps.appLabelled(label)?.external !== true));
}

/**
 * The reading of a project's migrations, with what is missing of them. Null where the two were read apart and would not
 * be the same read as one: then the whole has to be read.
 */
export function joinedMigrations(models: ModelSide, { reading, side }: MigrationsPart): Reading | null {
  return canBeJoined(models, side) ? withMissing(models, { reading, side }) : null;
}

/** The same, of parts that were read as one. */
export function withMissing(models: ModelSide, { reading, side }: MigrationsPart): Reading {
  const { operations, uncompared } = missingOf(models, side);
  const { remarks, unread } = reading;
  return {
    ...reading,
    unread: [...unread, ...uncompared.flatMap(uncomparedFact)].sort(inSourceOrder),
    remarks: [...remarks, ...operations.map((operation) => missingMigration(operation, side.leaves))],
  };
}

function canBeJoined(models: ModelSide, { migrated, start, swappable }: MigrationSide): boolean {
  const unmigrated = [...models.keys].filter((key) => !migrated.has(key.slice(0, key.indexOf('.'))));
  const isSameStart = unmigrated.length === start.size && unmigrated.every((key) => start.has(key));
  return isSameStart && models.isOrderFree && keyOfSettings(models.swappable) === keyOfSettings(swappable);
}

/** A project's own `makemigrations` decides by itself what is missing. */
function missingOf(models: ModelSide, side: MigrationSide): Missing {
  const { ownCommand } = models;
  if (ownCommand === null) return missingMigrations(models, side, side.own);
  const place = { path: ownCommand, line: 1, column: 1, span: { start: 0, end: 0 } };
  const why = 'the project has a makemigrations command of its own';
  return { operations: [], uncompared: [{ subject: 'models', why, place }] };
}

function uncomparedFact({ subject, why, place }: Missing['uncompared'][number]): readonly Unread[] {
  if (place === null) return [];
  return [{ extent: 'fact', why: `not compared with the migrations: ${why}`, subject, table: null, place }];
}
