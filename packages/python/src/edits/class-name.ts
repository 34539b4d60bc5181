/** Plurals that no rule of endings covers. */
const irregular: Readonly<Record<string, string>> = {
  addresses: 'address',
  aliases: 'alias',
  analyses: 'analysis',
  children: 'child',
  data: 'data',
  indices: 'index',
  men: 'man',
  movies: 'movie',
  news: 'news',
  people: 'person',
  series: 'series',
  species: 'species',
  women: 'woman',
};

/** The singular of an English plural, as far as its ending tells. */
export function singular(word: string): string {
  const known = irregular[word.toLowerCase()];
  if (known !== undefined) return known;
  if (/(ss|us|is|news)$/i.test(word)) return word;
  if (/ies$/i.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|zz|us)es$/i.test(word)) return word.slice(0, -2);
  return /s$/i.test(word) ? word.slice(0, -1) : word;
}

/** `option_contracts` as a class is called: `OptionContract`; as in the table where `isTaken` says so of that. */
export function classNameOf(table: string, isTaken: (name: string) => boolean): string {
  const words = table.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const last = words.pop() ?? 'Table';
  const name = pascal([...words, singular(last)]);
  if (!isTaken(name)) return name;
  const plural = pascal([...words, last]);
  for (let suffix = ''; ; suffix += '_') if (!isTaken(plural + suffix)) return plural + suffix;
}

function pascal(words: readonly string[]): string {
  const name = words.map((word) => (word[0] ?? '').toUpperCase() + word.slice(1)).join('');
  return /^\p{N}/u.test(name) ? `T${name}` : name;
}
