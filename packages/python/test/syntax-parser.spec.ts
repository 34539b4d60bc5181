import { loadPythonParser, type ParserBuild, parsePython, type SyntaxNode } from '../src/syntax/parser';

const BUILDS: readonly ParserBuild[] = ['native', 'wasm'];

describe.each(BUILDS)('the %s build', (build) => {
  beforeAll(async () => {
    expect(await loadPythonParser(build)).toBe(build);
  });

  test('counts offsets in UTF-16 code units', () => {
    const text = 'x = "é😀ü"\ny = 1  # ž\nz = "日本"\n';
    const { root, comments } = parsePython(text);
    const pieces = root.children.map((node) => text.slice(node.start, node.end));
    expect(pieces).toEqual(['x = "é😀ü"', 'y = 1', 'z = "日本"']);
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(['# ž']);
  });

  test('parses texts over 32 KB whole', () => {
    const text = 'name = "é value"\n'.repeat(20_000);
    expect(parsePython(text).root.children).toHaveLength(20_000);
  });

  test('leaves the bodies of functions out until they are asked for', () => {
    const text = 'def f():\n    x = 1\n';
    expect(typesIn(parsePython(text).root)).not.toContain('assignment');
    expect(typesIn(parsePython(text, 'first').root)).toContain('assignment');
  });

  test('reads into functions where something does not parse', () => {
    const { root, hasError } = parsePython('def f():\n    x = = 1\n');
    expect(hasError).toBe(true);
    expect(typesIn(root)).toContain('ERROR');
  });

  test('nests as deep as the text does', () => {
    const text = `x = ${'['.repeat(5_000)}${']'.repeat(5_000)}\n`;
    expect(parsePython(text).root.end).toBe(text.length);
  });
});

function typesIn(root: SyntaxNode): readonly string[] {
  const types: string[] = [];
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    types.push(node.type);
    pending.push(...node.children);
  }
  return types;
}
