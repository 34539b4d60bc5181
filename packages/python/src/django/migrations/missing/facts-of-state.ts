import { isUnreadable, type TableRef } from '@canonical-schema/schema';
import { columnName } from '../../emit/field-columns';
import type { FieldKind } from '../../fields/field-kind';
import type { FieldState } from '../../fields/field-state';
import { type ModelKey, type ModelState, modelKey } from '../../model-state';
import { type BaseReading, basesOf } from './bases';
import { type EntryReading, entryFacts } from './entry-terms';
import { inCreationOrder } from './field-order';
import { type FieldSide, fieldTerm, isOfLibrary, type ModelNames } from './field-term';
import { managerTerms } from './managers';
import type { Doubt, FactPart, FieldFacts, ModelFacts, RemoteFacts } from './model-facts';
import { groupsIn, optionPlaces, optionTerms } from './option-terms';
import { identityOf, NotComparable } from './term';

/** What taking models apart asks of the project. */
export interface FactReading extends EntryReading, BaseReading {
  /** A model's fields with the key that Django makes. */
  fieldsOf(state: ModelState): readonly FieldState[];
  /** A model's table; null where its name could not be read. */
  tableOf(state: ModelState): TableRef | null;
}

/** A model taken apart; what could not be read of it is among its doubts. */
export function factsOfState(
  state: ModelState,
  side: Exclude<FieldSide, 'nested'>,
  names: ModelNames,
  reading: FactReading,
): ModelFacts {
  const doubts: Doubt[] = unreadParts(state);
  const attempt = <T>(part: FactPart, otherwise: T, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof NotComparable)) throw error;
      doubts.push({ part, field: null, why: error.message, place: state.place });
      return otherwise;
    }
  };
  const order = state.meta?.value('order_with_respect_to');
  return {
    app: state.app,
    name: state.name,
    key: modelKey(state.app, state.name),
    place: state.place,
    table: reading.tableOf(state),
    proxy: state.options.proxy,
    managed: state.options.managed,
    isSwappable: state.options.swappable !== null,
    mayHaveMore: state.unread.length > 0,
    fieldNames: new Set(state.fields.map(({ name }) => name)),
    fields: fieldFacts(state, side, names, reading, doubts),
    options: optionTerms(state, reading, (why, place) => doubts.push({ part: 'options', field: null, why, place })),
    optionPlaces: optionPlaces(state),
    indexes: attempt('indexes', [], () => entryFacts('indexes', state, reading)),
    constraints: attempt('constraints', [], () => entryFacts('constraints', state, reading)),
    uniqueTogether: attempt('together', null, () => groupsIn(state, 'unique_together')),
    indexTogether: attempt('together', null, () => groupsIn(state, 'index_together')),
    orderWithRespectTo: order?.kind === 'str' ? order.value : null,
    managers: attempt('managers', [], () => managerTerms(state, reading)),
    bases: attempt('bases', [], () => basesOf(state, reading)),
    doubts,
  };
}

/** Fields and bases that were lost, and a Meta that was. */
function unreadParts(state: ModelState): Doubt[] {
  const { place } = state;
  const lost = state.unread.filter(({ kind }) => kind === 'anything' || kind === 'column');
  const doubts = lost.flatMap(({ columns, why }): readonly Doubt[] =>
    (columns ?? [null]).map((field) => ({ part: 'fields', field, why, place })),
  );
  const unread = state.meta?.unread ?? null;
  if (unread !== null) {
    for (const part of ['options', 'indexes', 'constraints', 'together'] as const) {
      doubts.push({ part, field: null, why: unread, place });
    }
  }
  return doubts;
}

/** Fields without a column or table of their own are no fields to migrations, nor is the `_order` that Django makes. */
function fieldFacts(
  state: ModelState,
  side: Exclude<FieldSide, 'nested'>,
  names: ModelNames,
  reading: FactReading,
  doubts: Doubt[],
): ReadonlyMap<string, FieldFacts> {
  const own = reading.fieldsOf(state).filter(({ kind, name }) => kind.form !== 'none' && name !== '_order');
  const facts = new Map<string, FieldFacts>();
  for (const field of state.options.proxy ? [] : inCreationOrder(own, state, reading.program)) {
    try {
      facts.set(field.name, factsOfField(field, side, names, reading));
    } catch (error) {
      if (!(error instanceof NotComparable)) throw error;
      doubts.push({ part: 'fields', field: field.name, why: error.message, place: field.place ?? state.place });
    }
  }
  return facts;
}

function factsOfField(
  field: FieldState,
  side: Exclude<FieldSide, 'nested'>,
  names: ModelNames,
  reading: FactReading,
): FieldFacts {
  const term = fieldTerm(field, side, names, reading);
  const remote = remoteOf(field, term.keywords.has('to_field'), names);
  return {
    name: field.name,
    term,
    identity: identityOf(term),
    kind: kindOf(field.kind),
    column: columnName(field),
    isOfLibrary: isOfLibrary(field, reading.program),
    remote,
    place: field.place,
  };
}

const kinds = new WeakMap<FieldKind, FieldFacts['kind']>();

/** A kind as plain data: one object for all fields of it. */
function kindOf(kind: FieldKind): FieldFacts['kind'] {
  const known = kinds.get(kind) ?? { form: kind.form, name: kind.name };
  kinds.set(kind, known);
  return known;
}

function remoteOf(
  { relation, kind, arguments: passed }: FieldState,
  hasToField: boolean,
  names: ModelNames,
): RemoteFacts | null {
  if (relation === null || isUnreadable(relation.to) || isUnreadable(relation.through)) return null;
  const toField = hasToField ? passed.values.get('to_field') : undefined;
  const parentLink = passed.values.get('parent_link');
  const swappable = passed.values.get('swappable');
  const isFixed = swappable?.kind === 'bool' && !swappable.value;
  return {
    to: relation.to,
    through: relation.through,
    manyToMany: kind.form === 'many-to-many',
    parentLink: parentLink?.kind === 'bool' && parentLink.value,
    toField: toField?.kind === 'str' ? toField.value : null,
    setting: isFixed ? null : names.settingOf(relation.to),
  };
}

/** The names that models of one side have for each other. */
export function namesOf(
  model: (key: ModelKey) => ModelState | null,
  settingOf: (key: ModelKey) => string | null,
  keyOf: (state: ModelState) => FieldState | null,
): ModelNames {
  return {
    settingOf,
    labelOf: (key) => {
      const state = model(key);
      return state === null ? key : `${state.app}.${state.name}`;
    },
    isKeyOf: (key, field) => {
      const state = model(key);
      return state !== null && keyOf(state)?.name === field;
    },
  };
}
