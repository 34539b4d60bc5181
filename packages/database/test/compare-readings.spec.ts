import { type Reading, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '@canonical-schema/sql';
import { compareReadings } from '../src';

const read = (text: string): Reading => readCanonical([new SourceFile('schema.sql', text)], {});
const stocks = 'CREATE TABLE stocks (id integer PRIMARY KEY, symbol varchar(10) NOT NULL);';

beforeAll(loadPostgresParser);

test('every fact of an object that both sides have is equal, different or unread', () => {
  const same = compareReadings(read(stocks), read(stocks), () => true);
  const other = compareReadings(read(stocks), read(stocks.replace('10', '12')), () => true);
  expect(same).toMatchObject({ differences: [], unread: 0 });
  expect(same.equal).toBeGreaterThan(15);
  expect(other).toMatchObject({
    differences: [{ subject: 'stocks.symbol', fact: 'type' }],
    equal: same.equal - 1,
    unread: 0,
  });
});

test('a table that is known to be unread counts with all its facts', () => {
  const { start: place } = new SourceFile('models.py', '');
  const table = { schema: 'public', name: 'stocks' };
  const unread: Reading = {
    ...read(''),
    unread: [{ extent: 'whole', why: 'is made by code', subject: 'stocks', table, place }],
  };
  const catalog = read(stocks);
  const { unread: facts, differences } = compareReadings(unread, catalog, () => true);
  expect(differences).toEqual([]);
  expect(facts).toBe(compareReadings(catalog, catalog, () => true).equal);
});
