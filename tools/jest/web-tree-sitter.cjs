/** Stands for the module `web-tree-sitter` in tests. */
module.exports = globalThis.outerRealm.webTreeSitter;
