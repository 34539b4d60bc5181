import type { Place, Reading, Table, Unread } from '@canonical-schema/schema';
import { syntaxErrorRemarks } from '../syntax/syntax-errors';
import type { EmitContext } from './emit/context';
import { emitModels } from './emit/emit';
import type { UnmadeTable } from './emit/many-to-many';
import { unreadOfTable } from './emit/unread-facts';
import { type DjangoModelsOptions, type LoadedModels, loadModels, wantedModels } from './loaded-models';
import type { ModelState } from './model-state';

export type { DjangoModelsOptions } from './loaded-models';

/** The schema that `migrate` creates from a Django project's models, read from their text. */
export function readDjangoModels(options: DjangoModelsOptions): Reading {
  return modelsReading(loadModels(options));
}

/** The same, for a project that is loaded. */
export function modelsReading({ project, apps, models, all, context }: LoadedModels): Reading {
  const emitted = emitModels(wantedModels(all, apps), context);
  const tables = emitted.schema.tables;
  const unread: readonly Unread[] = [
    ...project.program.unread.filter((each) => !project.isInstalled(each.place.path)),
    ...models.unread,
    ...emitted.uncertain.flatMap(({ table, condition }) => uncertainTable(table, condition)),
    ...emitted.unmade.flatMap((each) => unmadeTable(each, context)),
    ...emitted.nameless.map(({ state, why }) => namelessModel(state, why)),
    ...tables.filter((table) => table.orm?.external !== true).flatMap(unreadOfTable),
  ];
  return {
    source: 'django-models',
    dialect: project.backend.sql.traits.name,
    schema: emitted.schema,
    unread: [...unread].sort(inSourceOrder),
    remarks: syntaxErrorRemarks(project.program.syntaxErrors.filter(({ path }) => !project.isInstalled(path))),
    assumed: project.assumed,
  };
}

function uncertainTable(table: Table, condition: string): readonly Unread[] {
  if (table.place === null || table.orm?.external === true) return [];
  const why = `the field depends on the condition ${condition}`;
  const ref = { schema: table.schema, name: table.name };
  return [{ extent: 'whole', why, subject: table.orm?.model ?? table.name, table: ref, place: table.place }];
}

function unmadeTable({ state, field, dbTable, why }: UnmadeTable, { backend }: EmitContext): readonly Unread[] {
  const place = field.place ?? state.place;
  if (place === null || state.external) return [];
  const subject = `${state.app}.${state.name}.${field.name}`;
  return [{ extent: 'whole', why, subject, table: backend.names.tableRef(dbTable), place }];
}

function namelessModel(state: ModelState, why: string): Unread {
  const place: Place = state.place ?? { path: '', line: 1, column: 1, span: { start: 0, end: 0 } };
  return { extent: 'whole', why: `its db_table: ${why}`, subject: `${state.app}.${state.name}`, table: null, place };
}

/** Orders what could not be read by file and place. */
export function inSourceOrder(a: Unread, b: Unread): number {
  if (a.place.path !== b.place.path) return a.place.path < b.place.path ? -1 : 1;
  return a.place.span.start - b.place.span.start || (a.why < b.why ? -1 : 1);
}
