import type { Column } from '@canonical-schema/schema';
import { type Code, callCode } from '../../edits/code';
import type { ColumnIntent } from './column-intent';
import {
  type ColumnParts,
  type ColumnSite,
  columnCall,
  columnParts,
  explicitName,
  isTypeLeftOut,
  keywordText,
} from './column-parts';
import { ofOrm } from './imported-name';
import { sqlModelField } from './render-sqlmodel-field';
import { nullableAnnotation, type RenderedType, typeExpression } from './render-type';
import type { Scribe } from './scribe';
import type { Unwritable } from './unwritable';

/** The statement (or, in a `Table(...)`, the argument) of a column; a reason where SQLAlchemy cannot say it. */
export function renderColumn(intent: ColumnIntent, attribute: string, site: ColumnSite): Code | Unwritable {
  const parts = columnParts(intent, site);
  if ('unwritable' in parts) return parts;
  switch (site.form) {
    case 'core':
      return columnCall('', intent.column.name, parts, site, intent);
    case 'column':
      return columnCall(`${attribute} = `, explicitName(intent, attribute), parts, site, intent);
    case 'mapped':
      return mappedColumn(intent, attribute, parts, site);
    case 'sqlmodel':
      return sqlModelField(intent, attribute, parts, site);
  }
}

function mappedColumn(intent: ColumnIntent, attribute: string, parts: ColumnParts, site: ColumnSite): Code {
  const { scribe } = site;
  const { column } = intent;
  const isNullable = column.nullable !== false && intent.key === 'none' && column.identity === null;
  const python = isNullable ? nullableAnnotation(parts.type.python(), scribe) : parts.type.python();
  const target = annotationTarget(attribute, python, scribe);
  const name = explicitName(intent, attribute);
  const isPlain = isMappedByItself(parts.type, column.type, site) && leavesTypesOut(scribe);
  const args = [
    ...(name === null ? [] : [scribe.quoted(name)]),
    ...(isPlain || isTypeLeftOut(intent, site) ? [] : [parts.type.sql()]),
    ...parts.items,
    ...parts.keywords.map(keywordText),
    ...(site.isDataclass ? dataclassKeywords(intent) : []),
  ];
  if (args.length === 0 && isBareAnnotationUsual(scribe)) return target;
  return callCode(`${target} = ${scribe.name(ofOrm('mapped_column'))}`, args);
}

function annotationTarget(attribute: string, python: string, scribe: Scribe): string {
  return `${attribute}: ${scribe.name(ofOrm('Mapped'))}[${python}]`;
}

function isMappedByItself({ plain }: RenderedType, type: Column['type'], { mapped }: ColumnSite): boolean {
  return plain !== null && mapped(plain) === type;
}

function leavesTypesOut({ habits }: Scribe): boolean {
  const leaves = habits.prevailing((column) => {
    if (column.form !== 'mapped' || column.column.foreignKeys.length > 0) return null;
    const isTelling = typeof column.emitted.type === 'string' && simpleTypes.has(column.emitted.type);
    return isTelling ? typeExpression(column) === null : null;
  });
  return leaves !== false;
}

/** Types that an annotation alone gives. */
const simpleTypes: ReadonlySet<string> = new Set([
  'integer',
  'character varying',
  'boolean',
  'double precision',
  'date',
]);

function isBareAnnotationUsual({ habits }: Scribe): boolean {
  const isBare = habits.prevailing(({ form, call }) => {
    if (form !== 'mapped' || (call !== null && call.args.length > 0)) return null;
    return call === null;
  });
  return isBare === true;
}

/** What keeps the order of a dataclass's arguments possible: those with a default come last. */
function dataclassKeywords({ column, key }: ColumnIntent): readonly string[] {
  if (key !== 'none' || column.identity !== null || column.generated !== null) return ['init=False'];
  if (column.nullable !== false) return ['default=None'];
  return column.default === null ? ['kw_only=True'] : ['init=False'];
}
