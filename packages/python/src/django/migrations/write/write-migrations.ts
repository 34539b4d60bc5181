import type { FileEdit, FileTree, Place, Refused, Schema, Written } from '@canonical-schema/schema';
import { type DjangoModelsOptions, type LoadedModels, loadModels } from '../../loaded-models';
import type { DjangoVersion } from '../../version';
import { ownApps } from '../migrations-part';
import { described } from '../missing/described';
import { detectChanges } from '../missing/detect-changes';
import type { Detection, Uncompared } from '../missing/detection';
import { silent } from '../missing/missing-migrations';
import { type KnownMigrations, newMigrations } from '../missing/new-migrations';
import { factReading, migrationSide, modelSide, projectSides, sidesOf } from '../missing/project-sides';
import { CircularDependencies } from '../missing/topological-order';
import { Answers, type OneOffDefault, type Rename } from './answers';
import { inOrderOfApplication } from './application-order';
import { knownLeaves } from './known-leaves';
import { type MigratedModels, migratedModels } from './migrated-models';
import { migrationText, type NamedMigration } from './migration-text';
import { namedMigrations } from './named-migrations';
import { pythonAnswer } from './python-answer';
import { Unserializable } from './serialize';

/** What `writeDjangoMigrations` is asked. */
export interface DjangoMigrationsRequest extends DjangoModelsOptions {
  /** The minute for headers and names: `2026-11-23 02:10`. */
  readonly now: string;
  /** All renames of tables and columns; where absent, what may be one is refused with the question. */
  readonly renames?: readonly Rename[];
  /** What rows get where a column cannot be NULL and nothing else says it. */
  readonly oneOffDefaults?: readonly OneOffDefault[];
  /** The schema whose defaults answer the same question where they are constants. */
  readonly canonical?: Schema;
  /** The files before the change that the migrations are for: what could not be compared in them is not its doing. */
  readonly before?: FileTree;
  /** Labels of apps that get their first migration though they have no package of migrations yet. */
  readonly newApps?: readonly string[];
  /** The name of all new migrations behind their numbers; made from the operations where absent. */
  readonly name?: string;
}

/** A migration that is to be written. */
export interface WrittenMigration {
  readonly app: string;
  /** `0002_stock_market_cap`. */
  readonly name: string;
  readonly path: string;
  /** As Django describes them: `Add field market_cap to stock`. */
  readonly operations: readonly string[];
}

/** Edits that create migrations, and these in the order in which they apply. */
export interface WrittenMigrations extends Written {
  readonly migrations: readonly WrittenMigration[];
  /** The paths of the same. */
  readonly paths: readonly string[];
}

/** The migrations that `makemigrations` would write for the models as they are, as files to create. */
export function writeDjangoMigrations(request: DjangoMigrationsRequest): WrittenMigrations {
  const project = comparedProject(request);
  const { loaded, migrated, known, sides, uncompared } = project;
  const broken = brokenMigrations(migrated);
  if (broken.length > 0) return refused(broken);
  const reading = factReading(loaded);
  const answers = new Answers({
    renames: request.renames,
    oneOffDefaults: request.oneOffDefaults ?? [],
    canonical: request.canonical,
    termOf: (python) => pythonAnswer(python, reading),
  });
  const detection = detectChanges(sides, answers);
  const problems = [
    ...answers.open.map((question) => ({ change: null, ...question })),
    ...unknownParts([...detection.uncompared, ...uncompared], detection, request),
    ...unreadMigrations(migrated, detection),
  ];
  if (problems.length > 0) return refused(problems);
  const leafOf = knownLeaves(migrated.plan, loaded, request.files, request.installed);
  return filesOf(detection, { existingApps: new Set([...known.values()].map(({ app }) => app)), leafOf }, request, {
    loaded,
    migrated,
  });
}

/** A project's models beside what its migrations leave behind. */
function comparedProject(request: DjangoMigrationsRequest) {
  const loaded = loadModels(request);
  const migrated = migratedModels(request.files, loaded);
  const apps = new Set([...ownApps(loaded, migrated.migrations), ...(request.newApps ?? [])]);
  const known = new Map([...migrated.models].filter(([, { app }]) => migrated.migrations.migratedApps.has(app)));
  const models = modelSide(loaded);
  const migrations = migrationSide(loaded, { ...migrated, models: known }, apps, models.swappable);
  const compared = projectSides(models, migrations, apps);
  const sides = sidesOf(models, migrations, { from: compared.from.keys(), to: compared.to.keys() });
  return { loaded, migrated, known, sides, uncompared: compared.uncompared };
}

function refused(problems: readonly Refused[]): WrittenMigrations {
  return { edits: [], refused: problems, migrations: [], paths: [] };
}

interface Project {
  readonly loaded: LoadedModels;
  readonly migrated: MigratedModels;
}

function filesOf(
  detection: Detection,
  known: KnownMigrations,
  request: DjangoMigrationsRequest,
  project: Project,
): WrittenMigrations {
  const timestamp = request.now.replaceAll('-', '').replace(' ', '_').replace(':', '');
  try {
    const named = namedMigrations(newMigrations(detection, known), known, { name: request.name, timestamp });
    const files = inOrderOfApplication(named).map((migration) => fileOf(migration, request, project));
    const problems = files.flatMap((file) => ('why' in file ? [file] : []));
    if (problems.length > 0) return refused(problems);
    const written = files.flatMap((file) => ('why' in file ? [] : [file]));
    const migrations = written.map(({ migration }) => migration);
    return {
      edits: [...packagesFor(migrations, request), ...written.map(({ edit }) => edit)],
      refused: [],
      migrations,
      paths: migrations.map(({ path }) => path),
    };
  } catch (error) {
    if (!(error instanceof CircularDependencies)) throw error;
    const why = `The migrations cannot be put in an order: ${error.message}.`;
    return refused([
      { change: null, why, remedy: 'Make the changes in several steps, each with its migration.', place: null },
    ]);
  }
}

