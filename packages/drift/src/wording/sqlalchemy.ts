import { type Column, type ForeignKey, type Index, isUnreadable, type Table } from '@canonical-schema/schema';
import { isPlain, keyColumnsOf, plainColumnsOf } from '../compare/index-structure';
import type { JudgedDialect } from '../dialects';
import { pythonList, pythonText, pythonValue } from './python-literal';
import type { Remedies } from './remedies';
import { deferrableWords } from './sql-words';

const knownValues = {
  'now()': 'func.now()',
  'gen_random_uuid()': 'uuid.uuid4',
  "'{}'": 'dict',
  "'[]'": 'list',
  true: 'True',
  false: 'False',
};

/** How SQLAlchemy models are mended. */
export const sqlalchemyRemedies = ({ sqlalchemyType, sqlalchemyPrefix }: JudgedDialect): Remedies => ({
  side: 'SQLAlchemy',
  addTable: (table) => `Add a class with __tablename__ = ${pythonText(table.name)}${schemaArgument(table)}`,
  dropTable: () => 'Remove the class',
  renameTable: (to) => `Set __tablename__ = ${pythonText(to.name)}${schemaArgument(to)}`,
  addColumn: (column) => `Add ${column.name} = Column(${columnArguments(column, sqlalchemyType)})`,
  dropColumn: () => 'Remove the Column',
  setType: (_from, to) => `Change the type to ${sqlalchemyType(to)}`,
  setImplicitKey: (to) => `Change the key's type to ${sqlalchemyType(to)}`,
  setNullable: (nullable) => `Say nullable=${nullable ? 'True' : 'False'}`,
  setDefault: (sql) => (sql === null ? 'Remove server_default' : `Say server_default=text(${pythonText(sql)})`),
  setPythonDefault: (sql) =>
    `Say default=${pythonValue(sql, knownValues) ?? '…'} or server_default=text(${pythonText(sql)})`,
  setIdentity: (column) => {
    if (column.identity === null) return 'Say autoincrement=False';
    if (column.identity === 'serial') return 'Say autoincrement=True';
    return column.identity === 'always' ? 'Add Identity(always=True)' : 'Add Identity()';
  },
  setGenerated: ({ generated }) => {
    if (generated === null || isUnreadable(generated)) return 'Remove Computed(…)';
    const persisted = generated.kind === 'stored' ? 'True' : 'False';
    return `Say Computed(${pythonText(generated.expression)}, persisted=${persisted})`;
  },
  setCollation: (collation) => `Say collation=${pythonText(collation)} in the type`,
  setComment: (of, comment) => `Say comment=${pythonText(comment)}${of === 'table' ? ' in __table_args__' : ''}`,
  setLabels: (labels) => `Make the Enum's labels ${pythonList(labels)}`,
  setChoices: (labels) => `Make the Enum's labels ${pythonList(labels)}`,
  setPrimaryKey: (columns) => `Say primary_key=True on ${columns.join(', ')} alone`,
  addUnique: (index) => {
    const columns = plainColumnsOf(index);
    if (columns === null || !isPlain(index)) return `Add ${indexCall(index, sqlalchemyPrefix)} to __table_args__`;
    const options = uniqueOptions(index);
    if (columns.length === 1 && options.length === 0) return `Say unique=True on ${columns[0]}`;
    return `Add UniqueConstraint(${[...columns.map(pythonText), ...options].join(', ')}) to __table_args__`;
  },
  dropUnique: (index) =>
    `Remove unique=True or the UniqueConstraint over ${keyColumnsOf(index).join(', ') || 'these expressions'}`,
  setUniqueDeferrable: (words) => `Make the UniqueConstraint ${words}`,
  addForeignKey: (key) => `Add ${foreignKeyCall(key)}`,
  dropForeignKey: () => 'Remove the ForeignKey',
  setTarget: (key) => `Make it ${foreignKeyCall(key)}`,
  setOnDelete: (key) => actionRemedy('ondelete', key.onDelete),
  setOnUpdate: (key) => actionRemedy('onupdate', key.onUpdate),
  setDeferrable: (key) => `Set deferrable= and initially= to match ${deferrableWords(key)}`,
  addCheck: (check) => {
    const name = check.nameGiven && check.name !== null ? `, name=${pythonText(check.name)}` : '';
    const expression = isUnreadable(check.expression) ? '…' : pythonText(check.expression);
    return `Add CheckConstraint(${expression}${name}) to __table_args__`;
  },
  dropCheck: () => 'Remove the CheckConstraint',
  setCheck: (expression) => `Make it CheckConstraint(${pythonText(expression)})`,
  addExclusion: () => 'Add an ExcludeConstraint to __table_args__',
  dropExclusion: () => 'Remove the ExcludeConstraint',
  addIndex: (index) => `Add ${indexCall(index, sqlalchemyPrefix)} to __table_args__`,
  dropIndex: (index) => (index.nameGiven ? 'Remove the Index' : 'Remove the Index or index=True'),
  setIndex: (index) => `Make it ${indexCall(index, sqlalchemyPrefix)}`,
  setName: (name) => `Say name=${pythonText(name)}`,
});

