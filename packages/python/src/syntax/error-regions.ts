import type { SyntaxNode } from './parser';

/** The regions of a tree that did not parse, offsets as in the parsed text. */
export function errorRegions(root: SyntaxNode): { start: number; end: number }[] {
  const regions: { start: number; end: number }[] = [];
  const pending: SyntaxNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'ERROR' || node.isMissing) regions.push({ start: node.start, end: node.end });
    else pending.push(...node.children.filter((child) => !isMoreCaught(child, node)).reverse());
  }
  return regions;
}

/** `except A, B, C:` of Python 3.14: the grammar takes two of them for known and the others for errors. */
function isMoreCaught(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (node.type !== 'ERROR' || parent.type !== 'except_clause') return false;
  return node.children.every((child) => child.type === 'identifier' || child.type === 'attribute');
}

/** Did a part of the node not parse? */
export function holdsError(node: SyntaxNode): boolean {
  return node.type === 'ERROR' || node.isMissing || node.children.some(holdsError);
}
