import type { Place, TableRef } from '@canonical-schema/schema';
import { managersIdentity } from './managers';
import type { EntryFacts, ModelFacts } from './model-facts';
import { identityOf } from './term';

/** What is asked of a model before it is compared in detail: plain data. */
export interface ModelOutline {
  readonly app: string;
  readonly name: string;
  readonly kind: 'model' | 'proxy' | 'unmanaged';
  /** Null where its name could not be read. */
  readonly table: TableRef | null;
  readonly place: Place | null;
  /**
   * Nothing is missing between two models of a kind that have the same; null for a model that is not known wholly. Models
   * that differ may still be the same to migrations.
   */
  readonly likeness: string | null;
}

/** The outline of a model that was taken apart. */
export function outlineOf(model: ModelFacts): ModelOutline {
  const { app, name, table, place, managed, proxy } = model;
  const kind = managed ? (proxy ? 'proxy' : 'model') : 'unmanaged';
  return { app, name, kind, table, place, likeness: model.doubts.length > 0 ? null : likenessOf(model) };
}

function likenessOf(model: ModelFacts): string {
  return JSON.stringify([
    Array.from(model.fields.values(), ({ name, identity }) => `${name}=${identity}`).sort(),
    Array.from(model.options, ([name, term]) => `${name}=${identityOf(term)}`).sort(),
    entriesIn(model.indexes),
    entriesIn(model.constraints),
    groupsIn(model.uniqueTogether),
    groupsIn(model.indexTogether),
    model.orderWithRespectTo,
    managersIdentity(model.managers),
  ]);
}

function entriesIn(entries: readonly EntryFacts[]): readonly string[] {
  return entries.map(({ name, identity }) => `${name}=${identity}`).sort();
}

function groupsIn(groups: ModelFacts['uniqueTogether']): readonly string[] {
  return (groups ?? []).map((group) => group.join('\u0000')).sort();
}
