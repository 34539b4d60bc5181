import { type Reading, type Schema, type Table, tableLabel, type UnreadPart } from '@canonical-schema/schema';
import { descriptions } from '../host/export-schema';
import type { HostAt } from '../host/host';
import { readPythonSource, readWholeSource } from '../host/read-python';
import type { PythonSource } from '../host/sources';
import { sqlWriterOf } from '../host/sql-writer';
import type { ServerOptions } from '../options/server-options';
import { agreedSchema } from './agreed-schema';
import { completedSchema } from './completed-schema';
import { neededExtensions } from './needed-extensions';

/** A canonical file made of what a source describes, and what to say of it. */
export interface NewCanonical {
  readonly text: string;
  readonly said: readonly string[];
}

/** What decides details of a new canonical file. */
export interface NewCanonicalOptions {
  /** The day, as `2026-11-23`. */
  readonly today: string;
  readonly server: ServerOptions;
  /** The other descriptions of the same database. */
  readonly others: readonly PythonSource[];
}

/** The models of a source as a canonical file. */
export async function canonicalOf(
  source: PythonSource,
  host: HostAt,
  { today, server, others }: NewCanonicalOptions,
): Promise<NewCanonical> {
  const options = { ...server, reach: 'workspace' } as const;
  const { models, migrations } = await readWholeSource(host, source, options);
  const { reading } = models;
  const completed = completedSchema(reading, migrations?.reading ?? reading);
  const { canonicalFileText } = await sqlWriterOf(server);
  const { labelsOfCheck } = await import('@canonical-schema/drift');
  const beside = source.orm === 'django' ? others.filter(({ orm }) => orm === 'sqlalchemy') : [];
  let schema = withoutDoubles(completed.schema);
  for (const other of beside) {
    const { reading: said } = await readPythonSource(host, other, options);
    schema = agreedSchema(schema, said.schema, labelsOfCheck);
  }
  const agreed = beside.map(
    ({ root }) =>
      `Defaults and actions that Django leaves to Python stand here as ${root} says them, where both agree.`,
  );
  schema = { ...schema, others: [...schema.others, ...neededExtensions(schema)] };
  const notes = [...notesOf(reading), ...completedNote(completed.given), ...agreed];
  const text = canonicalFileText(schema, {
    today,
    heading: headingOf(source, reading, notes),
    unread: reading.unread,
    plainNames: source.orm === 'django',
  });
  return { text, said: notes };
}

/** A running database as a canonical file: all that it holds but the ledgers of migration tools. */
export async function canonicalOfDatabase(
  reading: Reading,
  { today }: Pick<NewCanonicalOptions, 'today'>,
): Promise<NewCanonical> {
  const { canonicalFileText } = await sqlWriterOf(reading);
  const { isLedger } = await import('@canonical-schema/drift');
  const { tables } = reading.schema;
  const ledgers = tables.filter(isLedger);
  const notes =
    ledgers.length === 0 ? [] : [`Tables that migration tools keep for themselves are left out: ${listOf(ledgers)}.`];
  const schema = { ...reading.schema, tables: tables.filter((table) => !isLedger(table)) };
  const heading = ['First written from a running database.', ...notes];
  return { text: canonicalFileText(schema, { today, heading }), said: notes };
}

function headingOf(source: PythonSource, reading: Reading, notes: readonly string[]): readonly string[] {
  return [
    `First written from the ${descriptions[reading.source]} of ${source.root === '.' ? 'this directory' : source.root}.`,
    ...notes,
  ];
}

/**
 * Django makes a second index for patterns beside each index of texts: it is Django's own affair. Of two indexes of one
 * name only one can be made, and what may be there besides is said once for all kinds of objects.
 */
function withoutDoubles(schema: Schema): Schema {
  const written = (table: Table): Table => ({
    ...table,
    indexes: table.indexes.filter(
      ({ origin, name }, at, all) =>
        origin !== 'pattern' && (name === null || all.findIndex((other) => other.name === name) === at),
    ),
    unread: joinedParts(table.unread),
  });
  return { ...schema, tables: schema.tables.map(written) };
}

function joinedParts(parts: readonly UnreadPart[]): readonly UnreadPart[] {
  const byReason = new Map<string, UnreadPart[]>();
  for (const part of parts) byReason.set(part.why, [...(byReason.get(part.why) ?? []), part]);
  return [...byReason.values()].flatMap((same): UnreadPart[] => {
    const [first, ...more] = same;
    if (first === undefined || more.length === 0) return same;
    const columns = [...new Set(same.flatMap((part) => part.columns ?? []))];
    return [{ ...first, kind: 'anything', name: null, columns: columns.length === 0 ? null : columns }];
  });
}

function completedNote(given: readonly string[]): readonly string[] {
  if (given.length === 0) return [];
  return [`What the models do not show stands here as the migrations leave it: ${given.toSorted().join(', ')}.`];
}

/** What is not in the file, or is there though nobody here wrote its model. */
function notesOf({ schema, unread, source }: Reading): readonly string[] {
  const foreign = schema.tables.filter(({ orm, managed }) => orm?.external === true && managed);
  const needed = referencedFrom(schema);
  const [written, left] = [
    foreign.filter((table) => needed.has(tableLabel(table))),
    foreign.filter((table) => !needed.has(tableLabel(table))),
  ];
  const unmanaged = schema.tables.filter(({ managed, orm }) => !managed && orm?.external !== true);
  const patterns = schema.tables.some(
    ({ indexes, orm }) => orm?.external !== true && indexes.some(({ origin }) => origin === 'pattern'),
  );
  return [
    ...(written.length === 0
      ? []
      : [`Tables of installed packages stand here because own tables reference them: ${listOf(written)}.`]),
    ...(left.length === 0 ? [] : [`Tables of installed packages that are left to them: ${listOf(left)}.`]),
    ...(unmanaged.length === 0 ? [] : [`Tables that no migration makes, and so not written: ${listOf(unmanaged)}.`]),
    ...(patterns && source === 'django-models'
      ? ['The indexes for patterns (_like) that Django adds are left to Django.']
      : []),
    ...(unread.length === 0
      ? []
      : [`${unread.length === 1 ? '1 fact' : `${unread.length} facts`} could not be read, and not verified.`]),
  ];
}

function listOf(tables: readonly Table[]): string {
  return tables.map(tableLabel).sort().join(', ');
}

/** Every table that the source's own tables reference, and what these reference. */
function referencedFrom({ tables }: Schema): ReadonlySet<string> {
  const byLabel = new Map(tables.map((table) => [tableLabel(table), table]));
  const reached = new Set(tables.filter(({ orm, managed }) => managed && orm?.external !== true).map(tableLabel));
  for (const label of reached) {
    for (const { references } of byLabel.get(label)?.foreignKeys ?? []) {
      // A set's iteration comes to what is added on the way.
      reached.add(tableLabel({ schema: references.schema, name: references.table }));
    }
  }
  return reached;
}
