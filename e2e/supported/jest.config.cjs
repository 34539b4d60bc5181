const { projects } = require('../../tools/jest/jest.config.cjs');

/** The runs over every supported Nx, which take minutes: `npm test` has what is lean of them as spec files beside. */
module.exports = {
  testTimeout: 900_000,
  projects: [{ ...projects.at(-1), displayName: 'supported', testMatch: ['<rootDir>/supported/runs/*.ts'] }],
};
