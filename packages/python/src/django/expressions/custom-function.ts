import type { CallValue, ClassValue, Value } from '../../syntax/value';
import { djangoName } from './django-name';
import type { ExpressionRenderer } from './expression';
import { databaseFunctions } from './functions';
import { outputType } from './output-field';
import { computed, NotRendered, type Rendered } from './rendered';
import type { VendorSql } from './vendor';

/** What a subclass of `Func` says about its SQL. */
interface Written {
  readonly function: string | undefined;
  readonly template: string;
  readonly joiner: string;
  readonly type: string | undefined;
  readonly extra: ReadonlyMap<string, Value>;
}

const plain: Written = {
  function: undefined,
  template: '%(function)s(%(expressions)s)',
  joiner: ', ',
  type: undefined,
  extra: new Map(),
};

/** `Func(F('a'), function='…', template='…')`. */
export function writtenFunction(call: CallValue, renderer: ExpressionRenderer): Rendered {
  return filledTemplate(call, plain, renderer);
}

/** A call of a class of the project that descends from `Func`; null where the callee is something else. */
export function customFunction(call: CallValue, renderer: ExpressionRenderer): Rendered | null {
  if (call.callee.kind !== 'class') return null;
  const written = writtenBy(call.callee, 0, renderer.model.vendor);
  return written === null ? null : filledTemplate(call, written, renderer);
}

/** Classes further down than this are not followed. */
const longestChain = 10;

function writtenBy(ofClass: ClassValue, depth: number, vendor: VendorSql): Written | null {
  const [base] = ofClass.bases;
  if (base === undefined || depth > longestChain) return null;
  const inherited =
    base.kind === 'class' ? writtenBy(base, depth + 1, vendor) : inheritedFrom(djangoName(base), vendor);
  if (inherited === null) return null;
  for (const name of ofClass.body.bindings.keys()) {
    if (codeNames.test(name) || name === vendor.method)
      throw new NotRendered(`${ofClass.name} makes its SQL in ${name}()`);
  }
  const text = (name: string): string | undefined => {
    const value = ofClass.body.bindings.get(name)?.value;
    if (value === undefined) return undefined;
    if (value.kind !== 'str') throw new NotRendered(`${ofClass.name}.${name} is not a constant text`);
    return value.value;
  };
  return {
    ...inherited,
    function: text('function') ?? inherited.function,
    template: text('template') ?? inherited.template,
    joiner: text('arg_joiner') ?? inherited.joiner,
    type: outputType(ofClass.body.bindings.get('output_field')?.value) ?? inherited.type,
  };
}

const codeNames = /^(as_sql|__init__|resolve_expression|get_source_expressions)$/;

function inheritedFrom(name: string | null, vendor: VendorSql): Written | null {
  if (name === 'Func' || name === 'Transform') return plain;
  const known = name === null || !Object.hasOwn(databaseFunctions, name) ? undefined : databaseFunctions[name];
  if (known === undefined || name === null) return null;
  const own = Object.hasOwn(vendor.functions, name) ? vendor.functions[name] : known.function;
  return typeof own === 'string' ? { ...plain, function: own, type: known.type } : null;
}

function filledTemplate(call: CallValue, written: Written, renderer: ExpressionRenderer): Rendered {
  if (!call.complete) throw new NotRendered('it has arguments that are not known');
  const args = call.positional.map((arg) => renderer.argument(arg));
  const extra = new Map<string, string>();
  for (const [name, value] of call.keywords) {
    if (name !== 'output_field' && value.kind === 'str') extra.set(name, value.value);
    else if (name !== 'output_field') throw new NotRendered(`its ${name} is not a constant text`);
  }
  const expressions = args.map((arg) => arg.sql).join(extra.get('arg_joiner') ?? written.joiner);
  const parts = new Map([
    ['function', written.function ?? ''],
    ...extra,
    ['expressions', expressions] as const,
    ['field', expressions] as const,
  ]);
  const type =
    outputType(call.keywords.get('output_field')) ?? written.type ?? args.find((arg) => !arg.isConstant)?.type;
  const sql = filled(extra.get('template') ?? written.template, parts);
  return computed(renderer.model.vendor.computed(sql, type), type);
}

/** Python's `%` over a mapping; Django formats the text once more for its parameters, so `%%%%` is one `%`. */
function filled(template: string, parts: ReadonlyMap<string, string>): string {
  return template.replace(/%%%%|%(?:\((\w+)\)s|%)/g, (mark, name: string | undefined) => {
    if (name === undefined) return '%';
    const part = parts.get(name);
    if (part === undefined) throw new NotRendered(`its template asks for ${mark}`);
    return part;
  });
}
