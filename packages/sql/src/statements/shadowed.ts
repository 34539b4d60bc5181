import { type Column, type EnumType, type Place, type Table, tableLabel } from '@canonical-schema/schema';
import type { StatementContext } from '../fold/fold';

/** Remarks where IF NOT EXISTS meets a table whose columns differ from the ones written: PostgreSQL ignores them. */
export function shadowedTable(context: StatementContext, existing: Table, written: readonly Column[]): void {
  const absent = written.filter(({ name }) => !existing.columns.some((column) => column.name === name));
  const other = written.filter((column) =>
    differs(
      existing.columns.find(({ name }) => name === column.name),
      column,
    ),
  );
  if (absent.length === 0 && other.length === 0) return;
  const lost = [
    absent.length === 0 ? '' : `its ${named(absent)} would not exist`,
    other.length === 0 ? '' : `its ${named(other)} would stay as defined before`,
  ].filter((part) => part !== '');
  remark(
    context,
    existing,
    `CREATE TABLE IF NOT EXISTS ${tableLabel(existing)} has no effect, for the table exists already: ${lost.join(', and ')}. ` +
      `Use ALTER TABLE … ADD COLUMN${context.fold.traits.guardsColumns ? ' IF NOT EXISTS' : ''}, or make the two definitions one.`,
    existing.place,
  );
}

/** The same for ADD COLUMN IF NOT EXISTS. */
export function shadowedColumn(context: StatementContext, table: Table, existing: Column, written: Column): void {
  if (!differs(existing, written)) return;
  remark(
    context,
    table,
    `ADD COLUMN IF NOT EXISTS ${tableLabel(table)}.${written.name} has no effect, for the column exists already with another ` +
      'definition. Alter the column, or make the two definitions one.',
    existing.place,
  );
}

/** The same for a guarded CREATE TYPE … AS ENUM. */
export function shadowedEnum(context: StatementContext, existing: EnumType, labels: readonly string[]): void {
  if ('unreadable' in existing.labels || JSON.stringify(existing.labels) === JSON.stringify(labels)) return;
  const lost = labels.filter((label) => 'includes' in existing.labels && !existing.labels.includes(label));
  const label = tableLabel(existing);
  const effect = lost.length === 0 ? 'and has other labels' : `without ${lost.map((text) => `'${text}'`).join(', ')}`;
  const message = `CREATE TYPE ${label} has no effect here, for the type exists already ${effect}. Use ALTER TYPE ${label} ADD VALUE.`;
  const places = existing.place === null ? [context.text.place] : [context.text.place, existing.place];
  const subject = { kind: 'enum', schema: existing.schema, name: existing.name } as const;
  context.fold.remarks.push({ code: 'shadowed-definition', message, subject, places });
}

/** A remark that a definition is silently ignored, at both places. */
export function remark(context: StatementContext, table: Table, message: string, first: Place | null): void {
  context.fold.remarks.push({
    code: 'shadowed-definition',
    message,
    subject: { kind: 'statement', schema: table.schema, table: table.name },
    places: first === null ? [context.text.place] : [context.text.place, first],
  });
}

function differs(existing: Column | undefined, written: Column): boolean {
  if (existing === undefined) return false;
  const facts = ({ type, default: value, identity, generated, collation }: Column): string =>
    JSON.stringify([type, value, identity, generated, collation]);
  // A key may have made the existing one NOT NULL by now; only a NOT NULL that is lost counts.
  return facts(existing) !== facts(written) || (written.nullable === false && existing.nullable === true);
}

function named(columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name).join(', ');
  return columns.length === 1 ? `column ${names}` : `columns ${names}`;
}
