import { type Fact, type ReferentialAction, unreadable } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import type {
  CheckDescription,
  ColumnForeignKey,
  ConstraintDescription,
  ConstraintOptions,
  ForeignKeyOptions,
  ForeignKeyTarget,
  GivenName,
  IndexDescription,
  KeyTerm,
} from '../description';
import { dialectOption } from '../dialects/dialect-option';
import { sqlText } from '../expressions/render-expression';
import { argument, entriesOf, integerOf, isTrue, itemsOf, textFact, textOf, whyNot } from '../facts-of-values';
import { calledName } from '../framework-name';
import type { ReadContext } from '../read-context';

/** The constraint that a call makes; null where it makes none that this table of constructors knows. */
export function readConstraint(call: CallValue, context: ReadContext): ConstraintDescription | null {
  const read = constraintReaders[calledName(call) ?? ''];
  return read === undefined ? null : read(call, context);
}

type ConstraintReader = (call: CallValue, context: ReadContext) => ConstraintDescription;

const constraintReaders: Readonly<Record<string, ConstraintReader>> = {
  PrimaryKeyConstraint: (call) => ({
    kind: 'primary-key',
    keys: call.positional.map(keyTerm),
    ...constraintOptions(call),
  }),
  UniqueConstraint: (call, { dialect }) => ({
    kind: 'unique',
    keys: call.positional.map(keyTerm),
    nullsNotDistinct: isTrue(dialectOption(call.keywords, 'nulls_not_distinct', dialect)),
    include: itemsOf(dialectOption(call.keywords, 'include', dialect)).map(keyTerm),
    ...constraintOptions(call),
  }),
  ForeignKeyConstraint: (call) => ({
    kind: 'foreign-key',
    keys: itemsOf(argument(call, 'columns', 0)).map(keyTerm),
    targets: itemsOf(argument(call, 'refcolumns', 1)).map((target) => foreignKeyTarget(target, call)),
    ...foreignKeyOptions(call, 2),
  }),
  CheckConstraint: (call, context) => ({ kind: 'check', ...readCheck(call, context) }),
  ExcludeConstraint: (call, context) => {
    const classes = entriesOf(call.keywords.get('ops'));
    const where = call.keywords.get('where');
    return {
      kind: 'exclusion',
      using: (textOf(call.keywords.get('using')) ?? 'gist').toLowerCase(),
      elements: call.positional.map((element) => exclusionElement(element, classes)),
      where: where === undefined || where.kind === 'none' ? null : sqlText(where, context),
      ...constraintOptions(call),
    };
  },
};

function exclusionElement(
  element: Value,
  classes: ReadonlyMap<string, Value>,
): { term: KeyTerm; operator: string; opclass: string | null } {
  const [term, operator] = element.kind === 'tuple' || element.kind === 'list' ? element.items : [element];
  const key = term === undefined ? null : textOf(term);
  const opclass = key === null ? null : textOf(classes.get(key));
  return { term: keyTerm(term ?? element), operator: textOf(operator) ?? '=', opclass };
}

/** `CheckConstraint("price > 0", name=…)`. */
export function readCheck(call: CallValue, context: ReadContext): CheckDescription {
  const sql = argument(call, 'sqltext', 0);
  return {
    ...constraintOptions(call, 1),
    sql: sql === null ? () => unreadable('its expression is missing') : sqlText(sql, context),
  };
}

/** `ForeignKey("users.id", ondelete=…)` within a column. */
export function readForeignKey(call: CallValue, _context: ReadContext): ColumnForeignKey {
  const column = argument(call, 'column', 0);
  const missing: ForeignKeyTarget = { kind: 'unread', why: 'its target is missing' };
  return { ...foreignKeyOptions(call), target: column === null ? missing : foreignKeyTarget(column, call) };
}

function foreignKeyTarget(value: Value, call: CallValue): ForeignKeyTarget {
  const text = textOf(value);
  if (text !== null) return { kind: 'string', text, byName: isTrue(call.keywords.get('link_to_name')) };
  return { kind: 'column', value, within: call.place };
}

function foreignKeyOptions(call: CallValue, namePosition?: number): ForeignKeyOptions {
  return {
    ...constraintOptions(call, namePosition),
    onDelete: referentialAction(argument(call, 'ondelete')),
    onUpdate: referentialAction(argument(call, 'onupdate')),
    match: textOf(call.keywords.get('match'))?.toLowerCase() === 'full' ? 'full' : 'simple',
    matchGiven: call.keywords.has('match'),
  };
}

const actions: readonly ReferentialAction[] = ['no action', 'restrict', 'cascade', 'set null', 'set default'];

/** In any case, as SQLAlchemy prints what it is given; `SET NULL (column)` sets some of the columns only. */
function referentialAction(value: Value | null): Fact<ReferentialAction> {
  if (value === null || value.kind === 'none') return 'no action';
  const written = textOf(value)?.trim().replace(/\s+/g, ' ').toLowerCase();
  const action = actions.find((known) => known === written || written?.startsWith(`${known} (`));
  return action ?? unreadable(whyNot(value, 'one of the referential actions'));
}

function constraintOptions(call: CallValue, namePosition?: number): ConstraintOptions {
  const initially = textOf(call.keywords.get('initially'))?.toLowerCase();
  const deferrable = call.keywords.get('deferrable');
  return {
    name: givenName(argument(call, 'name', namePosition)),
    deferrable: isTrue(deferrable) || (deferrable === undefined && initially === 'deferred'),
    initiallyDeferred: initially === 'deferred',
    place: call.place,
  };
}

/** A written name. `conv("…")` and Alembic's `op.f("…")` mark one that no naming convention shall touch. */
export function givenName(value: Value | null): GivenName {
  return {
    text: textFact(value, null),
    final: value?.kind === 'call' && textOf(value) !== null && !isQuotedName(value),
  };
}

function isQuotedName(call: CallValue): boolean {
  return calledName(call) === 'quoted_name';
}

/** A column or expression among the keys of a constraint or index. */
export function keyTerm(value: Value): KeyTerm {
  return { value, place: value.place };
}

/** `Index(name, *keys, unique=…, postgresql_…=…)`. */
export function readIndex(call: CallValue, context: ReadContext): IndexDescription {
  const { dialect } = context;
  const option = (name: string): Value | null => dialectOption(call.keywords, name, dialect);
  const where = option('where');
  const classes = [...entriesOf(option('ops'))].flatMap(([key, value]) => {
    const text = textOf(value);
    return text === null ? [] : [[key, text] as const];
  });
  return {
    name: givenName(call.positional[0] ?? call.keywords.get('name') ?? null),
    unique: isTrue(call.keywords.get('unique')),
    keys: call.positional.slice(1).map(keyTerm),
    using: dialect.ddl.indexMethod(option),
    operatorClasses: new Map(classes),
    include: itemsOf(option('include')).map(keyTerm),
    where: where === null || where.kind === 'none' ? null : sqlText(where, context),
    nullsNotDistinct: isTrue(option('nulls_not_distinct')),
    lengths: prefixLengths(option('length')),
    place: call.place,
  };
}

/** `mysql_length=10`, or `{"name": 10}` by column. */
function prefixLengths(value: Value | null): IndexDescription['lengths'] {
  const lengths = [...entriesOf(value)].flatMap(([key, entry]) => {
    const length = integerOf(entry);
    return length === null ? [] : [[key, length] as const];
  });
  return integerOf(value) ?? (lengths.length === 0 ? null : new Map(lengths));
}
