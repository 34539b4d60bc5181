import { type Domain, tableLabel } from '@canonical-schema/schema';
import { hasDomainConstraint, hasLabel, hasType } from '../ddl/catalog-questions';
import { checkText, constraintText } from '../ddl/constraint-text';
import { defaultText } from '../ddl/expression-text';
import { askedFirst } from '../ddl/guarded';
import { ownerText, sequenceText } from '../ddl/types-text';
import { quoteName, quoteText } from '../expressions/quote';
import type { Before, ChangeOf, Statements } from './outcome';

/** ALTER TYPE … ADD VALUE. */
export function addLabelStatements(
  { enum: type, label, position }: ChangeOf<'add-enum-label'>,
  { around }: Before,
): Statements {
  const where = position === null ? '' : ` ${position.side.toUpperCase()} ${quoteText(position.label)}`;
  return [`ALTER TYPE ${around.spelling.name(type)} ADD VALUE IF NOT EXISTS ${quoteText(label)}${where};`];
}

/** RENAME VALUE, in a block that asks whether the old label is there. */
export function renameLabelStatements(
  { enum: type, label, to }: ChangeOf<'rename-enum-label'>,
  { around: { spelling } }: Before,
): Statements {
  const name = spelling.name(type);
  const statement = `ALTER TYPE ${name} RENAME VALUE ${quoteText(label)} TO ${quoteText(to)}`;
  return [askedFirst(hasLabel(name, label), [statement], spelling)];
}

/** Another name or schema of an enum, in a block that asks whether it has its old one. */
export function renameEnumStatements(
  { enum: type, to }: ChangeOf<'rename-enum'>,
  { around: { spelling } }: Before,
): Statements {
  return moves('TYPE', type, to, spelling).map((statement) => askedFirst(hasType(type), [statement], spelling));
}

type Name = Parameters<Before['around']['spelling']['name']>[0];

/** `RENAME TO` where the name changes, `SET SCHEMA` where the schema does. */
export function moves(kind: string, from: Name, to: Name, spelling: Before['around']['spelling']): string[] {
  const renamed = { schema: from.schema, name: to.name };
  return [
    ...(from.name === to.name ? [] : [`ALTER ${kind} ${spelling.name(from)} RENAME TO ${quoteName(to.name)}`]),
    ...(from.schema === to.schema
      ? []
      : [`ALTER ${kind} ${spelling.name(renamed)} SET SCHEMA ${quoteName(to.schema)}`]),
  ];
}

/** ALTER DOMAIN for each part that differs. A domain's type cannot change. */
export function alterDomainStatements(
  { domain, to }: ChangeOf<'alter-domain'>,
  { catalog, around: { spelling } }: Before,
): Statements {
  const old = catalog.domain(domain);
  if (old === null) return { why: `The domain ${tableLabel(domain)} does not exist.`, remedy: 'Correct the name.' };
  if (old.type !== to.type) {
    return {
      why: `PostgreSQL cannot change the type of the domain ${tableLabel(domain)} from ${old.type} to ${to.type}.`,
      remedy: 'Make a new domain, give it to the columns, and drop the old one.',
    };
  }
  const head = `ALTER DOMAIN ${spelling.name(domain)}`;
  const value = to.default === null ? 'DROP DEFAULT' : `SET DEFAULT ${spelling.value(defaultText(to.default))}`;
  return [
    ...(old.default === to.default ? [] : [`${head} ${value};`]),
    ...(old.notNull === to.notNull ? [] : [`${head} ${to.notNull ? 'SET' : 'DROP'} NOT NULL;`]),
    ...checkStatements(old, to, head, spelling),
    ...moves('DOMAIN', domain, to, spelling).map((statement) => askedFirst(hasType(domain), [statement], spelling)),
  ];
}

function checkStatements(old: Domain, to: Domain, head: string, spelling: Before['around']['spelling']): string[] {
  const key = (check: Domain['checks'][number]): string => JSON.stringify(check);
  const [before, after] = [old, to].map(({ checks }) => new Set(checks.map(key)));
  const gone = old.checks.filter((check) => !after?.has(key(check)));
  const come = to.checks.filter((check) => !before?.has(key(check)));
  return [
    ...gone.flatMap(({ name }) => (name === null ? [] : [`${head} DROP CONSTRAINT IF EXISTS ${quoteName(name)};`])),
    ...come.map(({ name, expression }) => {
      const written = name ?? `${to.name}_check`;
      const isThere = hasDomainConstraint(spelling.name(old), written);
      return askedFirst(
        `NOT ${isThere}`,
        [`${head} ADD ${constraintText(written, checkText(expression), spelling.language)}`],
        spelling,
      );
    }),
  ];
}

/** CREATE SEQUENCE, and its owner. */
export function addSequenceStatements(
  { sequence }: ChangeOf<'add-sequence'>,
  { around: { spelling } }: Before,
): Statements {
  const { ownedBy } = sequence;
  return [sequenceText(sequence, spelling), ...(ownedBy === null ? [] : [ownerText(sequence, ownedBy, spelling)])];
}

/** Another name, schema or owner of a sequence. */
export function alterSequenceStatements({ sequence, to }: ChangeOf<'alter-sequence'>, before: Before): Statements {
  const { spelling } = before.around;
  const old = before.catalog.sequence(sequence);
  const isOwnedAlike = JSON.stringify(old?.ownedBy ?? null) === JSON.stringify(to.ownedBy);
  const owner =
    to.ownedBy === null ? `ALTER SEQUENCE ${spelling.name(to)} OWNED BY NONE;` : ownerText(to, to.ownedBy, spelling);
  return [
    ...moves('SEQUENCE IF EXISTS', sequence, to, spelling).map((statement) => `${statement};`),
    ...(isOwnedAlike ? [] : [owner]),
  ];
}

/** How DROP names listed objects. Functions and their like go by their arguments, which nobody keeps. */
const droppedKinds: Readonly<Record<string, string>> = {
  view: 'VIEW',
  'materialized view': 'MATERIALIZED VIEW',
  'foreign table': 'FOREIGN TABLE',
  partition: 'TABLE',
  type: 'TYPE',
  collation: 'COLLATION',
  statistics: 'STATISTICS',
  extension: 'EXTENSION',
  'event trigger': 'EVENT TRIGGER',
  publication: 'PUBLICATION',
  server: 'SERVER',
  trigger: 'TRIGGER',
  policy: 'POLICY',
  rule: 'RULE',
};

/** DROP of a listed object. */
export function dropOtherStatements({ other }: ChangeOf<'drop-other'>, { around: { spelling } }: Before): Statements {
  const { kind, schema, name, table } = other;
  const word = droppedKinds[kind];
  if (word === undefined) {
    return { why: `The ${kind} ${name} is known by its name alone.`, remedy: 'Take it out of the SQL file by hand.' };
  }
  const own = schema === null || table !== undefined ? quoteName(name) : spelling.name({ schema, name });
  const on = table === undefined ? '' : ` ON ${spelling.name({ schema: schema ?? 'public', name: table })}`;
  return [`DROP ${word} IF EXISTS ${own}${on};`];
}

/** An extension is its name; of other listed objects nothing else is known. */
export function addOtherStatements({ other: { kind, name } }: ChangeOf<'add-other'>): Statements {
  if (kind === 'extension') return [`CREATE EXTENSION IF NOT EXISTS ${quoteName(name)};`];
  return { why: `The ${kind} ${name} is known by its name alone.`, remedy: 'Write it into the SQL file by hand.' };
}
