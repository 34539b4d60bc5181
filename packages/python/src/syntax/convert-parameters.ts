import type { Parameter } from './ast';
import { type Conversion, type ConvertExpression, fieldOf, lastOf, nameOf, spanOf } from './conversion';
import type { SyntaxNode } from './parser';

const SPLATS: Readonly<Record<string, Parameter['form']>> = {
  list_splat_pattern: 'star',
  dictionary_splat_pattern: 'double-star',
};

/** The parameters of a function or lambda, each with the form that `*` and `/` give it. */
export function parametersOf(
  list: SyntaxNode | null,
  c: Conversion,
  expressionOf: ConvertExpression,
): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let form: Parameter['form'] = 'normal';
  for (const node of list?.children ?? []) {
    if (node.type === 'positional_separator' || node.type === '/') {
      for (const [index, before] of parameters.entries()) parameters[index] = { ...before, form: 'positional-only' };
      continue;
    }
    if (node.type === 'keyword_separator' || node.type === '*') {
      form = 'keyword-only';
      continue;
    }
    const parameter = parameterOf(node, form, c, expressionOf);
    if (parameter === null) continue;
    parameters.push(parameter);
    if (parameter.form === 'star') form = 'keyword-only';
  }
  return parameters;
}

function parameterOf(
  node: SyntaxNode,
  form: Parameter['form'],
  c: Conversion,
  expressionOf: ConvertExpression,
): Parameter | null {
  const type = fieldOf(node, 'type');
  const value = fieldOf(node, 'value');
  const annotation = type === null ? null : expressionOf(type, c);
  const byDefault = value === null ? null : expressionOf(value, c);
  const named = node.type === 'identifier' || node.type in SPLATS ? node : (fieldOf(node, 'name') ?? node.children[0]);
  if (named === undefined) return null;
  const splat = SPLATS[named.type];
  const name = nameOf(splat === undefined ? named : lastOf(named), c);
  return { form: splat ?? form, name, annotation, default: byDefault, ...spanOf(node, c) };
}