interface File {
  readonly migration: WrittenMigration;
  readonly edit: FileEdit;
}

function fileOf(
  migration: NamedMigration,
  { now }: DjangoMigrationsRequest,
  { loaded, migrated }: Project,
): File | Refused {
  const { app, name, operations } = migration;
  const found = loaded.apps.appLabelled(app);
  const directory = found === null ? null : migrated.migrations.directoryOf(found);
  if (directory === null) {
    const why = `The app ${app} has no place for migrations.`;
    return { change: null, why, remedy: 'Make a package for them, and name it in MIGRATION_MODULES.', place: null };
  }
  const { version } = loaded.project;
  const path = `${directory}/${name}.py`;
  const unwritable = firstUnwritable(migration, version);
  if (unwritable !== null) return unwritable;
  return {
    migration: { app, name, path, operations: operations.map(described) },
    edit: { kind: 'create', path, text: migrationText(migration, { django: fullVersion(version), now }, version) },
  };
}

function fullVersion({ full, major, minor }: DjangoVersion): string {
  return full ?? `${major}.${minor}`;
}

/** The first operation that holds something that no migration can. */
function firstUnwritable(migration: NamedMigration, version: DjangoVersion): Refused | null {
  const header = { django: '', now: '' };
  for (const operation of migration.operations) {
    try {
      migrationText({ ...migration, operations: [operation] }, header, version);
    } catch (error) {
      if (!(error instanceof Unserializable)) throw error;
      return {
        change: null,
        why: `"${described(operation)}" cannot be written into a migration: ${error.message}.`,
        remedy: 'Run makemigrations for this change.',
        place: operation.at.place,
      };
    }
  }
  return null;
}

/** The `__init__.py` of packages that are not there yet. */
function packagesFor(migrations: readonly WrittenMigration[], { files }: DjangoMigrationsRequest): readonly FileEdit[] {
  const directories = new Set(migrations.map(({ path }) => path.slice(0, path.lastIndexOf('/'))));
  return [...directories].flatMap((directory): readonly FileEdit[] => {
    const path = `${directory}/__init__.py`;
    return files.kindOf(path) === 'file' ? [] : [{ kind: 'create', path, text: '' }];
  });
}

function brokenMigrations({ remarks }: MigratedModels): readonly Refused[] {
  return remarks.map(({ message, places }) => ({
    change: null,
    why: message,
    remedy: 'Mend the migrations first.',
    place: places[0] ?? null,
  }));
}

/** The models that operations are about. */
function changedModels(detection: Detection): ReadonlySet<string> {
  return new Set(
    [...detection.operations].flatMap(([app, operations]) =>
      operations.map(
        (operation) => `${app}.${('model' in operation ? operation.model : operation.name).toLowerCase()}`,
      ),
    ),
  );
}

/** What is not known of models that change: the migration would be a guess. */
function unknownParts(
  uncompared: readonly Uncompared[],
  detection: Detection,
  request: DjangoMigrationsRequest,
): readonly Refused[] {
  const changed = changedModels(detection);
  const ofOthers = uncompared.filter(({ model, isChange }) => isChange && !changed.has(model));
  const before = ofOthers.length === 0 ? new Set<string>() : uncomparedBefore(request);
  return uncompared
    .filter((each) => changed.has(each.model) || (each.isChange && !before.has(doubtText(each))))
    .map(({ subject, why, place }) => ({
      change: null,
      why: `${subject} could not be compared with the migrations: ${why}.`,
      remedy: 'Write what it is as a constant, or run makemigrations for this change.',
      place,
    }));
}

/** What could not be compared before the change; nothing where it is not known what was there. */
function uncomparedBefore({ before, ...request }: DjangoMigrationsRequest): ReadonlySet<string> {
  if (before === undefined) return new Set();
  const { sides, uncompared } = comparedProject({ ...request, files: before });
  const detection = detectChanges(sides, silent);
  return new Set([...uncompared, ...detection.uncompared].map(doubtText));
}

function doubtText({ subject, why }: Uncompared): string {
  return `${subject}: ${why}`;
}

/** Operations of the apps that change which could not be carried out on the models. */
function unreadMigrations({ unread, migrations }: MigratedModels, detection: Detection): readonly Refused[] {
  const apps = new Set(detection.operations.keys());
  const changed = new Set(migrations.migrations.filter(({ app }) => apps.has(app)).map(({ place }) => place.path));
  const seen = new Set<string>();
  return unread.flatMap(({ extent, subject, why, place }) => {
    if (extent !== 'whole' || !changed.has(place.path) || seen.has(placeText(place))) return [];
    seen.add(placeText(place));
    return [
      {
        change: null,
        why: `The ${subject ?? 'migration'} could not be read: ${why}.`,
        remedy: 'Run makemigrations for this change.',
        place,
      },
    ];
  });
}

function placeText({ path, span }: Place): string {
  return `${path}:${span.start}`;
}
