import type { ImportedName, Statement } from './ast';
import { type Conversion, fieldOf, fieldsOf, nameOf, spanOf, textOf } from './conversion';
import type { SyntaxNode } from './parser';

/** The names that an `import` or `from … import` lists. */
export function importedNames(node: SyntaxNode, c: Conversion): readonly ImportedName[] {
  return fieldsOf(node, 'name').map((named) => {
    const alias = fieldOf(named, 'alias');
    const name = named.type === 'aliased_import' ? fieldOf(named, 'name') : named;
    return {
      name: nameOf(name, c).replace(/\s/g, ''),
      alias: alias === null ? null : textOf(alias, c),
      ...spanOf(named, c),
    };
  });
}

/** `from module import names`. */
export function importFrom(node: SyntaxNode, c: Conversion): Statement {
  const source = nameOf(fieldOf(node, 'module_name'), c).replace(/\s/g, '');
  const level = /^\.*/.exec(source)?.[0].length ?? 0;
  const isStar = node.children.some((child) => child.type === 'wildcard_import');
  const names = isStar ? null : importedNames(node, c);
  return { kind: 'import-from', level, module: source.slice(level), names, ...spanOf(node, c) };
}
