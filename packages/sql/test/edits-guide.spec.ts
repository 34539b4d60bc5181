import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  apply,
  applyEdits,
  type Change,
  constraintsOf,
  diff,
  type Schema,
  SourceFile,
  type Table,
} from '@canonical-schema/schema';
import { differenceLines, disagreements } from '../../../tools/oracle/agreement';
import { type Oracle, startOracle } from '../../../tools/oracle/oracle';
import { catalogSqlText, loadPostgresParser, readCanonical } from '../src';
import { type Placement, sqlWriter } from '../src/write';

const { editCanonical } = sqlWriter('postgresql');

const path = join(__dirname, '../../../e2e/options-trading/scripts/database/schema_canonical.sql');
const file = new SourceFile('schema.sql', readFileSync(path, 'utf8'));

let oracle: Oracle;
beforeAll(async () => {
  await loadPostgresParser();
  oracle = await startOracle();
});
afterAll(() => oracle.stop());

/** Every plain change of every object of the guide's file. */
function changesOf({ tables }: Schema): Change[] {
  return tables.flatMap((table) => [
    { kind: 'drop-table', table },
    { kind: 'rename-table', table, to: { schema: 'public', name: `${table.name}_new` } },
    { kind: 'set-table-comment', table, comment: "It's about this" },
    ...table.columns.flatMap((column) => columnChanges(table, column)),
    ...constraintsOf(table).flatMap((constraint): Change[] => {
      const ref = { kind: constraint.kind, name: constraint.name ?? '' };
      return [
        { kind: 'drop-constraint', table, constraint: ref },
        { kind: 'rename-constraint', table, constraint: ref, to: `${ref.name}_new` },
      ];
    }),
    ...table.indexes.flatMap(({ name }): Change[] => [
      { kind: 'drop-index', table, index: name ?? '' },
      { kind: 'rename-index', table, index: name ?? '', to: `${name}_new` },
    ]),
  ]);
}

function columnChanges(table: Table, column: Table['columns'][number]): Change[] {
  const { name } = column;
  return [
    { kind: 'drop-column', table, column: name },
    { kind: 'rename-column', table, column: name, to: `${name}_new` },
    { kind: 'alter-column', table, column: name, set: { comment: 'Said' } },
    {
      kind: 'add-column',
      table,
      column: { ...column, name: `${name}_too`, comment: 'Again', nullable: column.identity === null },
    },
    ...(table.primaryKey?.columns.includes(name) || column.generated !== null
      ? []
      : ([{ kind: 'alter-column', table, column: name, set: { nullable: column.nullable !== true } }] as const)),
  ];
}

describe.each<Placement>(['append', 'inline'])('%s', (placement) => {
  test('plain changes of everything in the guide file are made, and nothing else', async () => {
    const before = readCanonical([file]).schema;
    const changes = changesOf(before);
    expect(changes.length).toBeGreaterThan(400);
    for (const [at, change] of changes.entries()) {
      if (at % sampled !== 0) continue;
      const { kind } = change;
      const { edits, refused } = editCanonical({ file, changes: [change], placement });
      expect({ at, kind, refused }).toEqual({ at, kind, refused: [] });
      const text = applyEdits(
        file.text,
        edits.flatMap((edit) => (edit.kind === 'edit' ? edit.edits : [])),
      );
      const reading = readCanonical([new SourceFile('schema.sql', text)]);
      const wanted = apply(before, [change], catalogSqlText);
      expect({ at, kind, lacks: diff(reading.schema, wanted), has: diff(wanted, reading.schema) }).toEqual({
        ...{ at, kind, lacks: [], has: [] },
      });
      if (at % (sampled * asked) !== 0) continue;
      const once = await oracle.runSql([text]);
      const twice = await oracle.runSql([text, text]);
      const problems = [once.problem, twice.problem, ...disagreements(reading, once)];
      expect({ at, kind, problems, again: differenceLines(once.catalog, twice.catalog) }).toEqual({
        ...{ at, kind, problems: [null, null], again: [] },
      });
    }
  });
});

/** One change in so many is made; one in so many of these is asked of PostgreSQL. */
const [sampled, asked] = [17, 4];
