import type { Expression, StringPart } from './ast';
import { type Conversion, type ConvertExpression, fieldOf, opaque, spanOf, textOf } from './conversion';
import { decodedString, stringOpeningAt } from './literals';
import type { SyntaxNode } from './parser';

/** Adjacent string literals, joined. */
export function stringLiteral(
  nodes: readonly SyntaxNode[],
  whole: SyntaxNode,
  c: Conversion,
  expressionOf: ConvertExpression,
): Expression {
  const strings = nodes.filter((node) => node.type === 'string');
  if (strings.some((node) => namesCharacters(node, c))) return opaque(whole, 'names a character by \\N{…}', c);
  const parts = strings.flatMap((node) => stringParts(node, c, expressionOf));
  const isBytes = strings.some((node) => stringOpeningAt(c.text, node.start + c.base).prefix.includes('b'));
  return { kind: 'string', isBytes, parts, ...spanOf(whole, c) };
}

/** `\\N{EM DASH}`: Unicode's names are not known here. */
function namesCharacters(node: SyntaxNode, c: Conversion): boolean {
  const text = textOf(node, c);
  return text.includes('\\N{') && !/[rb]/.test(stringOpeningAt(text, 0).prefix);
}

function stringParts(node: SyntaxNode, c: Conversion, expressionOf: ConvertExpression): StringPart[] {
  const { prefix, quote } = stringOpeningAt(c.text, node.start + c.base);
  const start = node.start + c.base + prefix.length + quote.length;
  const end = Math.max(start, node.end + c.base - quote.length);
  if (!/[ft]/.test(prefix)) return [decodedString(c.text.slice(start, end), prefix)];
  const parts: StringPart[] = [];
  let at = start;
  const literal = (upTo: number) => {
    if (upTo <= at) return;
    parts.push(decodedString(c.text.slice(at, upTo).replaceAll('{{', '{').replaceAll('}}', '}'), prefix));
  };
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    literal(child.start + c.base);
    parts.push(...interpolationParts(child, c, expressionOf));
    at = child.end + c.base;
  }
  literal(end);
  return parts;
}

function interpolationParts(node: SyntaxNode, c: Conversion, expressionOf: ConvertExpression): StringPart[] {
  const expression = fieldOf(node, 'expression') ?? node.children[0];
  const conversion = node.children.find((child) => child.type === 'type_conversion');
  const format = node.children.find((child) => child.type === 'format_specifier');
  const part: StringPart = {
    expression: expressionOf(expression, c),
    conversion: conversion === undefined ? null : textOf(conversion, c).slice(1),
    format: format === undefined ? null : textOf(format, c).slice(1),
  };
  const isDebug = node.children.some((child) => child.type === '=') || /=\s*$/.test(debugTail(node, c));
  if (!isDebug || expression === undefined) return [part];
  const named = c.text.slice(node.start + c.base + 1, node.end + c.base - 1).replace(/[!:].*$/, '');
  return [named, part.conversion === null && part.format === null ? { ...part, conversion: 'r' } : part];
}

/** What follows the expression in `{x = }`. */
function debugTail(node: SyntaxNode, c: Conversion): string {
  const expression = fieldOf(node, 'expression') ?? node.children[0];
  const next = node.children.find((child) => child.type === 'type_conversion' || child.type === 'format_specifier');
  const start = expression === undefined ? node.start : expression.end;
  return c.text.slice(start + c.base, (next?.start ?? node.end - 1) + c.base);
}
