import type { Keyword } from './column-parts';
import type { Scribe } from './scribe';

/** Keywords in the order in which the columns near them have theirs; where these say nothing, as they come. */
export function inOrder(keywords: readonly Keyword[], { habits }: Scribe): readonly Keyword[] {
  const ordered: Keyword[] = [];
  for (const keyword of keywords) {
    const at = ordered.findIndex((placed) => habits.comesBefore(keyword.name, placed.name));
    if (at < 0) ordered.push(keyword);
    else ordered.splice(at, 0, keyword);
  }
  return ordered;
}
