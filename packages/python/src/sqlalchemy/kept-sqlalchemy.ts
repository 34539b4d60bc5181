import type { FileTree, Reading } from '@canonical-schema/schema';
import { AskedTree } from '../syntax/asked-tree';
import { modelPaths, modelsIn, type OpenModels, openModels, type SqlAlchemyOptions } from './load-models';
import { readingOf } from './read-sqlalchemy-models';

interface Standing {
  /** The options besides the files. */
  readonly key: string;
  readonly files: AskedTree;
  readonly models: OpenModels;
  readonly reading: Reading;
  /** The files of the modules that it was made from. */
  readonly paths: readonly string[];
}

/** SQLAlchemy models that are read again and again: modules keep what they came to, as those of a `KeptDjango` do. */
export class KeptSqlAlchemy {
  private standing: Standing | null = null;

  /** How many modules are kept. */
  get modules(): number {
    return this.standing?.models.program.modulesKept ?? 0;
  }

  /** As `KeptDjango` has it. */
  get isSettled(): boolean {
    return this.standing?.models.program.isSettled ?? true;
  }

  /** Reads all anew the next time. */
  forget(): void {
    this.standing = null;
  }

  /** As `readSqlAlchemyModels`. `probe` has the same files as those of `options`, for looking whether they changed. */
  read(options: SqlAlchemyOptions, probe: FileTree): { readonly reading: Reading; readonly isRenewed: boolean } {
    const { standing } = this;
    this.standing = null;
    const renewal = standing === null ? 'lost' : renewed(standing, options, probe);
    if (standing === null || renewal === 'lost') {
      const files = new AskedTree(options.files);
      return this.keep(options, files, openModels(options, files, files.unread), false);
    }
    if (renewal === 'renewed') return this.keep(options, standing.files, standing.models, true);
    for (const path of standing.paths) options.files.read(path);
    this.standing = standing;
    return { reading: standing.reading, isRenewed: true };
  }

  private keep(options: SqlAlchemyOptions, files: AskedTree, models: OpenModels, isRenewed: boolean) {
    const reading = readingOf(modelsIn(models));
    this.standing = { key: keyOf(options), files, models, reading, paths: models.program.pathsRead };
    return { reading, isRenewed };
  }
}

function renewed(standing: Standing, options: SqlAlchemyOptions, probe: FileTree): 'same' | 'renewed' | 'lost' {
  const { key, files, models } = standing;
  if (key !== keyOf(options) || files.isOvergrown || !files.isAnsweredBy(probe)) return 'lost';
  files.renew(options.files);
  if (modelPaths(options, options.files).join('\0') !== models.paths.join('\0')) return 'lost';
  return models.program.renew(probe);
}

function keyOf({ files: _, ...options }: SqlAlchemyOptions): string {
  return JSON.stringify(options);
}
