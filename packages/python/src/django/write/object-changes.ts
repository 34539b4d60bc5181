import type { Change, Constraint, Index, Place, Table, TableRef } from '@canonical-schema/schema';
import type { Code } from '../../edits/code';
import { asCall, keywordAt } from '../../edits/python-file';
import { pythonString } from '../../edits/python-text';
import type { FieldState } from '../fields/field-state';
import { type NameRules, schemaEditorName, truncatedTableName } from '../names';
import { isAtLeast } from '../version';
import { checkCode, uniqueCode } from './constraint-code';
import { exclusionCode } from './exclusion-code';
import { setArgument, writesArgument } from './field-flags';
import { isPlainIndex, isPlainUnique } from './fields/table-objects';
import { indexCode, nameProblem } from './index-code';
import type { MetaDraft, MetaEntry } from './meta-draft';
import { keyOf, type ModelTable } from './model-table';
import { isProblem, type Problem } from './problem';
import type { NamedMember } from './taken-names';
import { dropTogether } from './unique-together';

/** A change to what a model's Meta, or a flag of one of its fields, says. */
export type ObjectChange = Extract<
  Change,
  {
    readonly kind:
      | 'add-index'
      | 'drop-index'
      | 'rename-index'
      | 'add-constraint'
      | 'drop-constraint'
      | 'rename-constraint'
      | 'set-table-comment'
      | 'rename-table';
  }
>;

/** Entries that go, by their names, while another of that name may come into their place. */
export type VacantEntries = Map<string, { readonly meta: MetaDraft; readonly entry: MetaEntry }>;

/** Makes one change in the draft of its model; why that cannot be done, or null. */
export function writeObjectChange(change: ObjectChange, model: ModelTable, vacant: VacantEntries): Problem | null {
  switch (change.kind) {
    case 'add-index':
      return addIndex(change.index, model, vacant);
    case 'drop-index':
      return dropIndex(change.index, model, vacant);
    case 'rename-index':
      return renamed(model, indexNamed(model, change.index)?.place, change.to, change.index);
    case 'add-constraint':
      return addConstraint(change.constraint, model, vacant);
    case 'drop-constraint':
      return dropConstraint(change.constraint, model, vacant);
    case 'rename-constraint':
      return renamed(model, constraintPlace(model, change.constraint), change.to, change.constraint.name);
    case 'set-table-comment':
      return setComment(change.comment, model);
    case 'rename-table':
      return renameTable(change.to, model);
  }
}

/** A table's name as `db_table` spells it. */
export function dbTableText({ schema, name }: TableRef): string {
  return schema === 'public' ? name : `${schema}"."${name}`;
}

/** Where Django itself would give the name, none is written. */
function renameTable(to: TableRef, { meta, state, draft, home }: ModelTable): Problem | null {
  if (isOwnName(to, state.app, state.name, home.backend.names) && meta.isOwn('db_table')) meta.drop('db_table');
  else return meta.set('db_table', pythonString(dbTableText(to), draft.file.style));
  return null;
}

/** Would Django itself give a model's table this name? */
export function isOwnName(table: TableRef, app: string, model: string, names: NameRules): boolean {
  return keyOf(names.tableRef(truncatedTableName(`${app}_${model.toLowerCase()}`, names))) === keyOf(table);
}

/** Writes an entry of Meta, in the place of one of that name that goes. */
function entered(
  member: NamedMember,
  name: string | null,
  code: Code,
  model: ModelTable,
  vacant: VacantEntries,
): Problem | null {
  const taken = model.home.takeName(member, name);
  if (taken !== null) return taken;
  const key = name === null ? undefined : entryKey(model, name);
  const place = key === undefined ? undefined : vacant.get(key);
  if (place === undefined || place.entry.member !== member) return model.meta.append(member, code);
  model.meta.replace(place.entry, code);
  if (key !== undefined) vacant.delete(key);
  return null;
}

function entryKey({ table }: ModelTable, name: string): string {
  return `${table.schema}\u0000${table.name}\u0000${name}`;
}

function addIndex(index: Index, model: ModelTable, vacant: VacantEntries): Problem | null {
  const flagged = fieldOfFlag(index, model);
  if (flagged !== null) return setArgument(model, flagged, 'db_index', 'True');
  if (isBroughtByField(index, model)) return null;
  const code = indexCode(index, model.home);
  if (isProblem(code)) return code;
  return entered(index.unique ? 'constraints' : 'indexes', index.name, code, model, vacant);
}

