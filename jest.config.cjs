/** One project per package: sources are compiled by swc, types are checked by `tsc -b`. */
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
  ],
};
const moduleNameMapper = {
  '^@canonical-schema/(schema|sql|python|drift|database)$': `${__dirname}/packages/$1/src/index.ts`,
  '^(tree-sitter|tree-sitter-python|web-tree-sitter)$': `${__dirname}/tools/jest/$1.cjs`,
  '^canonical-schema$': `${__dirname}/packages/cli/src/index.ts`,
};
const project = (name, rootDir, testMatch) => ({
  displayName: name,
  rootDir,
  testMatch: [`<rootDir>/${testMatch}`],
  testEnvironment: `${__dirname}/tools/jest/outer-realm-environment.cjs`,
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
