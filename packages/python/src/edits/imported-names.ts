import type { TextEdit } from '@canonical-schema/schema';
import type { ModuleSyntax } from '../syntax/ast';
import type { FileStyle } from './file-style';
import { importBindings, type OwnModule } from './import-bindings';
import { type ImportingFile, importEdits, type NewImport } from './import-edits';
import type { FileSpelling } from './spelling';

/** Modules that people import as a whole, and how: all others give single names. */
const asModules: Readonly<Record<string, NewImport>> = {
  'django.db.models': { module: 'django.db', name: 'models', alias: null },
  'django.contrib.gis.db.models': { module: 'django.contrib.gis.db', name: 'models', alias: null },
  'django.utils.timezone': { module: 'django.utils', name: 'timezone', alias: null },
  uuid: { module: 'uuid', name: null, alias: null },
  datetime: { module: 'datetime', name: null, alias: null },
  enum: { module: 'enum', name: null, alias: null },
};

/** Modules whose names another gives as well. */
const supersets: Readonly<Record<string, readonly string[]>> = {
  'django.db.models': ['django.contrib.gis.db.models'],
  'django.db.models.functions': [],
};

/** The names that a file has for what it imports; `own` is the module that it is. */
export function importedNames(
  file: { readonly text: string; readonly syntax: ModuleSyntax; readonly style: FileStyle },
  own: OwnModule | null = null,
): FileSpelling {
  return new ImportedNames({ ...file, own, bindings: importBindings(file.syntax.body, own) });
}

class ImportedNames implements FileSpelling {
  private readonly added: NewImport[] = [];
  /** What the new imports bind. */
  private readonly news = new Map<string, string>();

  constructor(private readonly file: ImportingFile) {}

  spell(module: string, name: string, hidden: ReadonlySet<string> = new Set()): string {
    if (module === this.file.own?.name) return name;
    const known = [module, ...(supersets[module] ?? [])]
      .flatMap((each) => this.spellings(each, name))
      .find((spelling) => !hidden.has(headOf(spelling)));
    return known ?? this.imported(module, name, hidden);
  }

  edits(): readonly TextEdit[] {
    return importEdits(this.file, this.added);
  }

  private spellings(module: string, name: string): string[] {
    const { locals, plain, stars, bound } = this.file.bindings;
    const target = `${module}.${name}`;
    const all = [...locals, ...this.news];
    const direct = all.filter(([, stands]) => stands === target).map(([local]) => local);
    const through = all.filter(([, stands]) => stands === module).map(([local]) => `${local}.${name}`);
    const full = plain.has(module) && module.includes('.') ? [target] : [];
    const starred = stars.includes(module) && !bound.has(name) ? [name] : [];
    const parts = module.split('.');
    const parent = parts.slice(0, -1).join('.');
    const own = parts[parts.length - 1] ?? '';
    const starredModule = stars.includes(parent) && asModules[module]?.name === own ? [`${own}.${name}`] : [];
    return [...direct, ...through, ...full, ...starred, ...starredModule];
  }

  private imported(module: string, name: string, hidden: ReadonlySet<string>): string {
    const names = this.file.bindings.statements.some(
      (each) => each.kind === 'import-from' && each.level === 0 && each.module === module && each.names !== null,
    );
    const whole = names ? undefined : asModules[module];
    const wanted: NewImport = whole ?? { module, name, alias: null };
    const local = wanted.name ?? wanted.module;
    const target = whole === undefined ? `${module}.${name}` : module;
    const free = this.freeName(local, target, hidden);
    this.added.push(free === local ? wanted : { ...wanted, alias: free });
    this.news.set(free, target);
    return whole === undefined ? free : `${free}.${name}`;
  }

  /** The name itself, or one that says where it comes from where the file means something else by it. */
  private freeName(local: string, target: string, hidden: ReadonlySet<string>): string {
    const { bound } = this.file.bindings;
    const isFree = (name: string): boolean => {
      const stands = bound.has(name) ? bound.get(name) : (this.news.get(name) ?? target);
      return stands === target && !hidden.has(name);
    };
    if (isFree(local)) return local;
    const library = target.split('.')[0] ?? '';
    const isClass = /^[A-Z]/.test(local);
    const base = isClass ? `${library[0]?.toUpperCase() ?? ''}${library.slice(1)}${local}` : `${library}_${local}`;
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base}${number}`;
      if (isFree(name)) return name;
    }
  }
}

function headOf(spelling: string): string {
  return spelling.split('.')[0] ?? spelling;
}
