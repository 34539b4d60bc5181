import { isUnreadable } from '@canonical-schema/schema';
import { flag, knownText, text } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import { djangoKind } from '../fields/field-table';
import { type ModelKey, type ModelState, modelKey } from '../model-state';
import { truncatedTableName } from '../names';
import { constantArguments } from '../nowhere';
import { defaultOptions } from '../options';
import type { EmitContext } from './context';

/**
 * The models that Django makes for a model's many-to-many fields without `through`: two foreign keys, unique together.
 * Source: `create_many_to_many_intermediary_model`.
 */
export function automaticThroughModels(state: ModelState, context: EmitContext): readonly ThroughModel[] {
  return state.fields.flatMap((field) => {
    const relation = field.relation;
    if (field.kind.form !== 'many-to-many' || relation === null || relation.through !== null) return [];
    return isUnreadable(relation.to) ? [] : [throughModel(state, field, relation.to, context)];
  });
}

/** A join table that cannot be made here, by its name. */
export interface UnmadeTable {
  readonly state: ModelState;
  readonly field: FieldState;
  readonly dbTable: string;
  readonly why: string;
}

/** The join tables that fields may have, but whose other end, or the question whether Django makes them, is unreadable. */
export function unmadeThroughTables(state: ModelState, context: EmitContext): readonly UnmadeTable[] {
  return state.fields.flatMap((field) => {
    const relation = field.relation;
    if (field.kind.form !== 'many-to-many' || relation === null) return [];
    const isMade = relation.through === null;
    const lost = isUnreadable(relation.through) ? relation.through : isMade ? relation.to : null;
    const dbTable = tableName(state, field, context);
    if (lost === null || !isUnreadable(lost) || dbTable === null || isUnreadable(dbTable)) return [];
    return [{ state, field, dbTable, why: lost.unreadable }];
  });
}

/** A join table's model, and the field that wanted it. */
export interface ThroughModel {
  readonly state: ModelState;
  readonly field: FieldState;
  readonly nameGiven: boolean;
}

function throughModel(owner: ModelState, field: FieldState, to: ModelKey, context: EmitContext): ThroughModel {
  const [fromName, toName] = endNames(owner, to);
  const state: ModelState = {
    ...owner,
    name: `${owner.name}_${field.name}`,
    fields: [end(owner, field, fromName, modelKey(owner.app, owner.name)), end(owner, field, toName, to)],
    options: {
      ...defaultOptions,
      managed: owner.options.managed,
      dbTable: tableName(owner, field, context),
      uniqueTogether: [[fromName, toName]],
    },
    parents: [],
    unread: [],
    place: field.place,
  };
  return { state, field, nameGiven: knownText(field, 'db_table') !== null };
}

function endNames(owner: ModelState, to: ModelKey): readonly [string, string] {
  const from = owner.name.toLowerCase();
  const target = to.slice(to.lastIndexOf('.') + 1);
  return from === target ? [`from_${from}`, `to_${target}`] : [from, target];
}

function tableName(owner: ModelState, field: FieldState, context: EmitContext): ModelState['options']['dbTable'] {
  const written = text(field, 'db_table');
  if (written !== null && written !== '') return written;
  const table = context.registry.dbTable(owner);
  if (isUnreadable(table)) return table;
  const bare = table.startsWith('"') && table.endsWith('"') ? table.slice(1, -1) : table;
  return truncatedTableName(`${bare}_${field.name}`, context.backend.names);
}

function end(owner: ModelState, field: FieldState, name: string, to: ModelKey): FieldState {
  const constraint = flag(field, 'db_constraint') !== false;
  return {
    name,
    kind: djangoKind('ForeignKey'),
    arguments: { values: constantArguments({ db_constraint: constraint }), incomplete: null },
    dbType: undefined,
    relation: { to, through: null },
    autoCreated: true,
    condition: null,
    place: field.place ?? owner.place,
  };
}
