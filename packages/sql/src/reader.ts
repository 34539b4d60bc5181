import type { Reading, Schema, SourceFile } from '@canonical-schema/schema';
import { type Context, Fold } from './fold/fold';
import { noteUnread } from './fold/note-unread';
import { syntaxError } from './fold/syntax-error';
import { brokenTable } from './psql/broken-table';
import { metaEffect } from './psql/meta-command';
import { type FilePart, parseFile } from './psql/parse-file';
import { readStatement } from './statements';

/** What decides details of reading canonical SQL. */
export interface CanonicalOptions {
  /** The server's version and where it was found, `17 (option)`; it stands in the reading as assumed. */
  readonly version?: string;
  /** Schemas in which names without one are looked for, and made in the first; `public` if not given. */
  readonly searchPath?: readonly string[];
}

/**
 * The schema that canonical SQL files make when they are run in this order over an empty database. Nothing in the
 * text makes this throw; `loadPostgresParser` must have been awaited before.
 */
export function readCanonical(files: readonly SourceFile[], options: CanonicalOptions = {}): Reading {
  const fold = new Fold();
  for (const file of files) {
    fold.searchPath = options.searchPath ?? ['public'];
    for (const part of parseFile(file)) readPart(part, fold);
  }
  return {
    source: 'canonical',
    dialect: 'postgresql',
    schema: withoutOwnedSequences(fold.catalog.schema()),
    unread: fold.unread,
    remarks: fold.remarks,
    assumed: options.version === undefined ? {} : { postgres: options.version },
  };
}

/** Carries out one part of a file, or notes that it could not be. */
export function readPart(part: FilePart, fold: Fold): void {
  if (part.kind === 'statement') carryOut({ fold, catalog: fold.catalog, text: part.text, readStatement }, part);
  else if (part.kind === 'meta-command') readMetaCommand(part, fold);
  else readBroken(part, fold);
}

function carryOut(context: Context, { node }: Extract<FilePart, { kind: 'statement' }>): void {
  try {
    readStatement(node, context);
  } catch (error) {
    noteUnread(context, error);
  }
}

function readMetaCommand({ command, argument, place }: Extract<FilePart, { kind: 'meta-command' }>, fold: Fold): void {
  const effect = metaEffect(command, argument);
  if (effect.kind === 'none') return;
  const subject = `\\${command}`;
  fold.unread.push({ extent: effect.extent, why: effect.why, subject, table: null, place });
}

function readBroken(part: Extract<FilePart, { kind: 'broken' }>, fold: Fold): void {
  const { message, namesVariable, sql, place, at } = part;
  const named = brokenTable(sql);
  const table = named && { schema: named.schema ?? fold.currentSchema, name: named.table };
  if (namesVariable) {
    fold.unread.push({
      extent: 'whole',
      why: 'names a psql variable, which only psql fills in',
      subject: null,
      table: null,
      place,
    });
    return;
  }
  fold.remarks.push(syntaxError({ message: firstLine(message), table, place, at }));
}

/** PostgreSQL quotes an unclosed string to its end. */
function firstLine(message: string): string {
  const [line = ''] = message.split('\n', 1);
  return line.length === message.length ? message : `${line} …`;
}

/** The sequence behind a serial or identity column is part of that column. */
export function withoutOwnedSequences(schema: Schema): Schema {
  const counting = new Set(
    schema.tables.flatMap((table) =>
      table.columns.flatMap(({ name, identity }) =>
        identity === null ? [] : [[table.schema, table.name, name].join('\u0000')],
      ),
    ),
  );
  const isOwn = ({ ownedBy }: Schema['sequences'][number]): boolean =>
    ownedBy !== null && counting.has([ownedBy.schema, ownedBy.table, ownedBy.column].join('\u0000'));
  return { ...schema, sequences: schema.sequences.filter((sequence) => !isOwn(sequence)) };
}
