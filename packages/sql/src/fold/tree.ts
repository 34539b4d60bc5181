import type { Node, RangeVar } from '../parser/postgres';

/** The kinds of a parse tree's nodes. */
export type NodeKind = Node extends infer N ? (N extends N ? keyof N : never) : never;

/** The content of a node of one kind. */
export type NodeOf<K extends NodeKind> =
  Extract<Node, Record<K, unknown>> extends Record<K, infer Content> ? Content : never;

/** The kind of a node: its only member. */
export function kindOf(node: Node): NodeKind {
  return Object.keys(node)[0] as NodeKind;
}

/** The text of a string node; empty for any other. */
export function stringOf(node: Node | undefined): string {
  return node !== undefined && 'String' in node ? (node.String.sval ?? '') : '';
}

/** The texts of string nodes. */
export function stringsOf(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).map(stringOf);
}

/** The items of a list node, a type's names, or a single string: how the grammar gives names of objects. */
export function namesOf(node: Node | undefined): string[] {
  if (node === undefined) return [];
  if ('List' in node) return stringsOf(node.List.items);
  if ('TypeName' in node) return stringsOf(node.TypeName.names);
  if ('ObjectWithArgs' in node) return stringsOf(node.ObjectWithArgs.objname);
  return 'String' in node ? [stringOf(node)] : [];
}

/** The schema, where written, and the name at the end of a dotted name; a database before them is left out. */
export function qualified(names: readonly string[]): { readonly schema: string | undefined; readonly name: string } {
  return { schema: names.at(-2), name: names.at(-1) ?? '' };
}

/** A dotted name as the relation it names. */
export function rangeVarOf(names: readonly string[]): RangeVar {
  const { schema, name } = qualified(names);
  return schema === undefined ? { relname: name } : { relname: name, schemaname: schema };
}

/** The argument of an option such as `OWNED BY`; undefined where it is not written. */
export function optionOf(options: readonly Node[] | undefined, name: string): Node | undefined {
  for (const option of options ?? []) {
    if ('DefElem' in option && option.DefElem.defname === name) return option.DefElem.arg;
  }
  return undefined;
}

/** The members of `nodes` that are of one kind. */
export function nodesOf<K extends NodeKind>(nodes: readonly Node[] | undefined, kind: K): NodeOf<K>[] {
  return (nodes ?? []).flatMap((node) => (kind in node ? [(node as Record<K, NodeOf<K>>)[kind]] : []));
}
