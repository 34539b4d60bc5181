import type { Answers } from '../../packages/cli/src/change/answers';
import type { RequestedChange } from '../../packages/cli/src/change/plan-request';
import type { ChangeRequest } from '../../packages/sql/src/write';
import type { Roles } from './tables';

/** One change of a seeded workspace. */
export interface Step {
  readonly says: string;
  readonly change: RequestedChange;
  readonly answers: Answers;
  /** Names that the lines that go are about. */
  readonly about: readonly string[];
}

type Names = Roles & { readonly app: string };

interface Written {
  readonly says: string;
  readonly requests?: (names: Names) => readonly ChangeRequest[];
  readonly sql?: (names: Names) => string;
  readonly answers?: (names: Names) => Answers;
  readonly about: (names: Names) => readonly string[];
}

const nothing = () => [];

/** What may be done in any order, since no two of them are about the same thing. */
const independent: readonly Written[] = [
  {
    says: 'add-table',
    requests: ({ parent }) => [
      {
        ...{ kind: 'add-table', table: 'awards', key: 'identity', comment: 'What was won' },
        columns: [
          'title:varchar(80):not-null',
          'won_on:date',
          `winner_id:references=${parent}.id:on-delete=cascade:not-null:index`,
        ],
        ...{ unique: ['title,won_on'], index: ['won_on desc'] },
      },
    ],
    answers: ({ app }) => ({ app: [app] }),
    about: nothing,
  },
  {
    says: 'add-table with columns of many types',
    requests: () => [
      {
        ...{ kind: 'add-table', table: 'readings', key: 'identity' },
        columns: [
          'taken_at:timestamptz:not-null:default=now()',
          'value:numeric(10,3):not-null:check=value >= 0',
          'is_valid:boolean:not-null:default=true',
          'tags:jsonb',
          'token:uuid:unique',
          'remark:text',
        ],
      },
    ],
    answers: ({ app }) => ({ app: [app] }),
    about: nothing,
  },
  {
    says: 'add-column of text',
    requests: ({ other }) => [
      { kind: 'add-column', table: other, column: 'remark', type: 'varchar(50)', comment: 'Free words' },
    ],
    about: nothing,
  },
  {
    says: 'add-column that is NOT NULL with a default',
    requests: ({ other }) => [
      { kind: 'add-column', table: other, column: 'attempts', type: 'integer', notNull: true, default: '0' },
    ],
    about: nothing,
  },
  {
    says: 'add-column with a check',
    requests: ({ parent }) => [
      { kind: 'add-column', table: parent, column: 'rating', type: 'numeric(4,2)', check: 'rating >= 0' },
    ],
    about: nothing,
  },
  {
    says: 'add-column with an index',
    requests: ({ leaf }) => [{ kind: 'add-column', table: leaf, column: 'rank', type: 'bigint', index: true }],
    about: nothing,
  },
  {
    says: 'add-column that is unique',
    requests: ({ child }) => [
      { kind: 'add-column', table: child, column: 'serial_no', type: 'varchar(20)', unique: true },
    ],
    about: nothing,
  },
  {
    says: 'add-column that references',
    requests: ({ other, child }) => [
      {
        kind: 'add-column',
        table: other,
        column: 'thing_id',
        references: `${child}.id`,
        onDelete: 'set null',
        index: true,
      },
    ],
    about: nothing,
  },
  {
    says: 'add-column of the moment',
    requests: ({ parent }) => [
      { kind: 'add-column', table: parent, column: 'added_at', type: 'timestamptz', notNull: true, default: 'now()' },
    ],
    about: nothing,
  },
  {
    says: 'add-column of a truth',
    requests: ({ child }) => [
      { kind: 'add-column', table: child, column: 'is_new', type: 'boolean', notNull: true, default: 'true' },
    ],
    about: nothing,
  },
  {
    says: 'add-column that rows have to be filled in',
    requests: ({ child }) => [{ kind: 'add-column', table: child, column: 'owner_name', type: 'text', notNull: true }],
    answers: ({ child }) => ({ fill: [`${child}.owner_name=''`] }),
    about: nothing,
  },
  {
    says: 'add-column of json',
    requests: ({ leaf }) => [
      { kind: 'add-column', table: leaf, column: 'extra', type: 'jsonb', notNull: true, default: "'{}'" },
    ],
    about: nothing,
  },
  {
    says: 'add-index',
    requests: ({ other, amount }) => [{ kind: 'add-index', table: other, columns: [amount] }],
    about: nothing,
  },
  {
    says: 'add-index over several columns',
    requests: ({ child, grown, relaxed }) => [{ kind: 'add-index', table: child, columns: [grown, `${relaxed} desc`] }],
    about: nothing,
  },
  {
    says: 'add-index that is unique and partial',
    requests: ({ parent }) => [
      { kind: 'add-index', table: parent, columns: ['contact'], unique: true, where: 'founded_on is not null' },
    ],
    about: nothing,
  },
  {
    says: 'add-index over an expression',
    requests: ({ parent }) => [
      { kind: 'add-index', table: parent, columns: ['lower(name)'], indexName: 'idx_parent_lower_name' },
    ],
    about: nothing,
  },
  {
    says: 'add-constraint of uniqueness',
    requests: ({ other, code, amount }) => [{ kind: 'add-constraint', table: other, unique: [code, amount] }],
    about: nothing,
  },
  {
    says: 'add-constraint of a condition',
    requests: ({ leaf }) => [
      { kind: 'add-constraint', table: leaf, check: 'place between 1 and 90', constraintName: 'ck_place' },
    ],
    about: nothing,
  },
  {
    says: 'add-constraint of a reference',
    requests: ({ other, parent, loose }) => [
      { kind: 'add-constraint', table: other, columns: [loose], references: `${parent}.id`, onDelete: 'cascade' },
    ],
    about: ({ loose }) => [loose],
  },
  {
    says: 'alter-column to a longer text',
    requests: ({ child, widened }) => [{ kind: 'alter-column', table: child, column: widened, type: 'varchar(90)' }],
    about: ({ widened }) => [widened],
  },
  {
    says: 'alter-column to a larger number',
    requests: ({ child, grown }) => [{ kind: 'alter-column', table: child, column: grown, type: 'bigint' }],
    about: ({ grown }) => [grown],
  },
  {
    says: 'alter-column to more digits',
    requests: ({ child, refined }) => [{ kind: 'alter-column', table: child, column: refined, type: 'numeric(12,4)' }],
    about: ({ refined }) => [refined],
  },
  {
    says: 'alter-column to NOT NULL',
    requests: ({ child, required }) => [{ kind: 'alter-column', table: child, column: required, notNull: true }],
    answers: ({ child, required }) => ({ fill: [`${child}.${required}`] }),
    about: ({ required }) => [required],
  },
  {
    says: 'alter-column to NULL',
    requests: ({ child, relaxed }) => [{ kind: 'alter-column', table: child, column: relaxed, nullable: true }],
    about: ({ relaxed }) => [relaxed],
  },
  {
    says: 'alter-column to another default',
    requests: ({ child, defaulted }) => [{ kind: 'alter-column', table: child, column: defaulted, default: '7' }],
    about: ({ defaulted }) => [defaulted],
  },
  {
    says: 'alter-column to a default',
    requests: ({ child, switched }) => [{ kind: 'alter-column', table: child, column: switched, default: 'false' }],
    about: ({ switched }) => [switched],
  },
  {
    says: 'alter-column to another comment',
    requests: ({ other }) => [
      { kind: 'alter-column', table: other, column: 'paid_at', comment: "The cashier's moment" },
    ],
    about: () => ['paid_at'],
  },
  {
    says: 'change file that widens, fills and indexes one table',
    sql: ({ leaf }) => `ALTER TABLE ${leaf} ALTER COLUMN body TYPE varchar(500);
ALTER TABLE ${leaf} ADD COLUMN seen_on date, ADD COLUMN seen_by varchar(30) NOT NULL DEFAULT 'nobody';
CREATE INDEX idx_seen ON ${leaf} (seen_on, seen_by);
COMMENT ON COLUMN ${leaf}.seen_by IS 'Whoever it was';
`,
    about: () => ['body'],
  },
  {
    says: 'change file with a new table and a reference to it',
    sql: ({ other }) => `CREATE TABLE rooms (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    name varchar(40) NOT NULL,
    CONSTRAINT uq_rooms_name UNIQUE (name)
);
ALTER TABLE ${other} ADD COLUMN room_id bigint REFERENCES rooms (id) ON DELETE SET NULL;
CREATE INDEX idx_other_room ON ${other} (room_id);
`,
    answers: ({ app }) => ({ app: [app] }),
    about: nothing,
  },
  {
    says: 'rename-column',
    requests: ({ child, renamed }) => [{ kind: 'rename-column', table: child, column: renamed, to: 'synopsis' }],
    about: ({ renamed }) => [renamed],
  },
  {
    says: 'rename-column in an index, a key and a check',
    requests: ({ child, ruled }) => [{ kind: 'rename-column', table: child, column: ruled, to: 'standing' }],
    about: ({ ruled }) => [ruled],
  },
  {
    says: 'drop-column',
    requests: ({ child, dropped }) => [{ kind: 'drop-column', table: child, column: dropped }],
    about: ({ dropped }) => [dropped],
  },
  {
    says: 'drop-column with its index',
    requests: ({ child, droppedWithIndex }) => [{ kind: 'drop-column', table: child, column: droppedWithIndex }],
    about: ({ droppedWithIndex }) => [droppedWithIndex],
  },
  {
    says: 'drop-index',
    requests: ({ short, indexed }) => [{ kind: 'drop-index', index: `idx_${short}_${indexed}` }],
    about: ({ short, indexed }) => [`idx_${short}_${indexed}`],
  },
];

