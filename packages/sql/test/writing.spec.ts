import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  apply,
  applyEdits,
  type Change,
  constraintsOf,
  type Dialect,
  diff,
  type Schema,
  SourceFile,
  type Table,
} from '@canonical-schema/schema';
import { caseFolders } from '../../../tools/oracle/case-folders';
import { sqlDialect } from '../src';
import { type Placement, sqlWriter } from '../src/write';
import { expectText } from './case-text';

const dialects: readonly Dialect[] = ['mysql', 'mariadb', 'sqlite'];

/** A folder for each dialect, and in each the cases of that dialect. */
describe.each(dialects)('%s', (dialect) => {
  const sql = sqlDialect(dialect);
  const writer = sqlWriter(dialect);
  const folder = join(__dirname, '..', 'cases-writing', dialect);
  const textOf = (name: string, file: string): string => readFileSync(join(folder, name, file), 'utf8');
  const fileOf = (text: string): SourceFile => new SourceFile('schema.sql', text);
  const schemaOf = (text: string): Schema => {
    const { schema, unread, remarks } = sql.readCanonical([fileOf(text)]);
    expect({ unread, remarks }).toEqual({ unread: [], remarks: [] });
    return schema;
  };
  const departures = (a: Schema, b: Schema): readonly Change[] => [...diff(a, b), ...diff(b, a)];

  beforeAll(sql.load);

  describe.each(caseFolders(folder))('%s', (name) => {
    test('the export and the canonical file of a reading, read again, are the same schema', () => {
      const schema = schemaOf(textOf(name, 'schema.sql'));
      const ddl = writer.ddlOf(schema);
      const canonical = writer.canonicalFileText(schema, { today: '2026-11-23' });
      expectText(join(folder, name, 'ddl.sql'), ddl);
      expectText(join(folder, name, 'canonical.sql'), canonical);
      for (const text of [ddl, canonical]) expect(departures(schema, schemaOf(text))).toEqual([]);
      expect(writer.ddlOf(schemaOf(ddl))).toBe(ddl);
    });

    test.each<Placement>(['append', 'inline'])(
      'its changes, %s, are made in the file and nothing else',
      (placement) => {
        const text = textOf(name, 'schema.sql');
        const before = schemaOf(text);
        const { changes, problems } = writer.changesOfSql(textOf(name, 'changes.sql'), before, 'changes.sql');
        expect(problems.map(({ why }) => why)).toEqual([]);
        const wanted = apply(before, changes, sql.sqlText);
        expect(departures(wanted, schemaOf(`${text}\n;\n${textOf(name, 'changes.sql')}`))).toEqual([]);
        const { edits, refused } = writer.editCanonical({ file: fileOf(text), changes, placement });
        expect(refused.map(({ why }) => why)).toEqual([]);
        const edited = editedBy(text, edits);
        expectText(join(folder, name, `${placement}.sql`), edited);
        expect(departures(schemaOf(edited), wanted)).toEqual([]);
      },
    );

    test('the hazards of its changes', () => {
      const before = schemaOf(textOf(name, 'schema.sql'));
      const { changes } = writer.changesOfSql(textOf(name, 'changes.sql'), before, 'changes.sql');
      const said = writer
        .hazardsOf(changes, before)
        .map(({ kind, message, safer }) => `${kind}: ${message}\n    ${safer ?? 'no safer way'}\n`);
      expectText(join(folder, name, 'hazards.txt'), said.join(''));
    });

    test('plain changes of everything in it are made, and nothing else', () => {
      const text = textOf(name, 'ddl.sql');
      const before = schemaOf(text);
      for (const placement of ['append', 'inline'] as const) {
        for (const change of plainChanges(before)) {
          const { edits, refused } = writer.editCanonical({ file: fileOf(text), changes: [change], placement });
          const label = JSON.stringify({ ...change, table: 'table' in change ? change.table.name : '' });
          expect([label, refused.map(({ why }) => why)]).toEqual([label, []]);
          const after = schemaOf(editedBy(text, edits));
          const found = departures(after, apply(before, [change], sql.sqlText)).filter((one) => !isOfMadeName(one));
          expect([label, found]).toEqual([label, []]);
        }
      }
    });

    test('requests are worded as statements that read as they are meant', () => {
      const schema = schemaOf(textOf(name, 'schema.sql'));
      const blocks = JSON.parse(textOf(name, 'requests.json')).map(
        (request: Parameters<typeof writer.sqlOfRequest>[0]) => {
          const { sql: statements, problems } = writer.sqlOfRequest(request, schema);
          const faults =
            problems.length > 0 ? problems : writer.changesOfSql(statements, schema, 'request.sql').problems;
          return statements + faults.map(({ why }) => `-- problem: ${why}\n`).join('');
        },
      );
      expectText(join(folder, name, 'requests.sql'), blocks.join('\n'));
    });
  });

  function editedBy(text: string, edits: ReturnType<typeof writer.editCanonical>['edits']): string {
    return applyEdits(
      text,
      edits.flatMap((edit) => (edit.kind === 'edit' ? edit.edits : [])),
    );
  }
});

/** A name that nobody wrote may follow its column or table. */
function isOfMadeName({ kind }: Change): boolean {
  return kind === 'rename-constraint' || kind === 'rename-index';
}

function plainChanges({ tables }: Schema): Change[] {
  return tables.flatMap((table) => [
    { kind: 'drop-table', table },
    { kind: 'rename-table', table, to: { schema: 'public', name: `${table.name}_new` } },
    ...table.columns.flatMap((column) => columnChanges(table, column)),
    ...constraintsOf(table).flatMap((constraint): Change[] => {
      const { kind, name } = constraint;
      const isCounting = kind === 'primary-key' && table.columns.some(({ identity }) => identity !== null);
      if (name === null || isCounting) return [];
      return [{ kind: 'drop-constraint', table, constraint: { kind, name } }];
    }),
    ...table.indexes.flatMap(({ name }): Change[] => [
      { kind: 'drop-index', table, index: name ?? '' },
      { kind: 'rename-index', table, index: name ?? '', to: `${name}_new` },
    ]),
  ]);
}

function columnChanges(table: Table, column: Table['columns'][number]): Change[] {
  const { name, identity, nullable, generated, default: value } = column;
  const isFixed = table.primaryKey?.columns.includes(name) || generated !== null;
  return [
    { kind: 'drop-column', table, column: name },
    { kind: 'rename-column', table, column: name, to: `${name}_new` },
    {
      kind: 'add-column',
      table,
      column: { ...column, name: `${name}_too`, identity: null, nullable: identity === null && nullable },
    },
    ...(isFixed
      ? []
      : ([{ kind: 'alter-column', table, column: name, set: { nullable: nullable !== true } }] as const)),
    ...(identity === null && value === null
      ? ([{ kind: 'alter-column', table, column: name, set: { type: 'varchar(77)' } }] as const)
      : []),
  ];
}
