import type { Span } from '@canonical-schema/schema';
import type { PythonFile } from '../../../edits/python-file';
import { innerClass, membersOf } from '../../../edits/python-file';
import type { Argument, Call, ClassDefinition, Expression, StringLiteral } from '../../../syntax/ast';

/** What a string means where it stands: a field's name, or a value of one. */
type Meaning = 'field' | 'value';

/** Keyword arguments of indexes and constraints that name fields, or hold expressions over them. */
const fieldArguments: ReadonlySet<string> = new Set([
  'fields',
  'include',
  'expressions',
  'expression',
  'condition',
  'check',
]);

/** Calls whose strings are values. */
const valueCalls: ReadonlySet<string> = new Set(['Value', 'RawSQL', 'Deferrable']);

/** The spans of a field's name in an expression of a Meta, or in a generated field's: what a rename replaces. */
export function mentionsIn(
  expression: Expression,
  field: string,
  file: PythonFile,
  meaning: Meaning = 'field',
): Span[] {
  const within = (each: Expression, as: Meaning = meaning): Span[] => mentionsIn(each, field, file, as);
  switch (expression.kind) {
    case 'string':
      return meaning === 'field' ? inString(expression, field, file) : [];
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items.flatMap((item) => within(item));
    case 'call':
      return inCall(expression, field, file, meaning);
    case 'attribute':
      return within(expression.of);
    case 'unary':
      return within(expression.operand);
    case 'binary':
    case 'boolean':
      return [...within(expression.left), ...within(expression.right)];
    case 'starred':
      return within(expression.value);
    default:
      return [];
  }
}

function inCall(call: Call, field: string, file: PythonFile, meaning: Meaning): Span[] {
  const name = calledName(call);
  if (valueCalls.has(name)) return [];
  const isQuery = name === 'Q';
  const ofCallee = call.callee.kind === 'attribute' ? mentionsIn(call.callee.of, field, file, meaning) : [];
  const ofArguments = call.args.flatMap((argument): Span[] => {
    if (isQuery) return inQuery(argument, field, file);
    if (argument.form !== 'keyword') return mentionsIn(argument.value, field, file, 'field');
    return fieldArguments.has(argument.name) ? mentionsIn(argument.value, field, file, 'field') : [];
  });
  return [...ofCallee, ...ofArguments];
}

/** `Q(price__gt=F('cost'))`: the keyword is the field's name, with lookups behind it. */
function inQuery(argument: Argument, field: string, file: PythonFile): Span[] {
  const inValue = mentionsIn(argument.value, field, file, 'value');
  if (argument.form !== 'keyword' || !isPathFrom(field, argument.name)) return inValue;
  const start = keywordStart(argument, file.text);
  return start === null ? inValue : [{ start, end: start + field.length }, ...inValue];
}

/** The offset of a keyword's name before its value. */
function keywordStart({ name, value }: Argument, text: string): number | null {
  const equals = text.lastIndexOf('=', value.start - 1);
  const start = equals < 0 ? -1 : text.lastIndexOf(name, equals - 1);
  return start < 0 ? null : start;
}

function inString(literal: StringLiteral, field: string, { text }: PythonFile): Span[] {
  const [value] = literal.parts;
  if (literal.parts.length !== 1 || typeof value !== 'string') return [];
  if (!isPathFrom(field, value.replace(/^[-+]/, ''))) return [];
  const start = text.indexOf(field, literal.start);
  return start < 0 || start + field.length > literal.end ? [] : [{ start, end: start + field.length }];
}

function isPathFrom(field: string, path: string): boolean {
  return path === field || path.startsWith(`${field}__`);
}

/** The last part of a callee's name: `Index` of `models.Index`. */
export function calledName({ callee }: Call): string {
  return callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
}

/** Options of a Meta that name fields. */
export const namingOptions: ReadonlySet<string> = new Set([
  'ordering',
  'unique_together',
  'index_together',
  'indexes',
  'constraints',
  'get_latest_by',
  'order_with_respect_to',
]);

/** Classes of fields that name other fields in their arguments. */
const namingFields: ReadonlySet<string> = new Set(['CompositePrimaryKey', 'GeneratedField']);

/** Every mention of a field in the declarative parts of its class: Meta, a composite key, generated fields. */
export function mentionsInClass(owner: ClassDefinition, field: string, file: PythonFile): Span[] {
  const meta = innerClass(owner.body, 'Meta');
  const options = meta === null ? [] : membersOf(meta.body).filter(({ name }) => namingOptions.has(name));
  const fields = membersOf(owner.body).filter(
    ({ value }) => value?.kind === 'call' && namingFields.has(calledName(value)),
  );
  return [...options, ...fields].flatMap(({ value }) => (value === null ? [] : mentionsIn(value, field, file)));
}
