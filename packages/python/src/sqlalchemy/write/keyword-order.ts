import type { Keyword } from './render-column';
import type { Scribe } from './scribe';

/** Keywords in the order in which the columns near them have theirs; where these say nothing, as they come. */
export function inOrder(keywords: readonly Keyword[], { habits }: Scribe): readonly Keyword[] {
  const wins = new Map<string, number>();
  for (const { call } of habits.columns) {
    const names = (call?.args ?? []).flatMap(({ form, name }) => (form === 'keyword' ? [name] : []));
    for (const [at, first] of names.entries())
      for (const second of names.slice(at + 1)) {
        wins.set(`${first} ${second}`, (wins.get(`${first} ${second}`) ?? 0) + 1);
      }
  }
  const comesBefore = (a: Keyword, b: Keyword): boolean =>
    (wins.get(`${a.name} ${b.name}`) ?? 0) > (wins.get(`${b.name} ${a.name}`) ?? 0);
  const ordered: Keyword[] = [];
  for (const keyword of keywords) {
    const at = ordered.findIndex((placed) => comesBefore(keyword, placed));
    if (at < 0) ordered.push(keyword);
    else ordered.splice(at, 0, keyword);
  }
  return ordered;
}
