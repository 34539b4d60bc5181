/** One project per package: sources are compiled by swc, types are checked by `tsc -b`. */
const { join } = require('node:path');

const root = join(__dirname, '../..');

const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
  ],
};
const moduleNameMapper = {
  '^@canonical-schema/(schema|sql|python|drift|database)$': `${root}/packages/$1/src/index.ts`,
  '^@canonical-schema/(sql|python)/write$': `${root}/packages/$1/src/write.ts`,
  '^(tree-sitter|tree-sitter-python|web-tree-sitter)$': `${root}/tools/jest/$1.cjs`,
  // Node wants the extension where a file is loaded only when it is needed.
  '^(\\.{1,2}/.+)\\.js$': '$1',
  '^canonical-schema$': `${root}/packages/cli/src/index.ts`,
};
const project = (name, rootDir, testMatch) => ({
  displayName: name,
  rootDir: join(root, rootDir),
  testMatch: [`<rootDir>/${testMatch}`],
  testEnvironment: `${root}/tools/jest/outer-realm-environment.cjs`,
  transform,
  moduleNameMapper,
});
module.exports = {
  testTimeout: 120_000,
  projects: [
    ...['schema', 'sql', 'python', 'drift', 'database', 'cli', 'nx'].map((name) =>
      project(name, `packages/${name}`, 'test/**/*.spec.ts'),
    ),
    project('e2e', 'e2e', '**/*.spec.ts'),
  ],
};
