import { apply, applyEdits, diff, type Schema, SourceFile } from '@canonical-schema/schema';
import { Dice, randomSchema } from '../../schema/test/random-schema';
import { catalogSqlText, loadPostgresParser, readCanonical } from '../src';
import { type Placement, sqlWriter } from '../src/write';

const { ddlOf, editCanonical } = sqlWriter('postgresql');

beforeAll(loadPostgresParser);

const seeds = Array.from({ length: 30 }, (_, seed) => seed);

/** A schema whose objects can all be written. */
function writable(seed: number): Schema {
  const schema = readCanonical([
    new SourceFile('s.sql', ddlOf({ ...randomSchema(new Dice(seed)), others: [] })),
  ]).schema;
  return schema;
}

/** The same file as another person would write it: nothing in it has letters of both cases. */
function styled(text: string, seed: number): string {
  if (seed % 3 === 1) return text.replaceAll('\n', '\r\n');
  return seed % 3 === 2 ? text.toLowerCase().replaceAll('    ', '  ').trimEnd() : text;
}

describe.each<Placement>(['append', 'inline'])('%s', (placement) => {
  test('the edited file says what the changes make of the schema', () => {
    for (const seed of seeds) {
      const [a, b] = [writable(seed), writable(seed + 1000)];
      const file = new SourceFile('schema.sql', styled(ddlOf(a), seed));
      const before = readCanonical([file]).schema;
      const changes = diff(before, b);
      if (changes.some(({ kind }) => kind === 'alter-domain')) continue;
      const { edits, refused } = editCanonical({ file, changes, placement });
      expect({ seed, refused }).toEqual({ seed, refused: [] });
      const [edit] = edits;
      const text = edit?.kind === 'edit' ? applyEdits(file.text, edit.edits) : file.text;
      const after = readCanonical([new SourceFile('schema.sql', text)]);
      const wanted = apply(before, changes, catalogSqlText);
      expect({ seed, there: diff(after.schema, wanted), back: diff(wanted, after.schema) }).toEqual({
        seed,
        there: [],
        back: [],
      });
      expect({ seed, unread: after.unread }).toEqual({ seed, unread: [] });
    }
  });
});
