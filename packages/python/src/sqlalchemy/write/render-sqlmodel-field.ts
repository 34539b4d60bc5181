import type { Code } from '../../edits/code';
import { callCode } from '../../edits/code';
import { readType } from '../types/read-type';
import { typeCall } from '../types/type-call';
import type { ColumnIntent } from './column-intent';
import { type ColumnParts, type ColumnSite, columnCall, columnParts, explicitName } from './column-parts';
import { pythonName } from './imported-name';
import { renderForeignKey } from './render-foreign-key';
import { nullableAnnotation, type RenderedType } from './render-type';

/** `name: str = Field(...)`, as far as a Field can say it; else with its Column inside. */
export function sqlModelField(intent: ColumnIntent, attribute: string, parts: ColumnParts, site: ColumnSite): Code {
  const { scribe } = site;
  const { column, key } = intent;
  const isNullable = column.nullable !== false || (key !== 'none' && column.identity !== null);
  const python = isNullable ? nullableAnnotation(parts.type.python(), scribe) : parts.type.python();
  const field = fieldKeywords(intent, attribute, parts.type, site) ?? columnKeywords(intent, attribute, site);
  const args: Code[] = [...(isNullable ? ['default=None'] : []), ...field];
  if (args.length === 0) return `${attribute}: ${python}`;
  return callCode(`${attribute}: ${python} = ${scribe.name(pythonName('sqlmodel', 'Field'))}`, args);
}

/** Null where the column needs more than a Field's own arguments. */
function fieldKeywords(
  intent: ColumnIntent,
  attribute: string,
  rendered: RenderedType,
  site: ColumnSite,
): readonly string[] | null {
  const { column, key, foreignKey, unique, index } = intent;
  const isPlain =
    column.name === attribute &&
    column.default === null &&
    column.generated === null &&
    column.comment === null &&
    column.collation === null &&
    (column.identity === null
      ? key !== 'alone' || !site.scribe.context.dialect.types.isInteger(String(column.type))
      : site.scribe.dialect.countsUp(column.identity) && key === 'alone');
  const type = isPlain && typeof column.type === 'string' ? fieldType(column.type, rendered, site) : null;
  if (type === null) return null;
  const reference = foreignKey === null ? [] : fieldReference(foreignKey, site);
  if (reference === null) return null;
  return [
    ...(key === 'none' ? [] : ['primary_key=True']),
    ...reference,
    ...(unique ? ['unique=True'] : []),
    ...(index ? ['index=True'] : []),
    ...type,
  ];
}

/** Types that SQLModel makes of the annotation; `timestamp` depends on its version. */
const fieldTypes: ReadonlySet<string> = new Set([
  'integer',
  'double precision',
  'boolean',
  'character varying',
  'bytea',
  'uuid',
  'date',
  'time without time zone',
  'interval',
]);

function fieldType(type: string, rendered: RenderedType, { scribe }: ColumnSite): readonly string[] | null {
  if (fieldTypes.has(type)) return [];
  const length = /^character varying\((\d+)\)$/.exec(type)?.[1];
  if (length !== undefined) return [`max_length=${length}`];
  const digits = /^numeric\((\d+),(\d+)\)$/.exec(type);
  if (digits !== null) return [`max_digits=${digits[1]}`, `decimal_places=${digits[2]}`];
  const dateTime = readType(typeCall(scribe.context.sqlModelDateTime, {}), scribe.context);
  if (dateTime.kind === 'plain' && dateTime.text === type) return [];
  // A class is what the argument takes by its type.
  const sql = rendered.sql();
  return sql.endsWith(')') ? null : [`sa_type=${sql}`];
}

function fieldReference(
  foreignKey: NonNullable<ColumnIntent['foreignKey']>,
  site: ColumnSite,
): readonly string[] | null {
  const plain = plainReference(renderForeignKey(foreignKey, site.table, site.target(foreignKey), site.scribe));
  if (plain === null) return null;
  return [`foreign_key=${plain.target}`, ...(plain.ondelete === null ? [] : [`ondelete=${plain.ondelete}`])];
}

/** The arguments of a `ForeignKey(...)` that says no more than a Field can. */
export function plainReference(written: string): { readonly target: string; readonly ondelete: string | null } | null {
  const plain = /^[\w.]+\((['"][\w.]+['"])(?:, ondelete=(['"](?:CASCADE|SET NULL|RESTRICT)['"]))?\)$/i.exec(written);
  return plain === null ? null : { target: plain[1] ?? '', ondelete: plain[2] ?? null };
}

function columnKeywords(intent: ColumnIntent, attribute: string, site: ColumnSite): readonly Code[] {
  const within: ColumnSite = { ...site, form: 'column' };
  const parts = columnParts(intent, within);
  return 'unwritable' in parts
    ? []
    : [columnCall('sa_column=', explicitName(intent, attribute), parts, within, intent)];
}
