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

/** `option_contracts` as a class is called: `OptionContract`. */
export function className(table: string, isTaken: (name: string) => boolean): string {
  const words = table.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const last = words.pop() ?? 'Table';
  const name = [...words, singular(last)].map((word) => (word[0] ?? '').toUpperCase() + word.slice(1)).join('');
  const usable = /^\p{N}/u.test(name) ? `T${name}` : name;
  for (let suffix = ''; ; suffix += '_') if (!isTaken(usable + suffix)) return usable + suffix;
}

/** The singular of an English plural, as far as its ending tells. */
function singular(word: string): string {
  if (/(ss|us|is|news)$/i.test(word)) return word;
  if (/ies$/i.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|zz)es$/i.test(word)) return word.slice(0, -2);
  return /s$/i.test(word) ? word.slice(0, -1) : word;
}
