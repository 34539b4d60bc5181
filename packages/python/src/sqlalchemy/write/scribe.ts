import { pythonString } from '../../edits/python-text';
import type { Call, Expression, ImportFrom } from '../../syntax/ast';
import { isFacade, isFrameworkPath } from '../framework-name';
import type { ReadContext } from '../read-context';
import { type WrittenDialect, writtenDialect } from './dialects';
import type { Habits } from './habits';
import type { ImportedName } from './imported-name';
import type { ModelFile } from './model-file';
import { calleeName } from './source-column';

/** Names of SQLAlchemy that its releases before 2.0 lack. */
const sinceTwo: ReadonlySet<string> = new Set([
  'sqlalchemy.Uuid',
  'sqlalchemy.UUID',
  'sqlalchemy.Double',
  'sqlalchemy.DOUBLE',
  'sqlalchemy.DOUBLE_PRECISION',
]);

/** Writes code into one place of one file: by the names that it has there, and after the habits of what is near. */
export class Scribe {
  private readonly imported: ReadonlyMap<string, string>;
  /** `sa` of `sa.Column`, `db` of `db.Column`; null where columns are called by their bare name. */
  private readonly prefix: { readonly text: string; readonly isFacade: boolean } | null;

  constructor(
    readonly file: ModelFile,
    readonly habits: Habits,
    readonly context: ReadContext,
    /** Names that mean something else in the class that is written. */
    private readonly hidden: ReadonlySet<string>,
  ) {
    this.imported = importedNames(file);
    this.prefix = this.prefixOf();
  }

  /** How what the dialect has is said here. */
  get dialect(): WrittenDialect {
    return writtenDialect(this.context.dialect.traits.name);
  }

  /** What this place calls the first of some names that it can call without an import, else the first of them. */
  name(...choices: readonly ImportedName[]): string {
    const usable = choices.filter((choice) => this.isThere(choice));
    for (const { module, name } of usable) {
      const local = isFrameworkPath(module) ? this.imported.get(name) : undefined;
      if (local !== undefined && !this.hidden.has(local)) return local;
    }
    const [first] = usable.length > 0 ? usable : choices;
    if (first === undefined) throw new Error('A name was asked for without a choice.');
    const prefix = this.prefixFor(first);
    if (prefix !== null) return `${prefix}.${first.name}`;
    if (first.module === 'builtins') return first.name;
    return this.file.draft.spelling.spell(first.module, first.name, this.hidden);
  }

  /** A string literal. */
  quoted(text: string): string {
    return pythonString(text, this.file.file.style);
  }

  /** Does the class that is written have an attribute of that name? */
  isHidden(name: string): boolean {
    return this.hidden.has(name);
  }

  private isThere({ module, name }: ImportedName): boolean {
    return this.context.isAtLeast(2, 0) || !sinceTwo.has(`${module}.${name}`);
  }

  private prefixFor({ module }: ImportedName): string | null {
    if (this.prefix === null) return null;
    const isCovered = module === 'sqlalchemy' || (module === 'sqlalchemy.orm' && this.prefix.isFacade);
    return isCovered ? this.prefix.text : null;
  }

  private prefixOf(): Scribe['prefix'] {
    const text = this.habits.prevailing(({ call, file }) =>
      call === null || file !== this.file ? null : prefixOfCall(call, file),
    );
    if (text === null || text === '') return null;
    const value = this.context.program.resolve(this.file.module, text);
    const isModule = (value.kind === 'external' || value.kind === 'module') && value.name === 'sqlalchemy';
    return isModule || isFacade(value) ? { text, isFacade: !isModule } : null;
  }
}

/** `sa` of `sa.Column`, empty for `Column`; null for calls that say nothing of it. */
function prefixOfCall(call: Call, file: ModelFile): string | null {
  if (calleeName(call) !== 'Column') return null;
  const callee: Expression = call.callee;
  return callee.kind === 'attribute' ? file.textOf(callee.of) : '';
}

/** What the file imports of SQLAlchemy by name, and how it calls it. */
function importedNames(file: ModelFile): ReadonlyMap<string, string> {
  const isImport = (statement: { readonly kind: string }): statement is ImportFrom => statement.kind === 'import-from';
  const names = file.file.syntax.body
    .filter(isImport)
    .filter(({ module, level }) => level === 0 && isFrameworkPath(module))
    .flatMap((statement) => statement.names ?? []);
  return new Map(names.map(({ name, alias }) => [name, alias ?? name]));
}
