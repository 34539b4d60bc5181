import { Catalog, type FileTree, type Remark, type Unread } from '@canonical-schema/schema';
import type { EmitContext } from '../../emit/context';
import type { LoadedModels } from '../../loaded-models';
import type { ModelKey, ModelState } from '../../model-state';
import { type MigrationPlan, planMigrations } from '../graph';
import { type LoadedMigrations, loadMigrations } from '../load-migrations';
import { Replay } from '../replay';
import { unmigratedModels } from '../replayed';

/** The models as a project's migrations know them; what they do to the database is left out. */
export interface MigratedModels {
  readonly migrations: LoadedMigrations;
  readonly plan: MigrationPlan;
  readonly models: ReadonlyMap<ModelKey, ModelState>;
  readonly context: EmitContext;
  /** Parts of the project's own migrations that could not be carried out. */
  readonly unread: readonly Unread[];
  readonly remarks: readonly Remark[];
}

/** Carries out a project's migrations over the models alone. */
export function migratedModels(files: FileTree, loaded: LoadedModels): MigratedModels {
  const migrations = loadMigrations(files, loaded);
  const plan = planMigrations(migrations.migrations, migrations.migratedApps);
  const replay = new Replay(loaded, new Catalog(), unmigratedModels(loaded, migrations));
  const { project, context } = replay.after;
  for (const { app, operations } of plan.order) {
    for (const operation of operations) replay.runState(project, operation, app);
  }
  const own = replay.unread.filter(({ place }) => migrations.isOwnFile(place.path));
  return {
    migrations,
    plan,
    models: project.models,
    context,
    unread: [...migrations.unread, ...own],
    remarks: [...migrations.remarks, ...plan.remarks],
  };
}
