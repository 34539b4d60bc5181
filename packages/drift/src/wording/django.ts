import { type Check, type Index, type IndexKey, isUnreadable, type Table, tableLabel } from '@canonical-schema/schema';
import { isPlain, keyColumnsOf, plainColumnsOf } from '../compare/index-structure';
import type { JudgedDialect } from '../dialects';
import { djangoField, djangoTypeChange } from './django-types';
import { pythonList, pythonText, pythonValue } from './python-literal';
import type { Remedies } from './remedies';
import { deferrableWords } from './sql-words';

const knownValues = {
  'now()': 'timezone.now',
  'gen_random_uuid()': 'uuid.uuid4',
  "'{}'": 'dict',
  "'[]'": 'list',
  true: 'True',
  false: 'False',
};

/** How Django models are mended. */
export const djangoRemedies = ({ djangoFields }: JudgedDialect): Remedies => ({
  side: 'Django',
  addTable: (table) => `Add a model with ${tableOption(table)}`,
  dropTable: () => 'Remove the model',
  renameTable: (to) => `Set ${tableOption(to)} in the model's Meta`,
  addColumn: (column) => {
    const type = isUnreadable(column.type) ? 'a field' : djangoField(column.type, djangoFields);
    return `Add ${column.name} = ${column.nullable === true ? withArgument(type, 'null=True') : type}`;
  },
  dropColumn: () => 'Remove the field',
  setType: (from, to) => djangoTypeChange(from, to, djangoFields),
  setImplicitKey: (to) =>
    `Set default_auto_field = 'django.db.models.${autoFields[to] ?? 'BigAutoField'}' in the app's config`,
  setNullable: (nullable) => (nullable ? 'Say null=True' : 'Remove null=True'),
  setDefault: (sql) => (sql === null ? 'Remove db_default' : `Set db_default to ${dbDefault(sql)}`),
  setPythonDefault: (sql) => `Say default=${pythonValue(sql, knownValues) ?? '…'} or db_default=${dbDefault(sql)}`,
  setIdentity: (column, from) => {
    if (column.identity === null) return 'Use a field that is not an AutoField';
    if (column.identity === 'always' && from.identity !== null) return null;
    return `Use ${autoFields[isUnreadable(column.type) ? 'bigint' : column.type] ?? 'BigAutoField'}`;
  },
  setGenerated: (column) => {
    const { generated } = column;
    if (generated === null || isUnreadable(generated)) return 'Use an ordinary field';
    return `Use GeneratedField with db_persist=${generated.kind === 'stored' ? 'True' : 'False'} and the expression ${generated.expression}`;
  },
  setCollation: (collation) => `Say db_collation=${pythonText(collation)}`,
  setComment: (of, comment) => `Say ${of === 'table' ? 'db_table_comment = ' : 'db_comment='}${pythonText(comment)}`,
  setLabels: (labels) => `Make the labels ${pythonList(labels)}`,
  setChoices: (labels) => `Make the choices ${pythonList(labels)}`,
  setPrimaryKey: (columns) =>
    columns.length === 1
      ? `Say primary_key=True on ${columns[0]}`
      : `Say pk = CompositePrimaryKey(${columns.map(pythonText).join(', ')})`,
  addUnique: (index) => {
    const columns = plainColumnsOf(index);
    if (columns?.length === 1 && isBare(index)) return `Say unique=True on ${columns[0]}`;
    return `Add UniqueConstraint(${indexArguments(index, 'condition')}) to Meta.constraints`;
  },
  dropUnique: (index) =>
    `Remove unique=True or the UniqueConstraint over ${keyColumnsOf(index).join(', ') || 'these expressions'}`,
  setUniqueDeferrable: (words) => `Set the UniqueConstraint's deferrable to match ${words}`,
  addForeignKey: (key) => `Make ${key.columns.join(', ')} a ForeignKey to the model of ${key.references.table}`,
  dropForeignKey: () => 'Say db_constraint=False',
  setTarget: (key) => `Point the ForeignKey to the model of ${key.references.table}`,
  setOnDelete: (key) => `Say on_delete=${onDelete[key.onDelete]}`,
  setOnUpdate: () => 'Django has no ON UPDATE',
  setDeferrable: (key) =>
    `Django always makes foreign keys DEFERRABLE INITIALLY DEFERRED, the SQL says ${deferrableWords(key)}`,
  addCheck: (check) => `Add CheckConstraint(${checkArguments(check)}) to Meta.constraints`,
  dropCheck: (check) => (check.origin === 'field' ? 'Use a field without Positive' : 'Remove the CheckConstraint'),
  setCheck: (expression) => `Make the CheckConstraint's condition ${expression}`,
  addExclusion: () => 'Add an ExclusionConstraint to Meta.constraints',
  dropExclusion: () => 'Remove the ExclusionConstraint',
  addIndex: (index) => `Add Index(${indexArguments(index, 'condition')}) to Meta.indexes`,
  dropIndex: (index) => {
    if (index.origin !== 'written') return 'Say db_index=False on the field';
    const isOfField = !index.nameGiven && index.keys.length === 1;
    return isOfField ? 'Remove the Index or say db_index=False' : 'Remove the Index';
  },
  setIndex: (index) => `Make it Index(${indexArguments(index, 'condition')})`,
  setName: (name) => `Say name=${pythonText(name)}`,
});

