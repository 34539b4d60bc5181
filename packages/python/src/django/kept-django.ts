import type { FileTree, Reading } from '@canonical-schema/schema';
import { AskedTree } from '../syntax/asked-tree';
import { type DjangoModelsOptions, type LoadedModels, modelsOf, type OpenProject, openProject } from './loaded-models';
import { migrationsReading } from './migrations/read-migrations';
import type { DjangoReadings } from './read-django';
import { modelsReading } from './reader';
import { withKnownLibraries } from './third-party/stand-ins';

/** A reading, and the files of the modules that it was made from. */
interface Read<R> {
  readonly reading: R;
  readonly paths: readonly string[];
}

interface Standing {
  /** The options besides the files. */
  readonly key: string;
  readonly files: AskedTree;
  readonly project: OpenProject;
  models: Read<Reading> | null;
  migrations: Read<Reading | null> | null;
}

/**
 * A Django project that is read again and again. Modules whose text is the same, and that need none whose text is not,
 * keep what they came to, and so does what is made of them alone. Whatever else changed, a file that came or went, the
 * settings, a version: then all is read anew.
 */
export class KeptDjango {
  private standing: Standing | null = null;

  /** How many modules are kept. */
  get modules(): number {
    return this.standing?.project.project.program.modulesKept ?? 0;
  }

  /**
   * Did all that was read hold to the order in which a first reading would have read it? Where it did not, the readings
   * are not to be believed, and the project has to be forgotten.
   */
  get isSettled(): boolean {
    return this.standing?.project.project.program.isSettled ?? true;
  }

  /** Reads all anew the next time. */
  forget(): void {
    this.standing = null;
  }

  /** As `readDjango`. `probe` has the same files as those of `options`, for looking whether they changed. */
  read(options: DjangoModelsOptions, probe: FileTree): DjangoReadings & { readonly isRenewed: boolean } {
    const renewal = this.renewed(options, probe);
    const standing = this.standing ?? this.opened(options);
    if (renewal === 'renewed') {
      standing.models = null;
      standing.migrations = null;
    }
    let loaded: LoadedModels | null = null;
    const models = (): LoadedModels => {
      loaded ??= modelsOf(standing.project);
      return loaded;
    };
    standing.models = this.again(standing, standing.models, options.files, () => modelsReading(models()));
    return {
      models: standing.models.reading,
      migrations: () => {
        const { files } = standing.project;
        const read = () => migrationsReading(files, models());
        standing.migrations = this.again(standing, standing.migrations, options.files, read);
        return standing.migrations.reading;
      },
      isRenewed: renewal !== null,
    };
  }

  /** What was read before, where nothing changed since: its files count as read once more. */
  private again<R>({ project }: Standing, known: Read<R> | null, files: FileTree, read: () => R): Read<R> {
    if (known === null) return { reading: read(), paths: project.project.program.pathsRead };
    const all = withKnownLibraries(files);
    for (const path of known.paths) all.read(path);
    return known;
  }

  private opened(options: DjangoModelsOptions): Standing {
    const files = new AskedTree(options.files);
    const project = openProject(options, files, files.unread);
    this.standing = { key: keyOf(options), files, project, models: null, migrations: null };
    return this.standing;
  }

  /** Makes the project that stands one of the files as they are now; where it does not stand it is forgotten. */
  private renewed(options: DjangoModelsOptions, probe: FileTree): 'same' | 'renewed' | null {
    const { standing } = this;
    this.standing = null;
    if (standing === null || standing.key !== keyOf(options)) return null;
    if (standing.files.isOvergrown || !standing.files.isAnsweredBy(probe)) return null;
    standing.files.renew(options.files);
    const renewal = standing.project.project.program.renew(withKnownLibraries(probe));
    if (renewal === 'lost') return null;
    this.standing = standing;
    return renewal;
  }
}

function keyOf({ files: _, ...options }: DjangoModelsOptions): string {
  return JSON.stringify(options);
}
