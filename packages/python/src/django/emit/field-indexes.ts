import { type Index, type IndexKey, isUnreadable } from '@canonical-schema/schema';
import { flag, isSet, number } from '../fields/arguments';
import type { FieldState } from '../fields/field-state';
import { schemaEditorName } from '../names';
import type { EmitContext } from './context';
import { columnName, hasColumn, isKeyed } from './field-columns';

/** Operator classes of the twin that pattern search needs outside the C locale, by how the type begins. */
const patternClasses: readonly (readonly [string, string])[] = [
  ['character varying', 'varchar_pattern_ops'],
  ['text', 'text_pattern_ops'],
];

/** The indexes that fields bring with them. Source: `_field_indexes_sql`, `_create_like_index_sql`, the PostGIS editor. */
export function fieldIndexes(fields: readonly FieldState[], dbTable: string, context: EmitContext): readonly Index[] {
  return fields.filter(hasColumn).flatMap((field) => indexesOf(field, dbTable, context));
}

function indexesOf(field: FieldState, dbTable: string, context: EmitContext): readonly Index[] {
  const unique = isSet(field, 'unique') || isSet(field, 'primary_key');
  const indexed = isSet(field, 'db_index');
  const indexes: Index[] = [];
  if (field.kind.form === 'spatial' && isSet(field, 'spatial_index'))
    return context.backend.sql.traits.hasIndexOptions ? [spatialIndex(field, dbTable, context)] : [];
  if (indexed && !unique && isIndexedBy(field, context)) {
    indexes.push(fieldIndex(field, dbTable, context));
  }
  const opclass = indexed || unique ? patternClass(field, context) : null;
  if (opclass !== null) indexes.push(plainIndex(field, dbTable, '_like', 'pattern', opclass, context));
  return indexes;
}

/** The index over the column of a field that has `db_index`. */
export function fieldIndex(field: FieldState, dbTable: string, context: EmitContext): Index {
  return plainIndex(field, dbTable, '', isKeyed(field) ? 'foreign-key' : 'written', null, context);
}

/** Does Django make the index that a field asks for? Not over a type without one, nor where the foreign key brings it. */
function isIndexedBy(field: FieldState, { backend, registry }: EmitContext): boolean {
  const { indexesForeignKeys } = backend.sql.traits;
  if (indexesForeignKeys && field.kind.form === 'foreign-key' && flag(field, 'db_constraint') !== false) return false;
  const type = registry.typeOf(field);
  return isUnreadable(type) || !backend.features.unindexedTypes.has(type);
}

function patternClass(field: FieldState, context: EmitContext): string | null {
  return projectCollation(field, context) === null ? patternClassOfType(field, context) : null;
}

function patternClassOfType(field: FieldState, context: EmitContext): string | null {
  const type = context.registry.typeOf(field);
  if (!context.backend.features.hasPatternTwins || isUnreadable(type) || type.endsWith('[]')) return null;
  return patternClasses.find(([prefix]) => type.startsWith(prefix))?.[1] ?? null;
}

/** Why it is not known whether an indexed text column has a pattern twin: a nondeterministic collation has none. */
export function doubtOfPatternTwin(field: FieldState, context: EmitContext): string | null {
  const collation = patternClassOfType(field, context) === null ? null : projectCollation(field, context);
  return collation === null ? null : `only the database knows whether the collation ${collation} is deterministic`;
}

function projectCollation(field: FieldState, context: EmitContext): string | null {
  const collation = context.registry.collation(field);
  return collation === null || isPredefinedCollation(collation) ? null : collation;
}

/** PostgreSQL's own collations are all deterministic; of one that the project creates, only the database knows. */
function isPredefinedCollation(name: string): boolean {
  return /^(C|POSIX|default|ucs_basic|unicode|pg_c_utf8|pg_unicode_fast|.*-x-icu|[a-z]{2,3}_[A-Z]{2}(\.\w+)?(@\w+)?)$/.test(
    name,
  );
}

function plainIndex(
  field: FieldState,
  dbTable: string,
  suffix: string,
  origin: Index['origin'],
  opclass: string | null,
  { backend: { names } }: EmitContext,
): Index {
  const column = columnName(field);
  return {
    name: names.stored(schemaEditorName(dbTable, [column], suffix, names)),
    nameGiven: false,
    unique: false,
    method: 'btree',
    keys: [columnKey(names.stored(column), { opclass })],
    include: [],
    where: null,
    nullsNotDistinct: false,
    origin,
    place: field.place,
  };
}

/** The GiST index of a geometry. Rasters are indexed by their hull. */
function spatialIndex(field: FieldState, dbTable: string, context: EmitContext): Index {
  const manyDimensions = number(field, 'dim') === 3 && !isSet(field, 'geography');
  const index = plainIndex(field, dbTable, '_id', 'written', manyDimensions ? 'gist_geometry_ops_nd' : null, context);
  if (field.kind.name !== 'RasterField') return { ...index, method: 'gist' };
  const hull: IndexKey = {
    of: { kind: 'expression', expression: `st_convexhull(${columnName(field)})` },
    ...{ opclass: null, collation: null, descending: false, nulls: 'last' },
  };
  return { ...index, method: 'gist', keys: [hull] };
}

/** A key over a column. Django writes no NULLS clause unless told, so PostgreSQL's default follows the direction. */
export function columnKey(column: string, options: { opclass?: string | null; descending?: boolean } = {}): IndexKey {
  const descending = options.descending ?? false;
  return {
    of: { kind: 'column', column },
    opclass: options.opclass ?? null,
    collation: null,
    descending,
    nulls: descending ? 'first' : 'last',
  };
}
