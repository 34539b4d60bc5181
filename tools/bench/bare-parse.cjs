/** The floor: every file of a workspace is read and parsed, its tree thrown away. Arguments: the workspace. */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

async function parseAll(workspace) {
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = (ending) =>
    files
      .filter(({ name }) => name.endsWith(ending))
      .map(({ parentPath, path, name }) => readFileSync(join(parentPath ?? path, name), 'utf8'));
  const Parser = require('tree-sitter');
  const parser = new Parser();
  parser.setLanguage(require('tree-sitter-python'));
  for (const text of texts('.py')) parser.parse(text, undefined, { bufferSize: Math.max(32_768, text.length * 2 + 2) });
  const { loadModule, parseSync } = await import('libpg-query');
  await loadModule();
  for (const text of texts('.sql')) parseSync(text);
}

parseAll(process.argv[2]);
