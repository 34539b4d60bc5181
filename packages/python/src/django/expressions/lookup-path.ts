import { isUnreadable } from '@canonical-schema/schema';
import type { ExpressionModel } from './expression-model';
import { looked, lookupNamed, type RightSide } from './lookups';
import { NotRendered, type Rendered } from './rendered';
import { transformed } from './transforms';

/** A field's column as an expression. */
export function columnOf(path: string, model: ExpressionModel): Rendered {
  const [name = '', ...rest] = path.split('__');
  const found = model.column(name);
  if (found === null) throw new NotRendered(`the model has no field "${name}" with a column`);
  const type = isUnreadable(found.type) ? undefined : found.type;
  const sql = model.vendor.literals.name(found.column);
  const column: Rendered = found.nullable ? { sql, type, nullableColumn: sql } : { sql, type };
  return rest.reduce((of, part) => through(of, part, model), column);
}

function through(of: Rendered, part: string, model: ExpressionModel): Rendered {
  const { nullableColumn: _, ...plain } = transformed(of, part, model) ?? unknownStep(part, of);
  return plain;
}

function unknownStep(part: string, of: Rendered): never {
  const why = of.type === undefined ? ', since its type could not be read' : '';
  throw new NotRendered(`"${part}" is no lookup or transform known here${why}`);
}

/** What a lookup's keyword asks: the condition, and the nullable column that it is about. */
export interface Filtered {
  readonly condition: Rendered;
  readonly lookup: string;
  readonly column: Rendered;
}

/** `price__gte=0`: the field, transforms, and at the end a lookup, `exact` where none is named. */
export function filtered(keyword: string, rhs: RightSide, model: ExpressionModel): Filtered {
  const [field = '', ...steps] = keyword.split('__');
  const column = columnOf(field, model);
  const last = steps.at(-1) ?? 'exact';
  const before = steps.slice(0, -1).reduce((of, part) => through(of, part, model), column);
  const named = lookupNamed(last, before) !== null;
  const lhs = named ? before : through(before, last, model);
  const lookup = named ? last : 'exact';
  const isNone = rhs.kind === 'constant' && rhs.value.kind === 'none';
  const isJsonNull = lookup === 'exact' && lhs.type === 'jsonb';
  if (isNone && !isJsonNull) return { condition: nullCheck(lookup, lhs, rhs, model), lookup: 'isnull', column };
  return { condition: looked(lookup, lhs, rhs, model), lookup, column };
}

/** Comparing with `None` asks for NULL. */
function nullCheck(lookup: string, lhs: Rendered, rhs: RightSide, model: ExpressionModel): Rendered {
  if (lookup !== 'exact' && lookup !== 'iexact') throw new NotRendered(`${lookup} is given None`);
  const place = rhs.kind === 'expression' ? undefined : rhs.value.place;
  if (place === undefined) throw new NotRendered(`${lookup} is given None`);
  return looked('isnull', lhs, { kind: 'constant', value: { kind: 'bool', value: true, place } }, model);
}
