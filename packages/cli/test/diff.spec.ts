import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isUnreadable, SourceFile, type Table } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '@canonical-schema/sql';
import { type DescriptionKind, readDescription } from '../src/host/description';
import { diffDescriptions } from '../src/host/diff-descriptions';
import { sqlOf } from '../src/host/export-schema';
import { openHost } from '../src/host/host';

const packages = join(__dirname, '..', '..');

/** Codes of what could not be read: there the two cannot be the same, and nothing else may differ. */
const unread = new Set(['unreadable', 'syntax-error']);

beforeAll(loadPostgresParser);

/** How a description and its own export differ, a line for each difference. */
async function differencesFromExport(kind: DescriptionKind, folder: string): Promise<readonly string[]> {
  const reading = await readDescription(openHost(folder, {}), { kind, path: '.' });
  const exported = readCanonical([new SourceFile('export.sql', await sqlOf(reading, ['Generated']))]);
  const { verdict } = await diffDescriptions({ name: '.', reading }, { name: 'export.sql', reading: exported });
  const unwritten = new Set(reading.schema.tables.flatMap(unwrittenColumns));
  return verdict.findings
    .filter(({ severity, code }) => severity !== 'tolerated' && !unread.has(code))
    .filter(({ code, subject }) => !(code === 'extra-column' && unwritten.has(`${subject.table}.${subject.column}`)))
    .map(({ code, message }) => `${code}: ${message}`);
}

/** A column of an unreadable type is a comment in the export. */
function unwrittenColumns({ name, columns }: Table): readonly string[] {
  return columns.filter(({ type }) => isUnreadable(type)).map((column) => `${name}.${column.name}`);
}

describe.each([
  ['django-models', 'cases-django'],
  ['django-migrations', 'cases-migrations'],
  ['sqlalchemy', 'cases-sqlalchemy'],
] as const)('%s and their own export differ in nothing', (kind, cases) => {
  const folder = join(packages, 'python', cases);
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  test.each(names.map(({ name }) => name))('%s', async (name) => {
    expect(await differencesFromExport(kind, join(folder, name))).toEqual([]);
  });
});
