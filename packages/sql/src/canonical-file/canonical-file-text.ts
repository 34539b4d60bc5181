import { type Schema, type Table, tableLabel, type Unread } from '@canonical-schema/schema';
import { commentLine } from '../ddl/comment-line';
import { type DdlParts, ddlParts, unreadLines } from '../ddl/ddl';
import type { DdlLanguage } from '../ddl/ddl-language';
import { guideSpelling } from './guide-spelling';
import { wrapped } from './wrapped';

/** What stands around the statements of a new canonical file. */
export interface CanonicalFileOptions {
  /** The day, as `2026-11-23`. */
  readonly today: string;
  /** The first line of the header: `Canonical database schema` if not given. */
  readonly title?: string;
  /** Paragraphs below those that say what the file is. */
  readonly heading?: readonly string[];
  /** What of the source could not be read. */
  readonly unread?: readonly Unread[];
  /** Leaves constraints that no person named to the server's names: for a source that hashes them. */
  readonly plainNames?: boolean;
  /** Paths of migrations that make this schema. */
  readonly migrations?: readonly string[];
}

/** How wide comments are. */
const width = 78;

const heavy = `-- ${'='.repeat(width - 3)}`;
const light = `-- ${'-'.repeat(width - 3)}`;

const practice =
  'SINGLE SOURCE OF TRUTH. The models and migrations of this workspace mirror this file: change this file first, verify-schema says who has not followed yet.';

/** How often the file may be run. */
function repetition({ last }: DdlParts, { addsOnce }: DdlLanguage): string {
  const document = 'Document each change in the version section.';
  return addsOnce || last.every((statements) => statements.length === 0)
    ? `Every statement is idempotent: the file may be run on an empty database and on one that it made before. ${document}`
    : `Run the file on an empty database: the foreign keys at its end cannot be added a second time. ${document}`;
}

/**
 * A schema as a canonical file in the guide's layout: a header, types, a section for each table, with its indexes and
 * comments, behind those that it references, foreign keys of cycles, and a version log with 1.0.0. What could not be
 * read is a comment in its place.
 * The dialect's parser must have been loaded before.
 */
export function canonicalFileText(schema: Schema, language: DdlLanguage, options: CanonicalFileOptions): string {
  const named = options.plainNames ? language.withPlainNames(schema) : schema;
  const parts = ddlParts(named, guideSpelling(language));
  const unread = unreadLines(options.unread ?? []);
  const sections = [
    header(options, repetition(parts, language)),
    ...(unread.length === 0 ? [] : [[...banner('Not read'), '', ...unread].join('\n')]),
    ...section('Types', parts.types),
    ...parts.tables.map(tableSection),
    ...section('When all tables are made', parts.last),
    ...(parts.notes.length === 0 ? [] : [[...banner('Not described here'), '', ...parts.notes].join('\n')]),
    versionLog(parts, options),
  ];
  return `${sections.join('\n\n')}\n`;
}

function header(
  { title = 'Canonical database schema', heading = [] }: CanonicalFileOptions,
  repetition: string,
): string {
  const paragraphs = [practice, repetition, ...heading].map((text) =>
    wrapped(text, width - 3)
      .map(commentLine)
      .join('\n'),
  );
  return [heavy, commentLine(title), heavy, paragraphs.join('\n--\n'), heavy].join('\n');
}

function banner(title: string): readonly string[] {
  return [light, ...wrapped(title, width - 3).map(commentLine), light];
}

function section(title: string, groups: DdlParts['types']): string[] {
  const written = groups.filter((statements) => statements.length > 0);
  if (written.length === 0) return [];
  return [[banner(title).join('\n'), ...written.map((statements) => statements.join('\n'))].join('\n\n')];
}

function tableSection({ table, made, indexes, comments }: DdlParts['tables'][number]): string {
  const groups = [[made.join('\n\n')], indexes, comments].filter((statements) => statements.length > 0);
  return [banner(titleOf(table)).join('\n'), ...groups.map((statements) => statements.join('\n'))].join('\n\n');
}

/** The table with what its comment says first. */
function titleOf(table: Table): string {
  const [sentence = ''] = (table.comment ?? '').trim().split(/(?<=[.!?])\s|\n/);
  return sentence === '' ? tableLabel(table) : `${tableLabel(table)}: ${sentence}`;
}

function versionLog({ tables }: DdlParts, { today, migrations = [] }: CanonicalFileOptions): string {
  const names = tables.map(({ table }) => tableLabel(table)).join(', ');
  const bullets = [
    `Initial schema${names === '' ? '' : `: ${names}`}`,
    ...migrations.map((path) => `Migration: ${path}`),
  ];
  const lines = bullets.flatMap((text) => {
    const [first = '', ...rest] = wrapped(text, width - 7);
    return [`--   - ${first}`, ...rest.map((line) => `--     ${line}`)];
  });
  return [heavy, '-- VERSION TRACKING', heavy, `-- Version 1.0.0 (${today})`, ...lines, heavy].join('\n');
}
