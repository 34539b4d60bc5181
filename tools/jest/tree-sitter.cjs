/** Stands for the module `tree-sitter` in tests. */
module.exports = globalThis.outerRealm.treeSitter;
