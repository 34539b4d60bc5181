import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A way to change the meaning of one line of SQL, and the codes that say so. */
interface Mutation {
  readonly says: string;
  readonly of: RegExp;
  readonly to: string;
  readonly codes: readonly string[];
}

const typed = ['column-type'];
const defaulted = ['default', 'python-side-default'];
const bounded = ['check-definition', 'missing-check', 'extra-check'];
const mutations: readonly Mutation[] = [
  { says: 'a longer text', of: /(varchar|character varying)\((\d)/i, to: '$1(9$2', codes: typed },
  { says: 'another scale', of: /(numeric|decimal)\((\d+), ?\d+\)/i, to: '$1($2, 1)', codes: typed },
  { says: 'no time zone', of: /timestamptz|timestamp with time zone/i, to: 'timestamp', codes: typed },
  { says: 'json for jsonb', of: /jsonb(?= NOT)/i, to: 'json', codes: typed },
  // Keys imply NOT NULL.
  { says: 'NULL allowed', of: /(?<!^ +(?:id|code) .*) not null(?!.*key)/i, to: '', codes: ['nullability'] },
  { says: 'another truth', of: /default true/i, to: 'default false', codes: defaulted },
  { says: 'another number', of: /default 0/i, to: 'default 8', codes: defaulted },
  { says: 'another ON DELETE', of: /on delete cascade/i, to: 'ON DELETE SET NULL', codes: ['on-delete'] },
  { says: 'another direction', of: /^(create index.*) desc/i, to: '$1', codes: ['index-definition'] },
  {
    says: 'another bound',
    of: /check \((\w+) >= 0/i,
    to: 'check ($1 >= 5',
    codes: bounded,
  },
];

const cases = join(__dirname, 'verify-cases');
const folders = [
  'a-blog-with-identity-keys-and-enum-types',
  'a-shop-in-serial-keys-and-inline-references',
  'bookings-with-constraints-added-after-the-tables',
];
const path = 'schema.sql';
const options = { canonical: path, django: ['django_app'], sqlalchemy: ['database'] };

describe.each(folders)('%s', (folder) => {
  const text = readFileSync(join(cases, folder, path), 'utf8');
  const edits = sampled(editsOf(text), 12);
  const [before = [], ...answers] = findingsAfter(
    folder,
    edits.map(({ replace }) => [{ path, find: text, replace }]),
  );
  const known = new Set(before.map(keyOf));

  test.each(edits.map((edit, at) => [`line ${edit.line}: ${edit.says}`, edit, answers[at] ?? []] as const))(
    '%s',
    (_, { line, codes }, findings) => {
      const fresh = findings.filter((found) => found.severity !== 'tolerated' && !known.has(keyOf(found)));
      expect(fresh.map(({ code }) => code).filter((code) => !codes.includes(code))).toEqual([]);
      expect(fresh.flatMap(({ places }) => places)).toContainEqual(expect.objectContaining({ path, line }));
    },
  );
});

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly departs: string;
  readonly subject: unknown;
  readonly places: readonly { readonly path: string; readonly line: number }[];
}

function keyOf({ code, departs, subject }: Found): string {
  return JSON.stringify([code, departs, subject]);
}

/** Every mutation of every line that it applies to. */
function editsOf(text: string) {
  const lines = text.split('\n');
  return lines.flatMap((line, at) =>
    mutations
      .filter(({ of }) => of.test(line))
      .map(({ says, of, to, codes }) => {
        const replace = lines.with(at, line.replace(of, to)).join('\n');
        return { says, codes, line: at + 1, replace };
      }),
  );
}

/** Some items, chosen by a generator that starts from one seed: the same on every machine, spread over the list. */
function sampled<T>(items: readonly T[], count: number): readonly T[] {
  let state = 7;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state;
  };
  const ordered = items.map((item) => ({ item, order: random() })).sort((a, b) => a.order - b.order);
  return ordered.slice(0, count).map(({ item }) => item);
}

function findingsAfter(folder: string, edits: readonly unknown[]): readonly (readonly Found[])[] {
  const root = mkdtempSync(join(tmpdir(), 'canonical-schema-seeded-'));
  cpSync(join(cases, folder), root, { recursive: true });
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'nx', 'judge-edits.cjs')], {
    input: JSON.stringify({ root, options, edits: [[], ...edits] }),
    encoding: 'utf8',
    cwd: resolve(__dirname, '..'),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
