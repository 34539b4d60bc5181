import { computed, NotRendered, type Rendered } from './rendered';
import { groupOf } from './type-group';

/** The SQL of `Concat`: Django pairs from the right, and takes NULL as empty. */
export function concatenated(parts: readonly Rendered[]): Rendered {
  const [first, ...rest] = parts;
  if (first === undefined) throw new NotRendered('it concatenates nothing');
  const second = rest.length > 1 ? concatenated(rest) : rest[0];
  if (second === undefined) throw new NotRendered('it concatenates one thing only');
  const sql = [first, second].map((part) => `COALESCE(${asText(part)}, '')`).join(' || ');
  return computed(`(${sql})`, 'text');
}

/** A part of a text: cast where it is something else. */
export function asText(part: Rendered): string {
  if (part.type === undefined && !part.isConstant) throw new NotRendered('it concatenates something of unknown type');
  return groupOf(part.type) === 'text' || part.type === undefined ? part.sql : `(${part.sql})::text`;
}
