import type { FileTree, Place, Remark, Unread } from '@canonical-schema/schema';
import type { PythonModule } from '../../syntax/program';
import type { ClassValue, Value } from '../../syntax/value';
import type { DjangoApp } from '../apps';
import { describe, dottedName, itemsFact } from '../constants';
import type { LoadedModels } from '../loaded-models';
import type { Migration, MigrationKey } from './migration';
import { brokenMigration } from './remarks';

/** The migrations of all apps whose text is there, and what was wrong with them. */
export interface LoadedMigrations {
  readonly migrations: readonly Migration[];
  /** Labels of the apps that have a migrations package, be it empty. */
  readonly migratedApps: ReadonlySet<string>;
  readonly unread: readonly Unread[];
  readonly remarks: readonly Remark[];
  /** Apps with a migration whose operations are not known: their tables may have anything besides. */
  readonly lost: ReadonlyMap<string, Unread>;
  /** The directory of an app's migrations; null where they are switched off, or it cannot be said where they would be. */
  directoryOf(app: DjangoApp): string | null;
  /** Is it the file of a migration of the project's own? */
  isOwnFile(path: string): boolean;
}

/** Reads the migrations of every installed app. Source: `MigrationLoader.load_disk`. */
export function loadMigrations(files: FileTree, loaded: LoadedModels): LoadedMigrations {
  const loading = new Loading(files, loaded);
  for (const app of loaded.apps.apps) loading.addApp(app);
  return loading;
}

class Loading implements LoadedMigrations {
  readonly migrations: Migration[] = [];
  readonly migratedApps = new Set<string>();
  readonly unread: Unread[] = [];
  readonly remarks: Remark[] = [];
  readonly lost = new Map<string, Unread>();
  private readonly ownFiles = new Set<string>();

  constructor(
    private readonly files: FileTree,
    private readonly loaded: LoadedModels,
  ) {}

  addApp(app: DjangoApp): void {
    const name = this.moduleOf(app);
    const module = name === null ? null : this.loaded.fields.program.moduleNamed(name);
    if (module === null || !module.isPackage) return;
    this.migratedApps.add(app.label);
    for (const file of migrationFiles(module, this.files)) this.addFile(app, `${module.name}.${file}`, file);
  }

  isOwnFile(path: string): boolean {
    return this.ownFiles.has(path);
  }

  directoryOf(app: DjangoApp): string | null {
    const name = this.moduleOf(app);
    if (name === null) return null;
    const { program } = this.loaded.fields;
    const module = program.moduleNamed(name);
    if (module !== null) return module.isPackage ? directoryAbove(module.path) : null;
    const parent = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    const above = ['', '.models', '.apps']
      .map((each) => program.moduleNamed(`${parent}${each}`))
      .find((each) => each !== null);
    return above == null ? null : below(directoryAbove(above.path), name.slice(name.lastIndexOf('.') + 1));
  }

  /** `MIGRATION_MODULES` may name another package, or None for none. */
  private moduleOf(app: DjangoApp): string | null {
    const own = `${app.name}.migrations`;
    const setting = this.loaded.project.settings.value('MIGRATION_MODULES');
    if (setting?.kind !== 'dict') return own;
    const entry = setting.entries.find(([label]) => label.kind === 'str' && label.value === app.label)?.[1];
    if (entry === undefined) return own;
    return entry.kind === 'str' ? entry.value : null;
  }

  private addFile(app: DjangoApp, dotted: string, name: string): void {
    const { program } = this.loaded.fields;
    const module = program.moduleNamed(dotted);
    if (module === null) return;
    if (!module.isInstalled) this.ownFiles.add(module.path);
    const broken = program.unread.find((each) => each.place.path === module.path);
    const value = module.namespace.bindings.get('Migration')?.value;
    const key = { app: app.label, name };
    if (broken !== undefined && !module.isInstalled) {
      this.remarks.push(brokenMigration(key, `${module.path} does not parse. Correct its text.`, [broken.place]));
    }
    if (value?.kind === 'class') this.migrations.push(this.migrationOf(value, key, module));
    else if (broken === undefined && !module.isInstalled) this.remarkClassless(key, module, value);
  }

