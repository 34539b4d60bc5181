import type { Expression } from './ast';
import type { SyntaxNode } from './parser';

/** What converting one parsed text needs to know. */
export interface Conversion {
  /** The whole file. */
  readonly text: string;
  /** The offset in the file at which the parsed text starts. */
  readonly base: number;
  /** Regions that did not parse are added here. */
  readonly errors: { start: number; end: number }[];
  /** False where the whole text parsed. */
  readonly hasError: boolean;
  depth: number;
}

/** Converts a node that stands for an expression. Handed in where expressions hold what holds expressions. */
export type ConvertExpression = (node: SyntaxNode | null | undefined, c: Conversion) => Expression;

/** The source text of a node. */
export function textOf(node: SyntaxNode, c: Conversion): string {
  return c.text.slice(node.start + c.base, node.end + c.base);
}

/** The child in a role, or null. */
export function fieldOf(node: SyntaxNode, field: string): SyntaxNode | null {
  for (const child of node.children) if (child.field === field) return child;
  return null;
}

/** All children in a role. */
export function fieldsOf(node: SyntaxNode, field: string): SyntaxNode[] {
  return node.children.filter((child) => child.field === field);
}

/** The span of a node in the file. */
export function spanOf(node: SyntaxNode, c: Conversion): { start: number; end: number } {
  return { start: node.start + c.base, end: node.end + c.base };
}

/** The text of an identifier node; empty where the parser found none. */
export function nameOf(node: SyntaxNode | null | undefined, c: Conversion): string {
  return node === null || node === undefined ? '' : textOf(node, c);
}

/** A node's last child. */
export function lastOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.children[node.children.length - 1];
}

/** An expression of which nothing is known, and why. */
export function opaque(node: SyntaxNode, why: string, c: Conversion): Expression {
  return { kind: 'opaque', why, ...spanOf(node, c) };
}
