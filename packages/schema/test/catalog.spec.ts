import { apply, Catalog, CatalogError, type Change, type Column, emptySchema, type Schema, type Table } from '../src';

function column(name: string, type = 'integer'): Column {
  const facts = { nullable: true, default: null, identity: null, generated: null, collation: null, comment: null };
  return { name, type, ...facts, place: null };
}

function table(name: string, columns: readonly Column[]): Table {
  const lists = { uniques: [], foreignKeys: [], checks: [], exclusions: [], indexes: [], unread: [] };
  return { schema: 'public', name, columns, primaryKey: null, ...lists, comment: null, managed: true, place: null };
}

const parents = { schema: 'public', name: 'parents' };
const children = { schema: 'public', name: 'children' };
const unnamed = { nameGiven: false, place: null };

const family: readonly Change[] = [
  { kind: 'add-table', table: table('parents', [column('id'), column('code', 'text')]) },
  { kind: 'add-table', table: table('children', [column('id'), column('parent_id')]) },
  {
    kind: 'add-constraint',
    table: parents,
    constraint: { kind: 'primary-key', name: 'parents_pkey', columns: ['id'], ...unnamed },
  },
  {
    kind: 'add-constraint',
    table: children,
    constraint: {
      kind: 'foreign-key',
      name: 'children_parent_id_fkey',
      columns: ['parent_id'],
      references: { schema: 'public', table: 'parents', columns: ['id'] },
      onDelete: 'cascade',
      onUpdate: 'no action',
      deferrable: false,
      initiallyDeferred: false,
      match: 'simple',
      ...unnamed,
    },
  },
];

function after(...changes: Change[]): Schema {
  return apply(emptySchema, [...family, ...changes]);
}

function tableNamed(schema: Schema, name: string): Table | undefined {
  return schema.tables.find((candidate) => candidate.name === name);
}

describe('the catalog', () => {
  test('a primary key makes its columns NOT NULL', () => {
    expect(tableNamed(after(), 'parents')?.columns.map(({ nullable }) => nullable)).toEqual([false, true]);
  });

  test('a renamed column is renamed in keys and in the references of other tables, names of objects stay', () => {
    const schema = after({ kind: 'rename-column', table: parents, column: 'id', to: 'key' });
    expect(tableNamed(schema, 'parents')?.primaryKey).toMatchObject({ name: 'parents_pkey', columns: ['key'] });
    expect(tableNamed(schema, 'children')?.foreignKeys[0]?.references.columns).toEqual(['key']);
  });

  test('a renamed table is followed by references', () => {
    const schema = after({ kind: 'rename-table', table: parents, to: { schema: 'hr', name: 'people' } });
    expect(tableNamed(schema, 'children')?.foreignKeys[0]?.references).toMatchObject({ schema: 'hr', table: 'people' });
  });

  test.each<[string, Change]>([
    ['table', { kind: 'drop-table', table: parents }],
    ['column', { kind: 'drop-column', table: parents, column: 'id' }],
    ['key', { kind: 'drop-constraint', table: parents, constraint: { kind: 'primary-key', name: 'parents_pkey' } }],
  ])('a dropped %s takes the references to it along', (_, change) => {
    expect(tableNamed(after(change), 'children')?.foreignKeys).toEqual([]);
  });

  test('a dropped column takes its foreign key along', () => {
    const schema = after({ kind: 'drop-column', table: children, column: 'parent_id' });
    expect(tableNamed(schema, 'children')?.foreignKeys).toEqual([]);
    expect(tableNamed(schema, 'children')?.columns.map(({ name }) => name)).toEqual(['id']);
  });

  test('a renamed enum is followed by the columns of its type, arrays too', () => {
    const mood = { schema: 'public', name: 'mood' };
    const schema = after(
      { kind: 'add-enum', enum: { ...mood, labels: ['sad'], place: null } },
      { kind: 'add-column', table: children, column: column('moods', 'mood[]') },
      { kind: 'add-enum-label', enum: mood, label: 'awful', position: { side: 'before', label: 'sad' } },
      { kind: 'rename-enum', enum: mood, to: { schema: 'hr', name: 'Feeling' } },
    );
    expect(schema.enums).toMatchObject([{ schema: 'hr', name: 'Feeling', labels: ['awful', 'sad'] }]);
    expect(tableNamed(schema, 'children')?.columns.at(-1)?.type).toBe('hr."Feeling"[]');
  });

  test('an expression that nobody can take apart becomes unreadable when a column in it is renamed', () => {
    const check = {
      kind: 'check',
      name: 'c',
      expression: 'id > 0',
      columns: ['id'],
      origin: 'written',
      ...unnamed,
    } as const;
    const schema = after(
      { kind: 'add-constraint', table: parents, constraint: check },
      { kind: 'rename-column', table: parents, column: 'id', to: 'key' },
    );
    expect(tableNamed(schema, 'parents')?.checks[0]?.expression).toHaveProperty('unreadable');
  });

  test('a schema that was taken stays as it was', () => {
    const catalog = new Catalog(after());
    const taken = catalog.schema();
    catalog.apply({ kind: 'drop-table', table: parents });
    expect(taken.tables).toHaveLength(2);
    expect(catalog.schema().tables).toHaveLength(1);
  });

  test.each<[string, Change]>([
    ['table parents already exists', { kind: 'add-table', table: table('parents', []) }],
    ['column parents.nope does not exist', { kind: 'drop-column', table: parents, column: 'nope' }],
    ['column parents.id already exists', { kind: 'add-column', table: parents, column: column('id') }],
    ['table public2.x does not exist', { kind: 'drop-table', table: { schema: 'public2', name: 'x' } }],
  ])('a change that does not fit says so: %s', (message, change) => {
    expect(() => after(change)).toThrow(new CatalogError(message));
  });
});