  private remarkClassless(key: MigrationKey, module: PythonModule, value: Value | undefined): void {
    const place = value?.place ?? startOf(module.path);
    const why = `${module.path} has no class Migration. Add it, or name the file with a leading underscore.`;
    this.remarks.push(brokenMigration(key, why, [place]));
  }

  private migrationOf(value: ClassValue, key: MigrationKey, module: PythonModule): Migration {
    const list = (name: string): readonly Value[] => this.listOf(value, name, key, module);
    const keys = (name: string): readonly MigrationKey[] =>
      list(name).flatMap((item) => this.keyOf(item, name, key, module) ?? []);
    return {
      ...key,
      dependencies: keys('dependencies'),
      runBefore: keys('run_before'),
      replaces: keys('replaces'),
      operations: list('operations'),
      external: module.isInstalled,
      place: value.place,
    };
  }

  private listOf(value: ClassValue, name: string, key: MigrationKey, module: PythonModule): readonly Value[] {
    const binding = this.member(value, name);
    if (binding === undefined) return [];
    const items = itemsFact(binding);
    if (!('unreadable' in items)) return items;
    this.note(key, module, name, items.unreadable, binding.place);
    return [];
  }

  private member(value: ClassValue, name: string): Value | undefined {
    for (const each of this.loaded.fields.program.mro(value)) {
      const binding = each.kind === 'class' ? each.body.bindings.get(name) : undefined;
      if (binding === undefined) continue;
      if (binding.condition === null) return binding.value;
      return { kind: 'unknown', why: `depends on the condition ${binding.condition}`, place: binding.place };
    }
    return undefined;
  }

  private keyOf(item: Value, list: string, key: MigrationKey, module: PythonModule): MigrationKey | null {
    const swappable = this.swappableKey(item);
    if (swappable !== null) return swappable;
    const [app, name] = item.kind === 'tuple' || item.kind === 'list' ? item.items : [];
    if (app?.kind === 'str' && name?.kind === 'str') return { app: app.value, name: name.value };
    this.note(key, module, list, item.kind === 'unknown' ? item.why : describe(item), item.place);
    return null;
  }

  /** `migrations.swappable_dependency(settings.AUTH_USER_MODEL)`: the first migration of the app that has the model. */
  private swappableKey(item: Value): MigrationKey | null {
    if (item.kind !== 'call' || dottedName(item.callee)?.endsWith('.swappable_dependency') !== true) return null;
    const [argument] = item.positional;
    const setting = argument === undefined ? undefined : this.loaded.project.settings.settled(argument);
    const model = setting?.kind === 'str' ? setting.value : 'auth.User';
    return { app: model.slice(0, Math.max(0, model.indexOf('.'))), name: '__first__' };
  }

  private note(key: MigrationKey, module: PythonModule, list: string, what: string, place: Place): void {
    if (module.isInstalled) return;
    const subject = `migration ${key.app}.${key.name}`;
    const unread: Unread = { extent: 'whole', why: `its ${list}: ${what}`, subject, table: null, place };
    this.unread.push(unread);
    if (list === 'operations') this.lost.set(key.app, unread);
  }
}

/** The names of the modules in a migrations package, sorted. */
function migrationFiles(module: PythonModule, files: FileTree): readonly string[] {
  const directory = module.path.slice(0, -'/__init__.py'.length);
  return files
    .list(directory)
    .filter(({ name, kind }) => kind === 'file' && name.endsWith('.py') && !/^[_~]/.test(name))
    .map(({ name }) => name.slice(0, -'.py'.length))
    .filter((name) => !name.includes('.'));
}

function directoryAbove(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function below(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

function startOf(path: string): Place {
  return { path, line: 1, column: 1, span: { start: 0, end: 0 } };
}