function schemaArgument(table: Table): string {
  return table.schema === 'public' ? '' : ` and schema=${pythonText(table.schema)} in __table_args__`;
}

function columnArguments(column: Column, sqlalchemyType: JudgedDialect['sqlalchemyType']): string {
  const parts = [isUnreadable(column.type) ? '…' : sqlalchemyType(column.type)];
  if (column.nullable === false) parts.push('nullable=False');
  if (column.default !== null && !isUnreadable(column.default)) {
    parts.push(`server_default=text(${pythonText(column.default)})`);
  }
  return parts.join(', ');
}

function foreignKeyCall(key: ForeignKey): string {
  const { schema, table, columns } = key.references;
  const target = schema === 'public' ? table : `${schema}.${table}`;
  const targets = columns.map((column) => `${target}.${column}`);
  const action = key.onDelete === 'no action' ? '' : `, ondelete=${pythonText(key.onDelete.toUpperCase())}`;
  const [only] = targets;
  if (targets.length === 1 && only !== undefined) return `ForeignKey(${pythonText(only)}${action})`;
  return `ForeignKeyConstraint(${pythonList(key.columns)}, ${pythonList(targets)}${action})`;
}

function uniqueOptions(index: Index): string[] {
  return [
    ...(index.nameGiven && index.name !== null ? [`name=${pythonText(index.name)}`] : []),
    ...(index.nullsNotDistinct ? ['postgresql_nulls_not_distinct=True'] : []),
    ...(index.include.length > 0 ? [`postgresql_include=${pythonList(index.include)}`] : []),
  ];
}

function actionRemedy(argument: string, action: ForeignKey['onDelete']): string {
  return action === 'no action' ? `Remove ${argument}` : `Say ${argument}=${pythonText(action.toUpperCase())}`;
}

function indexCall(index: Index, prefix: string): string {
  const parts = [index.nameGiven && index.name !== null ? pythonText(index.name) : 'None'];
  for (const key of index.keys) parts.push(key.of.kind === 'column' ? pythonText(key.of.column) : 'text(…)');
  if (index.unique) parts.push('unique=True');
  if (index.method !== 'btree') parts.push(`${prefix}_using=${pythonText(index.method)}`);
  if (index.include.length > 0) parts.push(`${prefix}_include=${pythonList(index.include)}`);
  if (index.where !== null && !isUnreadable(index.where))
    parts.push(`${prefix}_where=text(${pythonText(index.where)})`);
  if (index.nullsNotDistinct) parts.push('postgresql_nulls_not_distinct=True');
  return `Index(${parts.join(', ')})`;
}