/**
 * Is it the index that a foreign key or a flag of its field makes anyway, under a name that nobody wrote? Of several that
 * are alike only as many are written as the fields do not make.
 */
function isBroughtByField(index: Index, model: ModelTable): boolean {
  const column = plainColumn(index);
  const { canonical } = model;
  // A unique column has the index of its uniqueness, and no other.
  if (column === null || canonical === null || isUnique(column, canonical)) return false;
  const own = model.table.indexes.filter((each) => plainColumn(each) === column);
  if (!own.some(({ nameGiven }) => !nameGiven)) return false;
  const lacking = canonical.indexes.filter((each) => plainColumn(each) === column).length - own.length;
  const written = model.writtenIndexes.get(column) ?? 0;
  model.writtenIndexes.set(column, written + 1);
  return written >= lacking;
}

function isUnique(column: string, { uniques, indexes }: Table): boolean {
  const isOwn = (columns: readonly (string | null)[]): boolean => columns.length === 1 && columns[0] === column;
  const keys = indexes.filter(({ unique, where }) => unique && where === null).map((index) => index.keys);
  return (
    uniques.some(({ columns }) => isOwn(columns)) ||
    keys.some((each) => isOwn(each.map(({ of }) => (of.kind === 'column' ? of.column : null))))
  );
}

/** The column of a plain index over one; null for all other indexes. */
function plainColumn(index: Index): string | null {
  const [key, ...others] = index.keys;
  if (index.unique || !isPlainIndex(index) || others.length > 0 || key?.of.kind !== 'column') return null;
  return key.of.column;
}

/** The field whose `db_index=True` would make exactly this index, by name too. */
function fieldOfFlag(index: Index, model: ModelTable): FieldState | null {
  const column = plainColumn(index);
  if (column === null) return null;
  const usual = schemaEditorName(model.table.name, [column], '', model.home.backend.names);
  if (usual !== index.name) return null;
  return model.fieldOfColumn(column);
}

function indexNamed({ table }: ModelTable, name: string): Index | null {
  return table.indexes.find((index) => index.name === name) ?? null;
}

function dropIndex(name: string, model: ModelTable, vacant: VacantEntries): Problem | null {
  const index = indexNamed(model, name);
  if (index === null) return unknown(model, `index ${name}`);
  const removed = removeEntry(model, index.place, name, vacant);
  if (removed) return null;
  const [key] = index.keys;
  const field = key?.of.kind === 'column' ? model.fieldOfColumn(key.of.column) : null;
  if (field === null || !isAt(field.place, index.place)) return elsewhere(model, `index ${name}`, index.place);
  if (index.origin === 'pattern') {
    return {
      why: `The index ${name} comes with the index or uniqueness of ${field.name}.`,
      remedy: 'Leave it, or drop both.',
    };
  }
  const isDefault = field.kind.defaults.db_index === true || index.origin === 'foreign-key';
  return setArgument(model, field, 'db_index', isDefault ? 'False' : null);
}

function isAt(one: Place | null, other: Place | null): boolean {
  return one !== null && other !== null && one.path === other.path && one.span.start === other.span.start;
}

/** Takes the entry of Meta at a place away, or keeps its place for one of the same name. */
function removeEntry(model: ModelTable, place: Place | null, name: string, vacant: VacantEntries): boolean {
  const entry = place === null || place.path !== model.draft.file.source.path ? null : model.meta.entryAt(place.span);
  if (entry === null) return false;
  vacant.set(entryKey(model, name), { meta: model.meta, entry });
  return true;
}

