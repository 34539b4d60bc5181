/**
 * The only file that knows tree-sitter. Two builds stand behind one small surface: the native one where its prebuilt
 * binary loads, else the WebAssembly one. Both count offsets in UTF-16 code units.
 */

/** A node of the concrete syntax tree as plain data. Punctuation that carries no meaning is left out. */
export interface SyntaxNode {
  /** The grammar's name: `call`, `identifier`; `ERROR` for text that did not parse. */
  readonly type: string;
  /** The role under the parent: `left`, `body`; null for none. */
  readonly field: string | null;
  readonly start: number;
  readonly end: number;
  readonly children: readonly SyntaxNode[];
  /** True for a token that the parser invented to go on. */
  readonly isMissing: boolean;
}

/** One parsed text. Bodies of functions are left out (a `block` without children) unless the text has an error. */
export interface SyntaxTree {
  readonly root: SyntaxNode;
  readonly hasError: boolean;
  /** The spans of the comments outside functions' bodies, in source order. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** Which build of tree-sitter parses. */
export type ParserBuild = 'native' | 'wasm';

interface Cursor {
  readonly nodeTypeId: number;
  readonly nodeType: string;
  readonly nodeIsMissing: boolean;
  readonly currentFieldId: number;
  readonly currentFieldName: string | null;
  readonly startIndex: number;
  readonly endIndex: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

interface Backend {
  readonly build: ParserBuild;
  /** Calls back with a cursor on the root, and frees the tree afterwards. */
  withTree<T>(text: string, use: (cursor: Cursor, hasError: boolean) => T): T;
}

let backend: Backend | null = null;

/** Loads a parser once per process; asking again for the same build, or for any, does nothing. */
export async function loadPythonParser(build?: ParserBuild): Promise<ParserBuild> {
  if (backend !== null && (build === undefined || backend.build === build)) return backend.build;
  if (build === 'wasm') backend = await wasmBackend();
  else if (build === 'native') backend = await nativeBackend();
  else backend = await nativeBackend().catch(wasmBackend);
  return backend.build;
}

/**
 * The syntax tree of a text. `open` also reads into the bodies of functions: `all`, or only the outermost (`first`, for
 * the text of one function). Throws where `loadPythonParser` was not awaited: that is the host's mistake.
 */
export function parsePython(text: string, open: 'none' | 'first' | 'all' = 'none'): SyntaxTree {
  if (backend === null) throw new Error('loadPythonParser() has to be awaited before Python is parsed.');
  return backend.withTree(text, (cursor, hasError) => treeOf(cursor, text, hasError, hasError ? 'all' : open));
}

async function nativeBackend(): Promise<Backend> {
  const { default: Parser } = await import('tree-sitter');
  const { default: language } = await import('tree-sitter-python');
  const parser = new Parser();
  parser.setLanguage(language as Parameters<typeof parser.setLanguage>[0]);
  return {
    build: 'native',
    withTree(text, use) {
      // Without a buffer as large as the text, inputs over 32 KB fail.
      const tree = parser.parse(text, undefined, { bufferSize: Math.max(32_768, text.length * 2 + 2) });
      return use(tree.walk(), tree.rootNode.hasError);
    },
  };
}

async function wasmBackend(): Promise<Backend> {
  const { Parser, Language } = await import('web-tree-sitter');
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-python/tree-sitter-python.wasm')));
  return {
    build: 'wasm',
    withTree(text, use) {
      const tree = parser.parse(text);
      if (tree === null) throw new Error('The WebAssembly parser gave no tree.');
      const cursor = tree.walk();
      try {
        return use(cursor, tree.rootNode.hasError);
      } finally {
        cursor.delete();
        tree.delete();
      }
    },
  };
}

const DROPPED = new Set(['(', ')', '[', ']', '{', '}', ',', '.', ';', '@', '=', '->', 'def', 'class', '\n']);
const LEAVES = new Set([...DROPPED, 'identifier', 'integer', 'float', 'true', 'false', 'none', 'comment', ':']);

/** Nodes whose children have no roles: these need not be asked for. */
const WITHOUT_ROLES = new Set([
  ...['module', 'expression_statement', 'argument_list', 'list', 'tuple', 'set', 'dictionary', 'expression_list'],
  ...['parenthesized_expression', 'concatenated_string', 'decorator'],
]);

/** What a numeric node type of the grammar means to the walk; filled as types are met. */
interface TypeFacts {
  readonly name: string;
  readonly isDropped: boolean;
  readonly isLeaf: boolean;
  readonly hasRoles: boolean;
}
const typeFacts: (TypeFacts | undefined)[] = [];
const fieldNames: (string | null | undefined)[] = [null];

function factsOf(cursor: Cursor): TypeFacts {
  const id = cursor.nodeTypeId;
  const known = typeFacts[id];
  if (known !== undefined) return known;
  const name = cursor.nodeType;
  const facts = { name, isDropped: DROPPED.has(name), isLeaf: LEAVES.has(name), hasRoles: !WITHOUT_ROLES.has(name) };
  typeFacts[id] = facts;
  return facts;
}

function fieldOf(cursor: Cursor): string | null {
  const id = cursor.currentFieldId;
  const known = fieldNames[id];
  if (known !== undefined) return known;
  const name = cursor.currentFieldName;
  fieldNames[id] = name;
  return name;
}

/** A node whose children are being gathered, with what its type means. */
interface Building {
  readonly node: SyntaxNode;
  readonly children: SyntaxNode[];
  readonly facts: TypeFacts;
}

const childless: readonly SyntaxNode[] = [];

/** Walks with the cursor and no recursion, so that no nesting overflows the stack. */
function treeOf(cursor: Cursor, text: string, hasError: boolean, open: 'none' | 'first' | 'all'): SyntaxTree {
  const comments: { start: number; end: number }[] = [];
  const building = (facts: TypeFacts, field: string | null): Building => {
    const children: SyntaxNode[] = [];
    return { node: nodeHere(facts, field, children), children, facts };
  };
  const nodeHere = (facts: TypeFacts, field: string | null, children: readonly SyntaxNode[]): SyntaxNode => ({
    type: facts.name,
    field,
    start: cursor.startIndex,
    end: cursor.endIndex,
    children,
    isMissing: hasError && cursor.nodeIsMissing,
  });
  const root = building(factsOf(cursor), null);
  const path: Building[] = [root];
  let functionsOpened = 0;
  const descends = (type: string, parent: string): boolean => {
    if (type === 'string') return isInterpolated(text, cursor.startIndex);
    if (type !== 'block' || parent !== 'function_definition' || open === 'all') return true;
    return open === 'first' && functionsOpened++ === 0;
  };

  let parent = root;
  /** Takes the node at the cursor; true where its children come next. */
  const takes = (): boolean => {
    const facts = factsOf(cursor);
    if (facts.name === 'comment') {
      comments.push({ start: cursor.startIndex, end: cursor.endIndex });
      return false;
    }
    if (facts.isDropped && !(hasError && cursor.nodeIsMissing)) return false;
    const field = parent.facts.hasRoles ? fieldOf(cursor) : null;
    if (facts.name === 'attribute' && !hasError) {
      const dotted = dottedNames(text, field, cursor.startIndex, cursor.endIndex);
      if (dotted !== null) {
        parent.children.push(dotted);
        return false;
      }
    }
    if (facts.isLeaf || !descends(facts.name, parent.facts.name)) {
      parent.children.push(nodeHere(facts, field, childless));
      return false;
    }
    const inner = building(facts, field);
    parent.children.push(inner.node);
    if (!cursor.gotoFirstChild()) return false;
    path.push(inner);
    parent = inner;
    return true;
  };
  let isInside = cursor.gotoFirstChild();
  while (isInside) {
    if (takes() || cursor.gotoNextSibling()) continue;
    isInside = climb(cursor, path);
    parent = path[path.length - 1] ?? root;
  }
  return { root: root.node, hasError, comments };
}

/** Moves to the next sibling of the nearest ancestor that has one; false at the root. */
function climb(cursor: Cursor, path: Building[]): boolean {
  while (path.length > 1) {
    cursor.gotoParent();
    path.pop();
    if (cursor.gotoNextSibling()) return true;
  }
  return false;
}

const dottedText = /(?!(?:True|False|None)\b)[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){1,20}/y;

/**
 * The node of `models.CharField`, made from its text: most attributes are names with dots and nothing between, and each
 * step of the cursor is a call of native code. Null for what is written otherwise.
 */
function dottedNames(text: string, field: string | null, start: number, end: number): SyntaxNode | null {
  dottedText.lastIndex = start;
  if (!dottedText.test(text) || dottedText.lastIndex !== end) return null;
  return dottedNode(text, field, start, end);
}

function dottedNode(text: string, field: string | null, start: number, end: number): SyntaxNode {
  const dot = text.lastIndexOf('.', end - 1);
  if (dot < start) return nodeOf('identifier', field, start, end, childless);
  const children = [dottedNode(text, 'object', start, dot), nodeOf('identifier', 'attribute', dot + 1, end, childless)];
  return nodeOf('attribute', field, start, end, children);
}

function nodeOf(
  type: string,
  field: string | null,
  start: number,
  end: number,
  children: readonly SyntaxNode[],
): SyntaxNode {
  return { type, field, start, end, children, isMissing: false };
}

/** Does the string literal at this offset have an `f` or `t` in its prefix? Other strings are read from their text. */
function isInterpolated(text: string, start: number): boolean {
  for (let at = start; at < start + 3; at++) {
    const letter = text[at];
    if (letter === 'f' || letter === 'F' || letter === 't' || letter === 'T') return true;
    if (letter === '"' || letter === "'") return false;
  }
  return false;
}
