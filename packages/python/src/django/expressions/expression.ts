import type { CallValue, Value } from '../../syntax/value';
import { namedArguments, required, textArgument } from './call-arguments';
import { renderedConstant } from './constants';
import { customFunction } from './custom-function';
import { djangoName } from './django-name';
import type { ExpressionModel } from './expression-model';
import { calledFunction, specialFunctions } from './function-calls';
import { bitMethods, databaseFunctions, lookupClasses } from './functions';
import { columnOf } from './lookup-path';
import { looked, type RightSide } from './lookups';
import { preparedConstant } from './prepared';
import { type QueryLeaves, queryOf, renderedQuery } from './query';
import { bracketed, computed, condition, constant, NotRendered, notRendered, type Rendered } from './rendered';
import { groupOf } from './type-group';
import type { VendorSql } from './vendor';

/** Renders the expressions of one model. What it cannot render throws `NotRendered`. */
export class ExpressionRenderer implements QueryLeaves {
  constructor(readonly model: ExpressionModel) {}

  /** A value where Django takes an expression or a constant. */
  expression(value: Value): Rendered {
    const known = this.model.known?.(value) ?? value;
    const query = queryOf(known);
    if (query !== null) return renderedQuery(query, this);
    const fixed = renderedConstant(known, this.model.vendor);
    if (fixed !== null) return { ...fixed, sql: this.model.vendor.computed(fixed.sql, fixed.type) };
    if (known.kind === 'operation') return this.operation(known.operator, known.operands);
    if (known.kind !== 'call') return notRendered(known, 'an expression');
    return this.call(known);
  }

  /** An argument of a function: a text there is a field's name. */
  argument(value: Value): Rendered {
    return value.kind === 'str' ? columnOf(value.value, this.model) : this.expression(value);
  }

  /** An expression that is true or false. */
  condition(value: Value): Rendered {
    const rendered = compared(this.expression(value), this.model.vendor);
    if (rendered.isCondition || groupOf(rendered.type) === 'boolean') return rendered;
    if (rendered.type === undefined && !rendered.isConstant) return rendered;
    return notRendered(value, 'a condition');
  }

  /** The right side of a lookup, where a text is a constant. */
  rightSide(value: Value): RightSide {
    const known = this.model.known?.(value) ?? value;
    if (known.kind === 'list' || known.kind === 'tuple' || known.kind === 'set') {
      return { kind: 'items', items: known.items.map((item) => this.rightSide(item)), value: known };
    }
    if (known.kind === 'dict' || renderedConstant(known, this.model.vendor) !== null)
      return { kind: 'constant', value: known };
    return { kind: 'expression', rendered: this.expression(known) };
  }

  private operation(operator: string, operands: readonly Value[]): Rendered {
    const [left, right] = operands;
    if (left === undefined) throw new NotRendered('it has an operator without operands');
    if (right === undefined) return this.prefixed(operator, left);
    const symbol = arithmetic[operator];
    if (symbol === undefined) throw new NotRendered(`the operator ${operator} is not understood`);
    return combined(this.expression(left), symbol, this.expression(right), this.model.vendor);
  }

  private prefixed(operator: string, operand: Value): Rendered {
    const rendered = this.expression(operand);
    if (operator === '-') return combined(rendered, '*', constant('-1', 'integer'), this.model.vendor);
    if (operator === '~') return condition(`NOT ${rendered.isCondition ? bracketed(rendered.sql) : rendered.sql}`);
    throw new NotRendered(`the operator ${operator} is not understood`);
  }

  private call(call: CallValue): Rendered {
    if (call.callee.kind === 'attribute') {
      const rendered = this.method(call, call.callee.of, call.callee.name);
      if (rendered !== null) return rendered;
    }
    const name = djangoName(call.callee);
    if (name === null) return customFunction(call, this) ?? notRendered(call, 'an expression of Django');
    if (name === 'F') return columnOf(textArgument(namedArguments(call, ['name']), 'name') ?? '', this.model);
    if (combinations.has(name)) return this.combination(call);
    if (Object.hasOwn(lookupClasses, name)) return this.lookup(call, lookupClasses[name] ?? '');
    const special = Object.hasOwn(specialFunctions, name) ? specialFunctions[name] : undefined;
    if (special !== undefined) return special(call, this, name);
    const known = Object.hasOwn(databaseFunctions, name) ? databaseFunctions[name] : undefined;
    return known === undefined ? notRendered(call, 'understood') : calledFunction(call, name, known, this);
  }

