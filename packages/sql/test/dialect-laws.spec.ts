import { apply, type Change, type Dialect, diff, type Schema, SourceFile } from '@canonical-schema/schema';
import { sqlDialect } from '../src';
import { sqlWriter } from '../src/write';
import { dialectCases } from './dialect-cases';

/** What the export of a case does not say again, and why it cannot. */
const unsaid: Readonly<Record<string, readonly string[]>> = {
  // The engine MEMORY, which makes of its nameless method a hash, is not in the model.
  'keys-and-indexes-get-the-names-the-server-makes': ['drop-index m', 'add-index m', 'drop-index m', 'add-index m'],
  // The tables that these reference are not described: the keys are written as comments.
  'constraints-and-defaults': ['drop-constraint t', 'add-constraint t'],
  'names-quotes-and-comments-in-every-style': ['add-constraint Order Details'],
};

/** The laws of readings, over every case of every dialect but PostgreSQL, whose cases have them elsewhere. */
describe.each<Dialect>(['mysql', 'mariadb', 'sqlite'])('%s', (dialect) => {
  const sql = sqlDialect(dialect);
  const { ddlOf } = sqlWriter(dialect);
  /** Views, triggers and the like are known by name alone, so no export can say them. */
  const schemaOf = (text: string): Schema => {
    const { schema } = sql.readCanonical([new SourceFile('schema.sql', text)]);
    return { ...schema, others: [] };
  };

  beforeAll(sql.load);

  for (const { name, sql: text } of dialectCases(dialect)) {
    describe(name, () => {
      test('identity: a file read twice is the same schema', () => {
        expect(schemaOf(text).tables.length).toBeGreaterThan(0);
        expect(departures(schemaOf(text), schemaOf(text))).toEqual([]);
      });

      test('closure: its export, read again, is the same schema', () => {
        const schema = schemaOf(text);
        expect(departures(schema, schemaOf(ddlOf(schema)))).toEqual(unsaid[name] ?? []);
      });

      test('order independence: its tables in the other order are the same schema, and so are the exports', () => {
        const schema = schemaOf(text);
        const turned = { ...schema, tables: [...schema.tables].reverse() };
        expect(diff(schema, turned)).toEqual([]);
        expect(departures(schemaOf(ddlOf(schema)), schemaOf(ddlOf(turned)))).toEqual([]);
      });

      test('diff and apply: what differs from every other case, applied, leaves no difference', () => {
        const before = schemaOf(text);
        for (const other of dialectCases(dialect)) {
          const after = schemaOf(other.sql);
          const reached = apply(before, diff(before, after), sql.sqlText);
          expect({ other: other.name, found: departures(reached, after) }).toEqual({ other: other.name, found: [] });
        }
      });
    });
  }
});

/** What leads from one to the other, and back: the way back has what cannot be named to be dropped. */
function departures(a: Schema, b: Schema): readonly string[] {
  return [...diff(a, b), ...diff(b, a)].map(label);
}

function label(change: Change): string {
  return `${change.kind} ${'table' in change ? change.table.name : ''}`;
}
