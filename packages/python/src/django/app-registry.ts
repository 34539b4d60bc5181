import type { Unread } from '@canonical-schema/schema';
import type { PythonProgram } from '../syntax/program';
import { appOfEntry, type DjangoApp } from './apps';
import { contribModels } from './contrib-models';
import { installedApps } from './installed-apps';
import type { LoadedProject } from './project-program';

/** The apps of a project. */
export interface AppRegistry {
  readonly apps: readonly DjangoApp[];
  /** The app whose package holds a module; the innermost of several. */
  appOf(module: string): DjangoApp | null;
  appLabelled(label: string): DjangoApp | null;
  /** Is an app of that dotted name installed? Null where INSTALLED_APPS could not be read wholly. */
  isInstalled(name: string): boolean | null;
  /** True where every entry of INSTALLED_APPS could be read: no other app exists. */
  readonly complete: boolean;
  /** That INSTALLED_APPS may name further apps; null where it cannot. */
  readonly unread: Unread | null;
  /** Dotted names of packages inside apps that hold models but are no apps; none where INSTALLED_APPS is known. */
  readonly parts: readonly string[];
}

/**
 * The apps of INSTALLED_APPS. Where that, or a part of it, cannot be read, also every app that is found below the root,
 * since a table that is not read is worse than one that is not installed.
 */
export function appRegistry(project: LoadedProject): AppRegistry {
  const { entries, complete, unread } = installedApps(project.settings);
  const found = complete ? [] : project.foundApps();
  const apps = new Map<string, DjangoApp>();
  for (const entry of [...entries, ...found]) {
    const app = contribApp(entry) ?? appOfEntry(entry, project.program);
    if (app !== null && !apps.has(app.name)) apps.set(app.name, app);
  }
  const parts = complete ? [] : project.partsOfApps().filter((name) => !apps.has(name));
  const known = { ...registryOf([...apps.values()], entries, complete, parts), unread };
  return complete ? known : withAppsOfModules(known, project.program);
}

/** An app of Django's own: what it creates is known without its text. */
function contribApp(entry: string): DjangoApp | null {
  const match = /^django\.contrib\.([a-z_]+)(\.apps\.\w+)?$/.exec(entry);
  const label = match?.[1];
  if (label === undefined || !contribModels.some((model) => model.app === label)) return null;
  return { name: `django.contrib.${label}`, label, autoField: 'AutoField', external: true };
}

function registryOf(
  apps: readonly DjangoApp[],
  entries: readonly string[],
  complete: boolean,
  parts: readonly string[],
): Omit<AppRegistry, 'unread'> {
  const byLabel = new Map(apps.map((app) => [app.label, app]));
  const innermostFirst = [...apps].sort((a, b) => b.name.length - a.name.length);
  const known = new Map<string, DjangoApp | null>();
  return {
    apps,
    complete,
    parts,
    appLabelled: (label) => byLabel.get(label) ?? null,
    isInstalled: (name) => {
      const isThere = apps.some((app) => app.name === name) || entries.some((entry) => namesApp(entry, name));
      return isThere || (complete ? false : null);
    },
    appOf(module) {
      const before = known.get(module);
      if (before !== undefined) return before;
      const app = innermostFirst.find(({ name }) => module === name || module.startsWith(`${name}.`)) ?? null;
      known.set(module, app);
      return app;
    },
  };
}

/** Where INSTALLED_APPS is not known, a class of an installed package belongs to the app that its `models` stands in. */
function withAppsOfModules(registry: AppRegistry, program: PythonProgram): AppRegistry {
  const appAround = (module: string): DjangoApp | null => {
    const name = /^(.+?)\.models(\.|$)/.exec(module)?.[1];
    const loaded = name === undefined ? null : program.moduleNamed(module);
    if (name === undefined || loaded?.isInstalled !== true) return null;
    return program.kept('the app around', loaded, () => appOfEntry(name, program));
  };
  return { ...registry, appOf: (module) => registry.appOf(module) ?? appAround(module) };
}

/** `shop` and `shop.apps.ShopConfig` both name the app `shop`. */
function namesApp(entry: string, name: string): boolean {
  return entry === name || (entry.startsWith(`${name}.`) && /^(\w+\.)?[A-Z]\w*$/.test(entry.slice(name.length + 1)));
}