  /** `CombinedExpression(F('a'), '+', F('b'))`: how migrations write `F('a') + F('b')`. */
  private combination(call: CallValue): Rendered {
    const found = namedArguments(call, ['lhs', 'connector', 'rhs', 'config', 'output_field']);
    const connector = textArgument(found, 'connector') ?? '';
    const symbol = connectors.has(connector) ? connector : null;
    if (symbol === null) throw new NotRendered(`the connector ${connector} is not understood`);
    return combined(
      this.expression(required(found, 'lhs')),
      symbol === '%%' ? '%' : symbol,
      this.expression(required(found, 'rhs')),
      this.model.vendor,
    );
  }

  /** `F('a').bitand(1)`; null for a callee that is no such method. */
  private method(call: CallValue, of: Value, name: string): Rendered | null {
    const symbol = Object.hasOwn(bitMethods, name) ? bitMethods[name] : undefined;
    const [other] = call.positional;
    if (symbol === undefined || other === undefined) return null;
    return combined(this.expression(of), symbol, this.expression(other), this.model.vendor);
  }

  /** `GreaterThan(F('a'), 0)`. */
  private lookup(call: CallValue, name: string): Rendered {
    const found = namedArguments(call, ['lhs', 'rhs']);
    const lhs = this.expression(required(found, 'lhs'));
    return looked(name, lhs, this.rightSide(required(found, 'rhs')), this.model);
  }

  /** A constant as the field of that type stores it. */
  prepared(value: Value, type: string | undefined): Rendered {
    if (type === undefined) return this.expression(value);
    const prepared = preparedConstant(value, type, this.model.vendor, 'value');
    return { ...prepared, sql: this.model.vendor.computed(prepared.sql, type) };
  }
}

/** A value that is true or false, where the server wants it compared to be a condition. */
function compared(value: Rendered, vendor: VendorSql): Rendered {
  if (!vendor.comparesBooleans || value.isCondition || groupOf(value.type) !== 'boolean') return value;
  return condition(`${value.sql} = ${vendor.literals.truth(true)}`);
}

/** Classes that migrations write for operators. */
const combinations: ReadonlySet<string> = new Set(['CombinedExpression', 'CombinedSearchVector']);

/** What stands between the sides of a combined expression. Source: `Combinable`, `SearchVectorCombinable`. */
const connectors: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '%%', '&', '|', '<<', '>>', '#', '||']);

const arithmetic: Readonly<Record<string, string>> = { '+': '+', '-': '-', '*': '*', '/': '/', '%': '%', '**': '^' };

/** Two operands as Django combines them for the server; a difference of moments is an interval. */
export function combined(left: Rendered, symbol: string, right: Rendered, vendor: VendorSql): Rendered {
  const own = vendor.combined(left, symbol, right);
  if (own !== null) return { ...own, sql: vendor.computed(own.sql, own.type) };
  const isDifference = symbol === '-' && left.type === right.type;
  const group = groupOf(left.type);
  const isMoment = group === 'moment' || group === 'time';
  const type = isDifference && isMoment ? 'interval' : combinedType(left.type, right.type);
  const sql = `(${left.sql} ${symbol} ${right.sql})`;
  return computed(isMixed(left.type, right.type) ? sql : vendor.computed(sql, type), type);
}

/** Django knows no field for what is computed of decimals and floats. */
function isMixed(...types: readonly (string | undefined)[]): boolean {
  const bases = types.map((type) => type?.replace(/\(.*\)/, ''));
  return bases.includes('numeric') && bases.includes('double precision');
}

/** Widest last. */
const numbers = ['smallint', 'integer', 'bigint', 'double precision', 'numeric'];

function combinedType(left: string | undefined, right: string | undefined): string | undefined {
  const a = left?.replace(/\(.*\)/, '');
  const b = right?.replace(/\(.*\)/, '');
  if (a === undefined || b === undefined) return undefined;
  if (a === b) return a === 'numeric' ? a : left;
  if (a === 'interval') return right;
  if (b === 'interval') return left;
  return numbers[Math.max(numbers.indexOf(a), numbers.indexOf(b))];
}
