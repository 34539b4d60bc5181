import { type Change, EditedTree, type FileTree, SourceFile } from '@canonical-schema/schema';
import { loadPostgresParser, readCanonical } from '@canonical-schema/sql';
import { sqlWriter } from '@canonical-schema/sql/write';
import { judge } from '../../drift/src';
import { loadPythonParser, readDjangoModels } from '../src';
import { writeDjangoModels } from '../src/django/write/write-models';
import { moduleSyntax } from '../src/syntax/convert-statements';
import { memoryFiles } from './syntax-files';

const { changesOfSql } = sqlWriter('postgresql');

const schema = `
CREATE TABLE stocks (
    id serial PRIMARY KEY,
    symbol varchar(10) NOT NULL,
    name text,
    cap integer,
    price numeric(10,2) NOT NULL,
    listed date NOT NULL,
    is_active boolean NOT NULL
);
CREATE INDEX idx_symbol ON stocks (symbol);
CREATE INDEX idx_cap ON stocks (cap);
ALTER TABLE stocks ADD CONSTRAINT ck_price CHECK (price > 0);
COMMENT ON TABLE stocks IS 'Stocks';
CREATE TABLE market_venue (id serial PRIMARY KEY, name varchar(10) NOT NULL);
`;

/** Statements that may be combined: none needs another. */
const statements: readonly string[] = [
  'CREATE INDEX idx_new ON stocks (cap, symbol DESC)',
  'CREATE INDEX idx_part ON stocks (symbol) WHERE is_active',
  'CREATE INDEX idx_null ON stocks (symbol) WHERE name IS NULL OR cap < 5',
  'CREATE INDEX idx_low ON stocks (lower(name))',
  'CREATE INDEX idx_gin ON stocks USING gin (name gin_trgm_ops)',
  'CREATE INDEX idx_nulls ON stocks (cap DESC NULLS LAST)',
  'CREATE UNIQUE INDEX uq_low ON stocks (lower(symbol)) WHERE cap IS NOT NULL',
  'CREATE UNIQUE INDEX uq_inc ON stocks (name) INCLUDE (cap)',
  'ALTER TABLE stocks ADD CONSTRAINT uq_two UNIQUE (symbol, listed)',
  "ALTER TABLE stocks ADD CONSTRAINT ck_symbol CHECK (symbol <> '' AND symbol NOT IN ('a', 'b'))",
  "ALTER TABLE stocks ADD CONSTRAINT ck_name CHECK (name <> 'it''s \"x\"')",
  'ALTER TABLE stocks ADD CONSTRAINT ck_cap CHECK (cap BETWEEN 0 AND 10 OR NOT is_active)',
  'ALTER TABLE stocks ADD CONSTRAINT ck_sum CHECK (price * 2 + cap > 7)',
  "ALTER TABLE stocks ADD CONSTRAINT ck_day CHECK (listed >= '2001-02-03')",
  'DROP INDEX idx_symbol',
  'DROP INDEX idx_cap; CREATE INDEX idx_cap ON stocks (cap DESC)',
  'ALTER TABLE stocks DROP CONSTRAINT ck_price',
  'ALTER TABLE stocks RENAME CONSTRAINT ck_price TO ck_paid',
  'ALTER INDEX idx_cap RENAME TO idx_capital',
  'COMMENT ON TABLE stocks IS \'New "stocks"\'',
  'COMMENT ON TABLE stocks IS NULL',
  "COMMENT ON TABLE market_venue IS 'Venues'",
  'CREATE INDEX idx_venue ON market_venue (name)',
  'ALTER TABLE market_venue RENAME TO venues',
  'DROP TABLE market_venue',
  'CREATE TABLE trades (id serial PRIMARY KEY, stock_id integer NOT NULL REFERENCES stocks (id), size integer, CONSTRAINT ck_size CHECK (size > 0)); CREATE INDEX idx_trades ON trades (stock_id)',
];

/** How a file imports and spells what it needs: the text before the classes, and the spelling of a name of models. */
const imports: readonly (readonly [head: string, prefix: string])[] = [
  ['from django.db import models\n', 'models.'],
  ['from django.db import models as m\n', 'm.'],
  ['"""Models."""\nfrom __future__ import annotations\n\nimport django.db.models\n', 'django.db.models.'],
  ['import django.db.models as dm\n', 'dm.'],
  [
    'from django.db.models import (BooleanField, CharField, CheckConstraint, DateField, DecimalField,\n    Index, IntegerField, Model, Q, TextField)\n',
    '',
  ],
  ['# Ours.\nfrom django.contrib.gis.db import models\nfrom django.db.models import Q, F  # noqa\n', 'models.'],
];

