/** One project per package: sources are compiled by swc, types are checked by `tsc -b`. */
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
  ],
};
const moduleNameMapper = {
  '^@canonical-schema/(schema|sql|python|drift|database)$': '<rootDir>/../$1/src/index.ts',
  '^(tree-sitter|tree-sitter-python|web-tree-sitter)$': '<rootDir>/../../tools/jest/$1.cjs',
  '^canonical-schema$': '<rootDir>/../cli/src/index.ts',
};
const project = (name) => ({
  displayName: name,
  rootDir: `packages/${name}`,
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  testEnvironment: '<rootDir>/../../tools/jest/outer-realm-environment.cjs',
  transform,
  moduleNameMapper,
});
module.exports = {
  testTimeout: 120_000,
  projects: ['schema', 'sql', 'python', 'drift', 'database', 'cli', 'nx'].map(project),
};
