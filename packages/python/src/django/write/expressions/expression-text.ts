import type { ExpressionTerm } from '@canonical-schema/sql';
import { flatText } from '../../../edits/code';
import { pythonString } from '../../../edits/python-text';
import { extracts } from '../../expressions/functions';
import { codeOf, imported } from '../fields/python-code';
import { fieldOfType, modelsModule } from '../fields/type-fields';
import type { ExpressionHome } from './expression-home';
import { functionClass } from './function-classes';
import { literalText } from './literal-text';
import { NotExpressible } from './not-expressible';

const functionsModule = 'django.db.models.functions';

/** Conditions hold expressions and expressions hold conditions: each is handed the other. */
export interface ExpressionWriting {
  readonly home: ExpressionHome;
  condition(term: ExpressionTerm): string;
}

/** `F("price") * 2`: an expression that stands by itself. Throws `NotExpressible`. */
export function expressionText(term: ExpressionTerm, writing: ExpressionWriting): string {
  const { home } = writing;
  switch (term.kind) {
    case 'column':
      return called(modelsModule, 'F', [fieldText(term.name, home)], home);
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
      return called(modelsModule, 'Value', [literalText(term, undefined, home)], home);
    case 'call':
      return callText(term.name, term.args, writing);
    case 'operation':
      return operationText(term.operator, term.left, term.right, writing);
    case 'cast':
      return called(
        functionsModule,
        'Cast',
        [argumentText(term.of, writing), `output_field=${fieldCall(term.type, home)}`],
        home,
      );
    case 'collate':
      return called(
        functionsModule,
        'Collate',
        [argumentText(term.of, writing), pythonString(unquoted(term.collation), home.file.style)],
        home,
      );
    case 'case':
      return caseText(term, writing);
    default:
      throw new NotExpressible(`has ${describedKinds[term.kind] ?? 'a form'} that Django has no expression for`);
  }
}

const describedKinds: Readonly<Record<string, string>> = {
  array: 'an array',
  row: 'a row',
  element: 'a part of an array or composite',
  quantified: 'ANY or ALL',
  sql: 'SQL',
};

/** An argument of a function: a column goes by its name alone. */
export function argumentText(term: ExpressionTerm, writing: ExpressionWriting): string {
  return term.kind === 'column' ? fieldText(term.name, writing.home) : expressionText(term, writing);
}

/** The quoted name of the field of a column. */
export function fieldText(column: string, home: ExpressionHome): string {
  return pythonString(fieldName(column, home), home.file.style);
}

/** The name of the field of a column. */
export function fieldName(column: string, home: ExpressionHome): string {
  const name = home.fieldOf(column);
  if (name === null) throw new NotExpressible(`names the column ${column}, which no field of the model makes`);
  return name;
}

/** A call of an imported name. */
export function called(module: string, name: string, args: readonly string[], { file }: ExpressionHome): string {
  return `${file.spelling.spell(module, name, file.hidden)}(${args.join(', ')})`;
}

function fieldCall(type: string, home: ExpressionHome): string {
  const { file } = home;
  const field = fieldOfType(
    type,
    { version: { major: 5, minor: 2, from: '' }, positive: false, counts: false },
    home.backend,
  );
  if (field.kind === 'none') throw new NotExpressible(`casts to ${type}, which no field of Django's makes`);
  return flatText(codeOf({ kind: 'call', callee: imported(field.module, field.name), args: field.args }, file));
}

function callText(name: string, args: readonly ExpressionTerm[], writing: ExpressionWriting): string {
  const { home } = writing;
  if (name === 'now' && args.length === 0)
    return called('django.contrib.postgres.functions', 'TransactionNow', [], home);
  const [part, of] = args;
  if (name === 'extract' && part?.kind === 'string' && of !== undefined) return extractText(part.text, of, writing);
  const known = functionClass(name, args.length);
  if (known === null) throw new NotExpressible(`calls ${name}, which Django has no class for`);
  return called(
    known.module,
    known.name,
    args.map((each) => argumentText(each, writing)),
    home,
  );
}

function extractText(part: string, of: ExpressionTerm, writing: ExpressionWriting): string {
  const wanted = { isodow: 'iso_week_day', isoyear: 'iso_year' }[part] ?? part;
  const name = Object.keys(extracts).find((each) => extracts[each] === wanted && wanted !== 'week_day');
  if (name === undefined) throw new NotExpressible(`takes the ${part} of a moment, which Django has no class for`);
  return called(functionsModule, name, [argumentText(of, writing)], writing.home);
}

const operators: Readonly<Record<string, string>> = { '+': '+', '-': '-', '*': '*', '/': '/', '%': '%', '^': '**' };

function operationText(
  operator: string,
  left: ExpressionTerm | null,
  right: ExpressionTerm,
  writing: ExpressionWriting,
): string {
  const symbol = operators[operator];
  if (symbol === undefined || left === null)
    throw new NotExpressible(`uses the operator ${operator}, which Django's expressions do not have`);
  const sides = [left, right].map((side) => operandText(side, writing));
  return sides.join(` ${symbol} `);
}

/** Python needs no wrapper around a number beside an expression. */
function operandText(term: ExpressionTerm, writing: ExpressionWriting): string {
  if (term.kind === 'number') return literalText(term, undefined, writing.home);
  const text = expressionText(term, writing);
  return term.kind === 'operation' ? `(${text})` : text;
}

function caseText(term: Extract<ExpressionTerm, { kind: 'case' }>, writing: ExpressionWriting): string {
  if (term.subject !== null) throw new NotExpressible('has a CASE over one value');
  const { home } = writing;
  const branches = term.branches.map(({ when, result }) =>
    called(modelsModule, 'When', [writing.condition(when), `then=${expressionText(result, writing)}`], home),
  );
  const otherwise = term.otherwise === null ? [] : [`default=${expressionText(term.otherwise, writing)}`];
  return called(modelsModule, 'Case', [...branches, ...otherwise], home);
}

/** The name of a collation as Django takes it. */
export function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
