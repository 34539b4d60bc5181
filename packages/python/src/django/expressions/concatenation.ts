import { computed, NotRendered, type Rendered } from './rendered';
import type { VendorSql } from './vendor';

/** The SQL of `Concat`: Django pairs from the right, and takes NULL as empty. */
export function concatenated(parts: readonly Rendered[], vendor: VendorSql): Rendered {
  const [first, ...rest] = parts;
  if (first === undefined) throw new NotRendered('it concatenates nothing');
  const second = rest.length > 1 ? concatenated(rest, vendor) : rest[0];
  if (second === undefined) throw new NotRendered('it concatenates one thing only');
  return computed(vendor.concatenated(first, second), 'text');
}