/** What comes after all of them: it takes away, or renames, what they were about. */
const last: readonly Written[] = [
  {
    says: 'alter-column to no default',
    requests: ({ child, defaulted }) => [{ kind: 'alter-column', table: child, column: defaulted, default: null }],
    about: ({ defaulted }) => [defaulted],
  },
  {
    says: 'rename-table',
    requests: ({ parent }) => [{ kind: 'rename-table', table: parent, to: 'partners' }],
    about: ({ parent, parentNoun }) => [parent, parentNoun],
  },
  {
    says: 'change file that drops, renames and adds',
    sql: ({ other, code, amount }) => `ALTER TABLE ${other} DROP COLUMN details;
ALTER TABLE ${other} RENAME COLUMN ${amount} TO quantity;
ALTER TABLE ${other} ALTER COLUMN ${code} TYPE varchar(64);
ALTER TABLE ${other} ADD COLUMN details_url varchar(200);
`,
    about: ({ code, amount }) => ['details', code, amount],
  },
  {
    says: 'drop-table',
    requests: ({ spare }) => [{ kind: 'drop-table', table: spare }],
    about: ({ spare }) => [spare, 'shift', 'starts_on', 'hours'],
  },
];

/** Every change that a workspace with these names goes through; `first` have no order, `last` come after them. */
export function stepsFor(
  roles: Roles,
  app: string,
): { readonly first: readonly Step[]; readonly last: readonly Step[] } {
  const names = { ...roles, app };
  return { first: independent.map((each) => stepOf(each, names)), last: last.map((each) => stepOf(each, names)) };
}

function stepOf({ says, requests, sql, answers, about }: Written, names: Names): Step {
  const change: RequestedChange =
    sql === undefined
      ? { kind: 'requests', requests: requests?.(names) ?? [] }
      : { kind: 'file', path: 'changes.sql', sql: sql(names) };
  return { says, change, answers: answers?.(names) ?? {}, about: about(names) };
}
