import { type Change, isUnreadable } from '@canonical-schema/schema';
import { tableRef } from '../emit/registry';
import type { DjangoModelsOptions, LoadedModels } from '../loaded-models';
import { modelKey } from '../model-state';
import { firstUse } from './class-uses';
import { keyOf, type ModelTable } from './model-table';
import type { Problem } from './problem';

/** Takes the class of a dropped table away; why that cannot be done, or null. */
export function dropModel(
  model: ModelTable,
  changes: readonly Change[],
  loaded: LoadedModels,
  options: DjangoModelsOptions,
): Problem | null {
  const { state, owner, draft } = model;
  const { file } = draft;
  if (!file.syntax.body.includes(owner)) {
    const why = `The class ${state.name} stands inside another statement.`;
    return { why, remedy: 'Take it away by hand.', place: file.source.placeOf(owner) };
  }
  const related = relationTo(model, changes, loaded);
  if (related !== null) return related;
  const module = loaded.project.program.moduleAt(file.source.path)?.name ?? '';
  const app = loaded.apps.appLabelled(state.app)?.name ?? module;
  const use = firstUse(
    { owner, path: file.source.path, module, app },
    options.files,
    options.root,
    loaded.project.program,
  );
  if (use !== null) {
    const why = `${use.path}:${use.line} uses the class ${state.name} of the table ${model.table.name}.`;
    return { why, remedy: `Take ${state.name} out of there first.`, place: use };
  }
  draft.body(null).remove(owner);
  return null;
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
    const name = tableRef(dbTable);
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
