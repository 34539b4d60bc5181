/** The tables that a virtual table keeps its content in, by its module: what follows its name. */
const suffixes: Readonly<Record<string, readonly string[]>> = {
  fts3: ['content', 'segments', 'segdir'],
  fts4: ['content', 'segments', 'segdir', 'docsize', 'stat'],
  fts5: ['data', 'idx', 'content', 'docsize', 'config'],
  rtree: ['node', 'parent', 'rowid'],
  rtree_i32: ['node', 'parent', 'rowid'],
  geopoly: ['node', 'parent', 'rowid'],
};

/** The names, in lower case, of the tables that the virtual tables among these statements made for themselves. */
export function shadowTables(virtual: readonly { readonly name: string; readonly sql: string }[]): ReadonlySet<string> {
  return new Set(
    virtual.flatMap(({ name, sql }) => {
      const [, module = ''] = /\bUSING\s+"?(\w+)/i.exec(sql) ?? [];
      return (suffixes[module.toLowerCase()] ?? []).map((suffix) => `${name}_${suffix}`.toLowerCase());
    }),
  );
}