/** The Meta of the first class in several layouts. `{}` stands for the prefix. */
const metas: readonly string[] = [
  `
    class Meta:
        db_table = "stocks"
        db_table_comment = "Stocks"
        indexes = [
            {}Index(fields=["symbol"], name="idx_symbol"),  # the list
            # the ranking
            {}Index(fields=["cap"], name="idx_cap"),
        ]
        constraints = [
            {}CheckConstraint(condition={}Q(price__gt=0), name="ck_price"),
        ]
`,
  `
    class Meta:
        constraints = [{}CheckConstraint(condition={}Q(price__gt=0), name="ck_price")]
        indexes = (
            {}Index(fields=["symbol"], name="idx_symbol"),
            {}Index(
                name="idx_cap", fields=("cap",)
            )
        )
        db_table, verbose_name = "stocks", "stock"
        db_table_comment = (
            "Stocks"
        )
`,
  `
    class Meta:
        db_table = "stocks"; db_table_comment = "Stocks"
        indexes = [{}Index(fields=["symbol"], name="idx_symbol"),
                   {}Index(fields=["cap"], name="idx_cap")]
        constraints = [
            {}CheckConstraint(
                condition={}Q(price__gt=0), name="ck_price"
            )]
`,
];

const fields = `
class Stock({}Model):
    symbol = {}CharField(max_length=10)
    name = {}TextField(null=True)
    cap = {}IntegerField(null=True)
    price = {}DecimalField(max_digits=10, decimal_places=2)
    listed = {}DateField()
    is_active = {}BooleanField()
`;

const rest = `
    def __str__(self):
        return self.symbol


class Venue({}Model):
    name = {}CharField(max_length=10)
`;

type Restyle = (text: string) => string;

/** What may be done to the whole text. */
const restyles: readonly Restyle[] = [
  (text) => text,
  (text) => text.replaceAll('"', "'").replaceAll("'''", '"""'),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace(/^( {4})+/gm, (indent) => '\t'.repeat(indent.length / 4)),
  (text) => text.replace(/^( {4})+/gm, (indent) => indent.slice(indent.length / 2)).trimEnd(),
];

/** Lehmer's generator: the same numbers every time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

beforeAll(async () => {
  await Promise.all([loadPostgresParser(), loadPythonParser()]);
});

/** Every combination of changes and styles gives models that agree with the SQL, or is refused with a reason. */
test('seeded changes in seeded styles verify clean', () => {
  const random = numbers(4);
  const pick = <T>(list: readonly T[]): T => list[random.next().value % list.length] as T;
  let refused = 0;
  for (let round = 0; round < 120; round++) {
    const sql = [...new Set([pick(statements), pick(statements), pick(statements)])];
    const changes = changesTo(sql);
    if (changes === null) continue;
    const [head, prefix] = pick(imports);
    const text = pick(restyles)(`${head}\n${(fields + pick(metas) + rest).replaceAll('{}', prefix)}`);
    refused += written(text, sql, changes) ? 0 : 1;
  }
  expect(refused).toBeLessThan(30);
});

/** Null where the statements do not go together. */
function changesTo(sql: readonly string[]): readonly Change[] | null {
  const { changes, problems } = changesOfSql(`${sql.join(';\n')};`, canonicalOf(schema).schema, 'changes.sql');
  return problems.length > 0 ? null : changes;
}

function written(text: string, sql: readonly string[], changes: readonly Change[]): boolean {
  const files = memoryFiles({ 'market/__init__.py': '', 'market/models.py': text });
  const tree: FileTree = { ...files, list: (directory) => listing(directory) };
  const canonical = canonicalOf(`${schema}\n${sql.join(';\n')};`);
  const options = { files: tree, root: '', installed: [], version: '5.2' };
  const { edits, refused } = writeDjangoModels({ ...options, changes, canonical: canonical.schema });
  const about = `${sql.join('\n')}\n${text}`;
  if (refused.length > 0) {
    const expected = refused.map(() => expect.stringMatching(/not plainly written out/));
    expect([about, ...refused.map(({ why }) => why)]).toEqual([about, ...expected]);
    return false;
  }
  const after = EditedTree.over(tree).with(edits);
  const now = after.changed()[0]?.after ?? text;
  expect({ about, now, errors: moduleSyntax(now).errors }).toEqual({ about, now, errors: [] });
  expect({ about, now, findings: findings(canonical, options, after) }).toEqual({ about, now, findings: [] });
  const stray = now.replaceAll('\r\n', '').includes('\n');
  expect({ about, now, mixed: text.includes('\r\n') && stray }).toEqual({ about, now, mixed: false });
  return true;
}

function findings(
  canonical: ReturnType<typeof canonicalOf>,
  options: { root: string; installed: readonly string[]; version: string },
  files: FileTree,
) {
  const reading = readDjangoModels({ ...options, files });
  return judge(canonical, [{ name: 'django', reading, mirror: 'all' }])
    .findings.filter(({ severity }) => severity !== 'tolerated')
    .map(({ message }) => message);
}

function listing(directory: string) {
  if (directory === '' || directory === '.') return [{ name: 'market', kind: 'directory' as const }];
  const names = directory === 'market' ? ['__init__.py', 'models.py'] : [];
  return names.map((name) => ({ name, kind: 'file' as const }));
}

function canonicalOf(sql: string) {
  return readCanonical([new SourceFile('schema.sql', sql)]);
}
