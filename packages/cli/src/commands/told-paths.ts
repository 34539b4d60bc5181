/** JSON with the path of every place in it told by another base. */
export function withPaths(json: unknown, pathOf: (path: string) => string): unknown {
  if (Array.isArray(json)) return json.map((item) => withPaths(item, pathOf));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, member]) => [
      name,
      name === 'place' && isPlace(member) ? { ...member, path: pathOf(member.path) } : withPaths(member, pathOf),
    ]),
  );
}

function isPlace(value: unknown): value is { readonly path: string } {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}
