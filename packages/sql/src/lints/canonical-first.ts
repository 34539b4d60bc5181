import {
  type Change,
  diff,
  emptySchema,
  type Schema,
  type Table,
  type TableRef,
  tableLabel,
} from '@canonical-schema/schema';
import { namedChange } from './changed-names';
import type { ChangedSource, Lint, LintSubject, Remark } from './lint';

/**
 * Tables that models or migrations changed against the base while the SQL stood still. A change that brings them closer
 * to the SQL is the SQL's own, come a revision later.
 */
export const canonicalFirst: Lint = {
  code: 'canonical-first',
  check(subject) {
    const told = new Set<string>();
    return subject.sources.flatMap((source) =>
      ofSource(source, subject).filter(({ subject: { schema, table } }) => {
        // Models and migrations of one project that say the same are one finding.
        const key = [source.name, schema, table].join('\u0000');
        return !told.has(key) && told.add(key);
      }),
    );
  },
};

function ofSource({ before, after }: ChangedSource, subject: LintSubject): readonly Remark[] {
  const sql = subject.reading.schema;
  const sqlBefore = subject.base?.reading.schema ?? sql;
  // What could not be read at one of the two times may be there and unchanged.
  const unread = new Set(
    [...before.unread, ...after.unread].flatMap(({ table }) => (table === null ? [] : keyOf(table))),
  );
  const find = [before.schema, after.schema, sql, sqlBefore].map(byName);
  const names = new Map([...before.schema.tables, ...after.schema.tables].map((table) => [keyOf(table), table]));
  return [...names].flatMap(([key, ref]) => {
    const [old = null, now = null, target = null, targetBefore = null] = find.map((tables) => tables.get(key) ?? null);
    const changes = changesBetween(old, now);
    if (changes.length === 0 || isOthers(now ?? old) || unread.has(key)) return [];
    if (changesBetween(targetBefore, target).length > 0) return [];
    const isCatchingUp = distance(now, target) < distance(old, target);
    return isCatchingUp ? [] : [ledBy(after.source, now ?? ref, changes, target, subject)];
  });
}

const words: Readonly<Record<ChangedSource['after']['source'], string>> = {
  canonical: 'The SQL',
  'django-models': 'The Django models',
  'django-migrations': 'The Django migrations',
  sqlalchemy: 'The SQLAlchemy models',
  database: 'The database',
};

function ledBy(
  source: ChangedSource['after']['source'],
  ref: Table,
  changes: readonly Change[],
  target: Table | null,
  { file }: LintSubject,
): Remark {
  const label = tableLabel(ref);
  const what = changes.flatMap((change) => namedChange(change)?.what ?? []);
  const shown = what.length > 3 ? `${what.slice(0, 3).join(', ')}, …` : what.join(', ');
  return {
    subject: { kind: 'file', name: file.path, schema: ref.schema, table: ref.name },
    message: `${words[source]} changed ${label} since the base revision (${shown}), and the SQL did not. The canonical SQL comes first: change ${label} there.`,
    span: target?.place?.span ?? file.start.span,
    departs: source,
    ...(ref.place === null ? {} : { cause: ref.place }),
  };
}

function changesBetween(a: Table | null, b: Table | null): readonly Change[] {
  return diff(schemaOf(a), schemaOf(b)).filter((change) => namedChange(change) !== null);
}

/** How far a description of a table is from the SQL's; a table that only one of them has is further than any other. */
function distance(table: Table | null, target: Table | null): number {
  if ((table === null) !== (target === null)) return Number.POSITIVE_INFINITY;
  return changesBetween(table, target).length;
}

function schemaOf(table: Table | null): Schema {
  return table === null ? emptySchema : { ...emptySchema, tables: [table] };
}

/** Tables of installed packages are not this workspace's to lead with. */
function isOthers(table: Table | null): boolean {
  return table === null || !table.managed || (table.orm?.external ?? false);
}

function byName({ tables }: Schema): ReadonlyMap<string, Table> {
  return new Map(tables.map((table) => [keyOf(table), table]));
}

function keyOf({ schema, name }: TableRef): string {
  return `${schema}\u0000${name}`;
}
