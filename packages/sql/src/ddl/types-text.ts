import {
  type Domain,
  type EnumType,
  isUnreadable,
  objectName,
  type Sequence,
  tableLabel,
} from '@canonical-schema/schema';
import { quoteName, quoteText } from '../expressions/quote';
import { commentLine } from './comment-line';
import { defaultText } from './expression-text';
import { guarded } from './guarded';
import type { Spelling } from './spelling';

/** CREATE TYPE of an enum. */
export function enumText(type: EnumType, spelling: Spelling): string {
  if (isUnreadable(type.labels))
    return commentLine(`type ${tableLabel(type)}: ${unreadLabels(type.labels.unreadable)}`);
  return guarded(`CREATE TYPE ${spelling.name(type)} AS ENUM (${type.labels.map(quoteText).join(', ')})`, spelling);
}

/** Why an enum, and every column of it, cannot be written. */
export function unreadLabels(why: string): string {
  return `its labels could not be read: ${why}`;
}

/** CREATE DOMAIN. */
export function domainText(domain: Domain, spelling: Spelling): string {
  const [only, ...more] = domain.checks;
  const made = objectName(domain.name, null, 'check');
  const checks = domain.checks.map((check) => {
    const isMade = check.name === null || (check === only && more.length === 0 && check.name === made);
    return `${isMade || check.name === null ? '' : `CONSTRAINT ${quoteName(check.name)} `}CHECK (${check.expression})`;
  });
  const clauses = [
    ...(domain.default === null ? [] : [`DEFAULT ${spelling.value(defaultText(domain.default))}`]),
    ...(domain.notNull ? ['NOT NULL'] : []),
    ...checks,
  ];
  return guarded(
    `CREATE DOMAIN ${spelling.name(domain)} AS ${[spelling.type(domain.type), ...clauses].join(' ')}`,
    spelling,
  );
}

/** CREATE SEQUENCE; what owns it does not exist yet. */
export function sequenceText(sequence: Pick<Sequence, 'schema' | 'name'>, spelling: Spelling): string {
  return `CREATE SEQUENCE IF NOT EXISTS ${spelling.name(sequence)};`;
}

/** The statement that gives a sequence to its column. */
export function ownerText(
  sequence: Pick<Sequence, 'schema' | 'name'>,
  owner: NonNullable<Sequence['ownedBy']>,
  spelling: Spelling,
): string {
  const column = `${spelling.name({ schema: owner.schema, name: owner.table })}.${quoteName(owner.column)}`;
  return `ALTER SEQUENCE ${spelling.name(sequence)} OWNED BY ${column};`;
}
