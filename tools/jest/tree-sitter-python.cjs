/** Stands for the module `tree-sitter-python` in tests. */
module.exports = globalThis.outerRealm.python;
