import type { ForeignKey, ReferentialAction } from '@canonical-schema/schema';
import type { TableDescription } from '../description';
import type { WrittenTable } from './column-intent';
import { ofSqlAlchemy } from './imported-name';
import { nameExpression } from './object-name';
import type { Scribe } from './scribe';
import { calleeName } from './source-column';

/** `ForeignKey('stocks.id', ondelete='CASCADE')`; `target` is the description of the table that it leads to, if it is known. */
export function renderForeignKey(
  foreignKey: ForeignKey,
  table: WrittenTable,
  target: TableDescription | null,
  scribe: Scribe,
): string {
  const [path = ''] = targetPaths(foreignKey, target);
  const args = [scribe.quoted(path), ...foreignKeyOptions(foreignKey, table, scribe)];
  return `${scribe.name(ofSqlAlchemy('ForeignKey'))}(${args.join(', ')})`;
}

/** `stocks.id`, or `market.stocks.id`, for each column that is referenced. */
export function targetPaths({ references }: ForeignKey, target: TableDescription | null): readonly string[] {
  const schema = target === null ? (references.schema === 'public' ? null : references.schema) : target.schema;
  const owner = schema === null ? references.table : `${schema}.${references.table}`;
  return references.columns.map((name) => {
    const key = target?.columns.find((column) => column.name === name)?.key ?? name;
    return `${owner}.${key}`;
  });
}

/** The keywords of a foreign key: what differs from PostgreSQL's own way. */
export function foreignKeyOptions(foreignKey: ForeignKey, table: WrittenTable, scribe: Scribe): readonly string[] {
  const { onDelete, onUpdate, deferrable, initiallyDeferred, match } = foreignKey;
  const { references } = foreignKey;
  const named = foreignKey.columns.map((name) => ({ name, key: name }));
  const referred = { table: references.table, schema: references.schema, columns: references.columns };
  const name = nameExpression({ kind: 'fk', table, columns: named, referred, wanted: foreignKey }, scribe);
  const options = [
    onDelete === 'no action' ? null : `ondelete=${scribe.quoted(actionText(onDelete, scribe))}`,
    onUpdate === 'no action' ? null : `onupdate=${scribe.quoted(actionText(onUpdate, scribe))}`,
    name === null ? null : `name=${name}`,
    deferrable ? 'deferrable=True' : null,
    initiallyDeferred ? `initially=${scribe.quoted('DEFERRED')}` : null,
    match === 'full' ? `match=${scribe.quoted('FULL')}` : null,
  ];
  return options.filter((option) => option !== null);
}

/** In capitals, unless the file writes its actions otherwise. */
export function actionText(action: ReferentialAction, { file }: Scribe): string {
  for (const { call } of file.calls()) {
    if (calleeName(call) !== 'ForeignKey' && calleeName(call) !== 'ForeignKeyConstraint') continue;
    const given = call.args.find(({ name }) => name === 'ondelete' || name === 'onupdate')?.value;
    const [text] = given?.kind === 'string' ? given.parts : [];
    if (typeof text === 'string') return text === text.toLowerCase() ? action : action.toUpperCase();
  }
  return action.toUpperCase();
}
