import type { FileTree } from '@canonical-schema/schema';
import type { LoadedModels } from '../../loaded-models';
import type { MigrationPlan } from '../graph';

/** The last migrations of Django's own apps, which have had no others since Django 3.1. */
const contribLeaves: Readonly<Record<string, string>> = {
  admin: '0003_logentry_add_action_flag_choices',
  auth: '0012_alter_user_first_name_max_length',
  contenttypes: '0002_remove_content_type_name',
  flatpages: '0001_initial',
  redirects: '0002_alter_redirect_new_path_help_text',
  sessions: '0001_initial',
  sites: '0002_alter_domain_unique',
};

/** Answers for the last migration of an app: of the project, an installed package, or Django itself; null for none. */
export function knownLeaves(
  plan: MigrationPlan,
  loaded: LoadedModels,
  files: FileTree,
  installed: readonly string[],
): (app: string) => string | null {
  const leaves = new Map(plan.leaves.map(({ app, name }) => [app, name]));
  return (app) => {
    const leaf = leaves.get(app);
    if (leaf !== undefined) return leaf;
    const name = loaded.apps.appLabelled(app)?.name ?? `django.contrib.${app}`;
    if (!name.startsWith('django.contrib.')) return null;
    return lastInstalled(name, files, installed) ?? contribLeaves[app] ?? null;
  };
}

function lastInstalled(app: string, files: FileTree, installed: readonly string[]): string | null {
  for (const directory of installed) {
    const names = files
      .list(`${directory}/${app.replaceAll('.', '/')}/migrations`)
      .flatMap(({ name }) => (/^\d+.*\.py$/.test(name) ? [name.slice(0, -3)] : []));
    const last = names.sort().at(-1);
    if (last !== undefined) return last;
  }
  return null;
}
