import type { Check, Exclusion, ForeignKey, PrimaryKey, ReferentialAction, Unique } from '@canonical-schema/schema';
import type { DdlLanguage } from './ddl-language';
import type { Spelling } from './spelling';

/** The text after ADD, or between the brackets of CREATE TABLE: `CONSTRAINT name …`, the name left out where it is null. */
export function constraintText(name: string | null, definition: string, language: DdlLanguage): string {
  return name === null ? definition : `CONSTRAINT ${language.quoteName(name)} ${definition}`;
}

/** `a, b` as SQL must spell them. */
export function columnList(columns: readonly string[], { quoteName }: DdlLanguage): string {
  return columns.map((name) => quoteName(name)).join(', ');
}

/** `PRIMARY KEY (id)`. */
export function primaryKeyText({ columns }: PrimaryKey, language: DdlLanguage): string {
  return `PRIMARY KEY (${columnList(columns, language)})`;
}

/** `UNIQUE (symbol)`, with every clause. */
export function uniqueText(unique: Unique, language: DdlLanguage): string {
  return [
    `UNIQUE${unique.nullsNotDistinct ? ' NULLS NOT DISTINCT' : ''} (${columnList(unique.columns, language)})`,
    ...(unique.include.length === 0 ? [] : [`INCLUDE (${columnList(unique.include, language)})`]),
    ...deferrableText(unique),
  ].join(' ');
}

/** `FOREIGN KEY (stock_id) REFERENCES stocks (id)`, with every clause. */
export function foreignKeyText(key: ForeignKey, spelling: Spelling): string {
  return `FOREIGN KEY (${columnList(key.columns, spelling.language)}) ${referencesText(key, spelling)}`;
}

/** `REFERENCES stocks (id)`, with every clause: a foreign key behind its column. */
export function referencesText(key: ForeignKey, spelling: Spelling): string {
  const { schema, table, columns } = key.references;
  return [
    `REFERENCES ${spelling.name({ schema, name: table })}${spelling.beforeBracket}(${columnList(columns, spelling.language)})`,
    ...(key.match === 'full' ? ['MATCH FULL'] : []),
    ...actionText('ON DELETE', key.onDelete),
    ...actionText('ON UPDATE', key.onUpdate),
    ...deferrableText(key),
  ].join(' ');
}

/** `CHECK (price > 0)`. */
export function checkText(expression: Extract<Check['expression'], string>): string {
  return `CHECK (${expression})`;
}

/** `EXCLUDE USING gist (…)`. */
export function exclusionText(definition: Extract<Exclusion['definition'], string>): string {
  return `EXCLUDE ${definition}`;
}

function actionText(event: string, action: ReferentialAction): string[] {
  return action === 'no action' ? [] : [`${event} ${action.toUpperCase()}`];
}

function deferrableText({ deferrable, initiallyDeferred }: Pick<Unique, 'deferrable' | 'initiallyDeferred'>): string[] {
  if (!deferrable) return [];
  return [initiallyDeferred ? 'DEFERRABLE INITIALLY DEFERRED' : 'DEFERRABLE'];
}