/** Can `unique=True` say all of it? */
function isBare(index: Index): boolean {
  return isPlain(index) && !index.nullsNotDistinct && index.include.length === 0;
}

const autoFields: Readonly<Record<string, string>> = {
  smallint: 'SmallAutoField',
  integer: 'AutoField',
  int: 'AutoField',
  bigint: 'BigAutoField',
};

const onDelete = {
  'no action': 'models.DO_NOTHING',
  restrict: 'models.PROTECT',
  cascade: 'models.CASCADE',
  'set null': 'models.SET_NULL',
  'set default': 'models.SET_DEFAULT',
} as const;

function tableOption(table: Table): string {
  return `db_table = ${pythonText(table.schema === 'public' ? table.name : `${table.schema}"."${table.name}`)}`;
}

function withArgument(call: string, argument: string): string {
  if (!call.endsWith(')')) return `${call} with ${argument}`;
  return `${call.slice(0, -1)}${call.endsWith('()') ? '' : ', '}${argument})`;
}

function dbDefault(sql: string): string {
  return pythonValue(sql, { 'now()': 'Now()', true: 'True', false: 'False' }) ?? `the expression ${sql}`;
}

function checkArguments(check: Check): string {
  const name = check.nameGiven && check.name !== null ? `, name=${pythonText(check.name)}` : '';
  return `condition=${isUnreadable(check.expression) ? '…' : `<${check.expression}>`}${name}`;
}

function indexArguments(index: Index, predicate: string): string {
  const parts = plainColumnsOf(index) === null ? ['<expressions>'] : [`fields=${pythonList(index.keys.map(keyField))}`];
  if (index.nameGiven && index.name !== null) parts.push(`name=${pythonText(index.name)}`);
  if (index.include.length > 0) parts.push(`include=${pythonList(index.include)}`);
  if (index.where !== null && !isUnreadable(index.where)) parts.push(`${predicate}=<${index.where}>`);
  if (index.nullsNotDistinct) parts.push('nulls_distinct=False');
  return parts.join(', ');
}

function keyField(key: IndexKey): string {
  const column = key.of.kind === 'column' ? key.of.column : '';
  return key.descending ? `-${column}` : column;
}

/** How Django migrations are mended: by another migration. */
export const migrationRemedies = (dialect: JudgedDialect): Remedies => ({
  ...djangoRemedies(dialect),
  side: 'the Django migrations',
  addTable: (table) => `Add a migration that creates ${tableLabel(table)}`,
  dropTable: (table) => `Add a migration that deletes ${tableLabel(table)}`,
});
