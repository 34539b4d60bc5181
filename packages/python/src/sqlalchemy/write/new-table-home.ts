import type { Table } from '@canonical-schema/schema';
import type { ClassDefinition } from '../../syntax/ast';
import type { ClassValue, Value } from '../../syntax/value';
import { isDeclarativeRoot, registryOf } from '../declarative/metadata';
import { isSqlModel } from '../declarative/table-name';
import type { MetaDataDescription, TableDescription } from '../description';
import { calledName, dottedPath, isFacade } from '../framework-name';
import { linearise } from '../linearise';
import { mappedArgument } from '../types/read-annotation';
import type { ModelFile } from './model-file';
import { brokenFile, type Refusal, type Targets } from './table-target';

/** Where a new table is written, and what it is made with there. */
export interface NewTableHome {
  readonly file: ModelFile;
  readonly metadata: MetaDataDescription;
  readonly base: /** `class Stock(Base)`; `text` is what stands between the parentheses. */
    | { readonly kind: 'class'; readonly text: string; readonly isSqlModel: boolean; readonly isDataclass: boolean }
    /** `stocks = Table("stocks", metadata, …)`. */
    | { readonly kind: 'core'; readonly metadata: string; readonly like: TableDescription };
}

/** Finds where a new table belongs: the module that was asked for, that of a table it references, or that of most tables. */
export function newTableHome(table: Table, module: string | null, targets: Targets): NewTableHome | Refusal {
  const { loaded } = targets;
  const own = loaded.models.tables.filter(({ external }) => !external);
  const path = module === null ? homePath(table, own) : pathOf(module, targets);
  const file = path === null ? null : targets.files.at(path);
  if (file === null) {
    const where = module === null ? 'The SQLAlchemy models have no file' : `There is no module ${module}`;
    return {
      why: `${where} that ${table.name} could be written to.`,
      remedy: 'Name an existing module for new tables.',
      place: null,
    };
  }
  const broken = brokenFile(file);
  if (broken !== null) return broken;
  const neighbours = own.filter(({ place }) => place.path === file.path);
  const classes = neighbours.filter(({ place }) => file.classAt(place.span) !== null);
  const like = neighbours.find(({ place }) => file.callAt(place.span) !== null);
  if (like !== undefined && classes.length === 0) return coreHome(like, file) ?? noBase(table, file);
  return classHome(file, classes, own, targets) ?? noBase(table, file);
}

function noBase(table: Table, file: ModelFile): Refusal {
  return {
    why: `No declarative base was found that table ${table.name} could have in ${file.path}.`,
    remedy: `Write the class of ${table.name} by hand, or one other model to go by.`,
    place: file.file.source.start,
  };
}

/** `src/models.py`, or `models` as it is imported. */
function pathOf(module: string, { loaded }: Targets): string | null {
  return module.endsWith('.py') ? module : (loaded.program.moduleNamed(module)?.path ?? null);
}

function homePath(table: Table, own: readonly TableDescription[]): string | null {
  const referenced = new Set(table.foreignKeys.map(({ references }) => `${references.schema}.${references.table}`));
  const counts = new Map<string, number>();
  for (const { schema, name, place } of own) {
    const weight = referenced.has(`${schema ?? 'public'}.${name}`) ? own.length + 1 : 1;
    counts.set(place.path, (counts.get(place.path) ?? 0) + weight);
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}

function coreHome(like: TableDescription, file: ModelFile): NewTableHome | null {
  const metadata = file.callAt(like.place.span)?.call.args[1];
  if (metadata === undefined || metadata.form !== 'positional') return null;
  return { file, metadata: like.metadata, base: { kind: 'core', metadata: file.textOf(metadata.value), like } };
}

function classHome(
  file: ModelFile,
  classes: readonly TableDescription[],
  own: readonly TableDescription[],
  targets: Targets,
): NewTableHome | null {
  for (const neighbour of [...classes].reverse()) {
    const found = classesOf(file, targets).find(({ place }) => place.span.start === neighbour.place.span.start);
    const definition = file.classAt(neighbour.place.span);
    const base = found === undefined || definition === null ? null : plainBase(found, definition, file);
    if (base !== null) return { file, metadata: neighbour.metadata, base };
  }
  return foreignBase(file, own, targets);
}

function classesOf(file: ModelFile, { loaded }: Targets): readonly ClassValue[] {
  return (loaded.program.moduleAt(file.path)?.classes ?? []).map(({ value }) => value);
}

/** The base of a model, where it brings nothing of its own into the table. */
function plainBase(of: ClassValue, definition: ClassDefinition, file: ModelFile): NewTableHome['base'] | null {
  const at = of.bases.findIndex(isPlainBase);
  const positional = definition.args.filter(({ form }) => form === 'positional');
  const base = positional[at]?.value;
  const value = of.bases[at];
  if (base === undefined || value === undefined) return null;
  return classBase(file.textOf(base), of, value);
}

function classBase(text: string, of: ClassValue, base: Value): NewTableHome['base'] {
  const linear = linearise(of);
  const ofSqlModel = isSqlModel(linear);
  const isDataclass = (base.kind === 'class' ? linearise(base) : []).some((each) =>
    (dottedPath(each) ?? '').endsWith('.MappedAsDataclass'),
  );
  return { kind: 'class', text: ofSqlModel ? `${text}, table=True` : text, isSqlModel: ofSqlModel, isDataclass };
}

/** A base that is declarative, and has no columns. */
function isPlainBase(value: Value): boolean {
  if (value.kind === 'attribute' && value.name === 'Model' && isFacade(value.of)) return true;
  if (value.kind !== 'class') return isDeclarativeRoot(value);
  const linear = linearise(value);
  if (!linear.some(isDeclarativeRoot)) return false;
  return linear.every((base) => base.kind !== 'class' || !hasColumns(base));
}

function hasColumns({ body }: ClassValue): boolean {
  return [...body.bindings.values()].some(({ value, annotation, name }) => {
    const called = calledName(value);
    const isDirective = name === '__table_args__';
    return (
      isDirective ||
      called === 'Column' ||
      called === 'mapped_column' ||
      (value.kind === 'function' && value.decorators.length > 0 && !name.startsWith('__')) ||
      mappedArgument(annotation) !== null
    );
  });
}

/** A base that other files' models have, imported from where it is defined. */
function foreignBase(file: ModelFile, own: readonly TableDescription[], targets: Targets): NewTableHome | null {
  for (const { place, metadata } of own) {
    const other = targets.files.at(place.path);
    const found =
      other === null ? undefined : classesOf(other, targets).find((each) => each.place.span.start === place.span.start);
    const base = found?.bases.find(isPlainBase);
    if (found === undefined || base?.kind !== 'class' || base.qualifiedName !== base.name) continue;
    const text = file.draft.spelling.spell(base.module, base.name);
    return { file, metadata: registryOf(base)?.metadata ?? metadata, base: classBase(text, found, base) };
  }
  return null;
}
