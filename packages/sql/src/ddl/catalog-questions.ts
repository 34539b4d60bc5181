import type { TableRef } from '@canonical-schema/schema';
import { quoteName, quoteText } from '../expressions/quote';

/** The condition under which a table has a constraint of that name; `table` is its name as SQL spells it. */
export function hasConstraint(table: string, name: string): string {
  return `EXISTS (SELECT FROM pg_constraint WHERE conrelid = ${quoteText(table)}::regclass AND conname = ${quoteText(name)})`;
}

/** The same for a domain. */
export function hasDomainConstraint(domain: string, name: string): string {
  return `EXISTS (SELECT FROM pg_constraint WHERE contypid = ${quoteText(domain)}::regtype AND conname = ${quoteText(name)})`;
}

/** The condition under which a table has a column of that name. */
export function hasColumn(table: string, column: string): string {
  return `EXISTS (SELECT FROM pg_attribute WHERE attrelid = ${quoteText(table)}::regclass AND attname = ${quoteText(column)})`;
}

/** The condition under which a column is an identity. */
export function hasIdentity(table: string, column: string): string {
  return `EXISTS (SELECT FROM pg_attribute WHERE attrelid = ${quoteText(table)}::regclass AND attname = ${quoteText(column)} AND attidentity <> '')`;
}

/** The condition under which a table is a partition of another. */
export function isPartition(table: string): string {
  return `EXISTS (SELECT FROM pg_inherits WHERE inhrelid = ${quoteText(table)}::regclass)`;
}

/** The condition under which there is a type of that name. */
export function hasType({ schema, name }: TableRef): string {
  return `EXISTS (SELECT FROM pg_type WHERE typnamespace = ${quoteText(quoteName(schema))}::regnamespace AND typname = ${quoteText(name)})`;
}

/** The condition under which an enum has that label; `type` is its name as SQL spells it. */
export function hasLabel(type: string, label: string): string {
  return `EXISTS (SELECT FROM pg_enum WHERE enumtypid = ${quoteText(type)}::regtype AND enumlabel = ${quoteText(label)})`;
}