function addConstraint(constraint: Constraint, model: ModelTable, vacant: VacantEntries): Problem | null {
  const { home } = model;
  switch (constraint.kind) {
    case 'unique': {
      const field = constraint.columns.length === 1 ? model.fieldOfColumn(constraint.columns[0] ?? '') : null;
      // Django would rather have a OneToOneField than a unique ForeignKey.
      const isFlag = field !== null && !constraint.nameGiven && isPlainUnique(constraint) && field.relation === null;
      if (isFlag) return setArgument(model, field, 'unique', 'True');
      const code = uniqueCode(constraint, home);
      return isProblem(code) ? code : entered('constraints', constraint.name, code, model, vacant);
    }
    case 'check': {
      const code = checkCode(constraint, home);
      return isProblem(code) ? code : entered('constraints', constraint.name, code, model, vacant);
    }
    case 'exclusion': {
      const code = exclusionCode(constraint, home);
      return isProblem(code) ? code : entered('constraints', constraint.name, code, model, vacant);
    }
    case 'foreign-key':
    case 'primary-key':
      return {
        why: `The ${constraint.kind === 'foreign-key' ? 'foreign key' : 'primary key'} over ${constraint.columns.join(', ')} of ${home.table} is not one that a field can be given.`,
        remedy: `Change the fields of ${model.state.name} by hand.`,
        ...(model.state.place === null ? {} : { place: model.state.place }),
      };
  }
}

type ConstraintName = Extract<ObjectChange, { kind: 'drop-constraint' }>['constraint'];

function constraintPlace({ table }: ModelTable, { kind, name }: ConstraintName): Place | null | undefined {
  const lists = {
    'primary-key': table.primaryKey === null ? [] : [table.primaryKey],
    unique: table.uniques,
    'foreign-key': table.foreignKeys,
    check: table.checks,
    exclusion: table.exclusions,
  };
  return lists[kind].find((each) => each.name === name)?.place;
}

function dropConstraint(constraint: ConstraintName, model: ModelTable, vacant: VacantEntries): Problem | null {
  const { kind, name } = constraint;
  const what = `${kind.replace('-', ' ')} ${name}`;
  const place = constraintPlace(model, constraint);
  if (place === undefined) return unknown(model, what);
  if (removeEntry(model, place, name, vacant)) return null;
  if (kind !== 'unique') return elsewhere(model, what, place);
  const unique = model.table.uniques.find((each) => each.name === name);
  const columns = unique?.columns ?? [];
  const field = columns.length === 1 ? model.fieldOfColumn(columns[0] ?? '') : null;
  if (field !== null && isAt(field.place, place) && writesArgument(model, field, 'unique')) {
    return setArgument(model, field, 'unique', null);
  }
  const names = columns.map((column) => model.fieldOfColumn(column)?.name ?? column);
  return dropTogether(names, model) ? null : elsewhere(model, what, place);
}

/** Gives the object at a place another name. */
function renamed(model: ModelTable, place: Place | null | undefined, to: string, from: string): Problem | null {
  if (place === undefined) return unknown(model, `object ${from}`);
  const isHere = place !== null && place.path === model.draft.file.source.path;
  const entry = isHere ? model.meta.entryAt(place.span) : null;
  const call = asCall(entry?.list.items[entry.at]);
  if (entry === null || call === null) return elsewhere(model, `object ${from}`, place);
  const isIndex = entry.member === 'indexes';
  const member = isIndex ? 'indexes' : 'constraints';
  const problem = (isIndex ? nameProblem(to, model.table.name) : null) ?? model.home.takeName(member, to);
  if (problem !== null) return problem;
  const quoted = pythonString(to, model.draft.file.style);
  const argument = call.args[keywordAt(call, 'name')]?.value;
  if (argument === undefined) model.draft.list(call)?.append(`name=${quoted}`);
  else model.draft.replace(argument, quoted);
  return null;
}

function setComment(comment: string | null, model: ModelTable): Problem | null {
  if (comment === null) {
    model.meta.drop('db_table_comment');
    return null;
  }
  // Django says no comments before; one that only the SQL has is no difference.
  if (!isAtLeast(model.home.version, 4, 2)) return null;
  return model.meta.set('db_table_comment', pythonString(comment, model.draft.file.style));
}

function unknown({ table, state }: ModelTable, what: string): Problem {
  const why = `The model ${state.name} makes no ${what} of ${table.name}.`;
  return {
    why,
    remedy: 'Verify first, and make the change by hand.',
    ...(state.place === null ? {} : { place: state.place }),
  };
}

function elsewhere({ state, table }: ModelTable, what: string, place: Place | null): Problem {
  return {
    why: `The ${what} of ${table.name} is not an entry that ${state.name} writes in its own Meta.`,
    remedy: 'Make the change by hand where it is declared.',
    ...(place === null ? {} : { place }),
  };
}
