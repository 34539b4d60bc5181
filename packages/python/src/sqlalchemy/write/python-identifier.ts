/** Words that name nothing in Python. */
const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Attributes that a declarative class has already. */
const taken: ReadonlySet<string> = new Set([
  'metadata',
  'registry',
  'query',
  'query_class',
  'model_fields',
  'model_config',
]);

/** The attribute for a column: its name, unless Python or the declarative base means something else by it. */
export function attributeName(column: string, isTaken: (name: string) => boolean): string {
  const word = column
    .replace(/[^\p{L}\p{N}_]/gu, '_')
    .replace(/^(?=\p{N})/u, '_')
    .replace(/^__+/, '_');
  const isFree = (name: string): boolean => !keywords.has(name) && !taken.has(name) && !isTaken(name);
  if (isFree(word)) return word;
  for (let name = `${word}_`; ; name += '_') if (isFree(name)) return name;
}
