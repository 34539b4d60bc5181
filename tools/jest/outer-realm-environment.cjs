const { TestEnvironment } = require('jest-environment-node');

/**
 * Node's environment with the native parser from the outer realm on `global`. Loaded a second time in a process, as
 * jest would for each test file, the binary answers without its prototypes.
 */
module.exports = class OuterRealmEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.outerRealm = {
      treeSitter: require('tree-sitter'),
      python: require('tree-sitter-python'),
      webTreeSitter: require('web-tree-sitter'),
    };
  }
};
