import { type Change, isUnreadable, type Span } from '@canonical-schema/schema';
import type { FileDraft } from '../../edits/file-draft';
import { sourceOf } from '../../edits/import-bindings';
import { memberNamed } from '../../edits/python-file';
import type { PythonModule } from '../../syntax/program';
import type { DjangoModelsOptions, LoadedModels } from '../loaded-models';
import { modelKey } from '../model-state';
import { usesOf } from './class-uses';
import type { FileDrafts } from './files-of-project';
import { keyOf, type ModelTable } from './model-table';
import type { Problem } from './problem';

/** Takes the class of a dropped table away; why that cannot be done, or null. */
export function removeModel({ state, owner, draft }: ModelTable): Problem | null {
  const { file } = draft;
  if (!file.syntax.body.includes(owner)) {
    const why = `The class ${state.name} stands inside another statement.`;
    return { why, remedy: 'Take it away by hand.', place: file.source.placeOf(owner) };
  }
  draft.body(null).remove(owner);
  return null;
}

/**
 * Why a class that was taken away has to stay: something that stays needs it. Null where nothing does; a package that
 * only gives it on no longer does.
 */
export function needOf(model: ModelTable, changes: readonly Change[], dropping: Dropping): Problem | null {
  const { state, owner, draft, table } = model;
  const { loaded, drafts, options } = dropping;
  const related = relationTo(model, changes, loaded);
  if (related !== null) return related;
  const { program } = loaded.project;
  const path = draft.file.source.path;
  const module = program.moduleAt(path)?.name ?? '';
  const app = loaded.apps.appLabelled(state.app)?.name ?? module;
  const package_ = program.moduleNamed(`${app}.models`);
  if (package_ !== null && package_.path !== path) takeBack(drafts.draft(package_.path), module, package_, owner.name);
  const isGone = (file: string, span: Span): boolean => drafts.touched(file)?.isGone(span) === true;
  const [use] = usesOf({ owner, path, module, app }, { files: options.files, root: options.root, program, isGone });
  if (use === undefined) return null;
  const why = `${use.path}:${use.line} uses the class ${state.name} of the table ${table.name}.`;
  return { why, remedy: `Take ${state.name} out of there first.`, place: use };
}

/** What dropping models asks. */
export interface Dropping {
  readonly loaded: LoadedModels;
  readonly drafts: FileDrafts;
  readonly options: DjangoModelsOptions;
}

/** The models package imports the class for others, and may list it in `__all__`. */
function takeBack(draft: FileDraft | null, module: string, own: PythonModule, name: string): void {
  for (const statement of draft?.file.syntax.body ?? []) {
    if (draft === null || statement.kind !== 'import-from' || sourceOf(statement, own) !== module) continue;
    const at = statement.names?.findIndex((each) => each.name === name && each.alias === null) ?? -1;
    if (at >= 0 && statement.names?.length === 1) draft.body(null).remove(statement);
    else if (at >= 0) draft.list(statement)?.remove(at);
  }
  const all = memberNamed(draft?.file.syntax.body ?? [], '__all__')?.value;
  if (draft === null || (all?.kind !== 'list' && all?.kind !== 'tuple')) return;
  const at = all.items.findIndex((item) => item.kind === 'string' && item.parts.join('') === name);
  if (at >= 0) draft.list(all)?.remove(at);
}

/** A relation of a model that stays. */
function relationTo(
  { state, table }: ModelTable,
  changes: readonly Change[],
  { all, context }: LoadedModels,
): Problem | null {
  const own = modelKey(state.app, state.name);
  const goes = new Set(changes.flatMap((change) => (change.kind === 'drop-table' ? [keyOf(change.table)] : [])));
  const columns = new Set(
    changes.flatMap((change) =>
      change.kind === 'drop-column' ? [`${keyOf(change.table)}\u0000${change.column}`] : [],
    ),
  );
  for (const [key, other] of all) {
    const dbTable = context.registry.dbTable(other);
    if (key === own || isUnreadable(dbTable)) continue;
    const name = context.backend.names.tableRef(dbTable);
    const isLinked = other.parents.includes(own) && !goes.has(keyOf(name));
    const field = other.fields.find(
      (each) =>
        each.relation?.to === own && !goes.has(keyOf(name)) && !columns.has(`${keyOf(name)}\u0000${each.name}_id`),
    );
    if (field === undefined && !isLinked) continue;
    const place = field?.place ?? other.place;
    const what =
      field === undefined ? `The model ${other.name} extends` : `The field ${other.name}.${field.name} points to`;
    const why = `${what} ${state.name}, whose table ${table.name} is dropped.`;
    return { why, remedy: `Take it away first.`, ...(place === null ? {} : { place }) };
  }
  return null;
}
