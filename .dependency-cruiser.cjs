/**
 * Which package may import which, and what may touch the machine. The layers come from the `nx.tags` of each package,
 * so that a new package is held by these rules from its first file.
 */
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Which layers each layer may import, itself aside. */
const allowed = {
  schema: [],
  sql: ['schema'],
  python: ['schema', 'sql'],
  drift: ['schema'],
  database: ['schema', 'sql'],
  cli: ['schema', 'sql', 'python', 'drift', 'database'],
  nx: ['schema', 'sql', 'python', 'drift', 'database', 'cli'],
  tools: ['schema', 'sql', 'python', 'drift', 'database', 'cli', 'nx'],
};

/** The layers that meet the machine: disk, processes, the network, the console. */
const hosts = ['database', 'cli', 'nx', 'tools'];

/** Each is imported by one file of one package, so that it can be replaced there. */
const parsers = ['libpg-query', 'pgsql-deparser', 'tree-sitter', 'tree-sitter-python', 'web-tree-sitter'];

const folders = [...readdirSync(join(__dirname, 'packages')).map((name) => `packages/${name}`), 'tools'].filter(
  (folder) => existsSync(join(__dirname, folder, 'package.json')),
);
const layerOf = (folder) =>
  JSON.parse(readFileSync(join(__dirname, folder, 'package.json'), 'utf8')).nx.tags[0].replace('layer:', '');
const folderPattern = (layers) => `^(${folders.filter((folder) => layers.includes(layerOf(folder))).join('|')})/`;

const layerRules = Object.entries(allowed).map(([layer, below]) => ({
  name: `layer-${layer}`,
  comment: `${layer} may import ${below.join(', ') || 'no other package'}.`,
  severity: 'error',
  from: { path: folderPattern([layer]) },
  to: { path: '^(packages|tools)/', pathNot: folderPattern([layer, ...below]) },
}));

const parserRules = parsers.map((parser) => ({
  name: `one-importer-of-${parser}`,
  comment: `${parser} is imported by exactly one file.`,
  severity: 'error',
  from: { path: '^packages/' },
  module: { path: `node_modules/${parser}/`, numberOfDependentsMoreThan: 1 },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...parserRules,
    {
      name: 'pure-below-the-hosts',
      comment: 'Below cli and database nothing touches the disk, a process or the network: readers ask a port.',
      severity: 'error',
      from: { path: '^packages/', pathNot: folderPattern(hosts) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'Files of a cycle can only be understood together.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared-dependencies',
      comment: 'What a package imports stands in its own package.json, or its tarball does not run.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer', 'npm-optional'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(node_modules|/dist/)' },
    combinedDependencies: false,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'require', 'node', 'default'] },
  },
};
