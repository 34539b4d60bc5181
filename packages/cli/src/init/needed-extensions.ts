import {
  type Index,
  isUnreadable,
  type OtherObject,
  parseColumnType,
  type Schema,
  type Table,
} from '@canonical-schema/schema';

/** The extension that brings each type. */
const ofTypes: Readonly<Record<string, string>> = {
  ...{ citext: 'citext', hstore: 'hstore', ltree: 'ltree', lquery: 'ltree', cube: 'cube', isbn: 'isn', seg: 'seg' },
  ...{ vector: 'vector', halfvec: 'vector', sparsevec: 'vector' },
  ...{ geometry: 'postgis', geography: 'postgis', raster: 'postgis_raster' },
};

/** The extension that brings each operator class. */
const ofOpclasses: Readonly<Record<string, string>> = {
  ...{ gin_trgm_ops: 'pg_trgm', gist_trgm_ops: 'pg_trgm', gin_hstore_ops: 'hstore', gist_ltree_ops: 'ltree' },
  ...{ vector_l2_ops: 'vector', vector_ip_ops: 'vector', vector_cosine_ops: 'vector' },
};

/** The extension that brings each function, by the text of its call. */
const ofFunctions: Readonly<Record<string, string>> = {
  ...{ 'uuid_generate_v4(': '"uuid-ossp"', 'uuid_generate_v1(': '"uuid-ossp"', 'unaccent(': 'unaccent' },
  ...{ 'similarity(': 'pg_trgm', 'gen_salt(': 'pgcrypto', 'crypt(': 'pgcrypto' },
};

/** GiST and GIN take plain values only with the help of an extension. */
const ofMethods: Readonly<Record<string, string>> = { gin: 'btree_gin', gist: 'btree_gist' };

const plainInGist = /\bgist\b.*\bWITH =/;

/** Types of plain values, which have an order and no parts. */
const plainTypes: ReadonlySet<string> = new Set([
  ...['character varying', 'text', 'character', 'smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision'],
  ...['boolean', 'date', 'uuid', 'timestamp with time zone', 'timestamp without time zone', 'interval', 'bytea'],
]);

/** The extensions without which the schema cannot be made, besides those that it lists. */
export function neededExtensions(schema: Schema): readonly OtherObject[] {
  const names = new Set(schema.tables.flatMap(namesFor).map((name) => name.replaceAll('"', '')));
  for (const { kind, name } of schema.others) if (kind === 'extension') names.delete(name);
  return [...names].sort().map((name) => ({ kind: 'extension', schema: null, name, place: null }));
}

function namesFor(table: Table): string[] {
  const types = table.columns.flatMap(({ type, baseType }) => [isUnreadable(type) ? '' : type, baseType ?? '']);
  const opclasses = table.indexes.flatMap(({ keys }) => keys.flatMap(({ opclass }) => opclass ?? []));
  const texts = textsOf(table);
  const exclusions = table.exclusions.map(({ definition }) => (isUnreadable(definition) ? '' : definition));
  return [
    ...types.flatMap((type) => found(ofTypes, parseColumnType(type).base)),
    ...opclasses.flatMap((opclass) => found(ofOpclasses, opclass)),
    ...Object.entries(ofFunctions).flatMap(([call, name]) => (texts.some((text) => text.includes(call)) ? [name] : [])),
    ...table.indexes.flatMap((index) => (isOverPlain(index, table) ? found(ofMethods, index.method) : [])),
    ...(exclusions.some((definition) => plainInGist.test(definition)) ? ['btree_gist'] : []),
  ];
}

/** Does it index a column of plain values without being told how? */
function isOverPlain({ keys }: Index, { columns }: Table): boolean {
  return keys.some(({ of: term, opclass }) => {
    const type = term.kind === 'column' ? columns.find(({ name }) => name === term.column)?.type : undefined;
    if (typeof type !== 'string' || opclass !== null) return false;
    const { base, array } = parseColumnType(type);
    return !array && plainTypes.has(base);
  });
}

function found(table: Readonly<Record<string, string>>, key: string): string[] {
  const name = Object.hasOwn(table, key) ? table[key] : undefined;
  return name === undefined ? [] : [name];
}

/** Every expression of a table. */
function textsOf({ columns, checks, indexes }: Table): readonly string[] {
  const facts = [
    ...columns.map((column) => column.default),
    ...columns.map(({ generated }) => (generated === null || isUnreadable(generated) ? null : generated.expression)),
    ...checks.map(({ expression }) => expression),
    ...indexes.map(({ where }) => where),
    ...indexes.flatMap(({ keys }) => keys.map(({ of: term }) => (term.kind === 'expression' ? term.expression : null))),
  ];
  return facts.filter((fact) => typeof fact === 'string');
}
