import { canonicalFirst } from './canonical-first';
import type { Lint } from './lint';
import { notIdempotent } from './not-idempotent';
import { undocumentedChange } from './undocumented-change';
import { undocumentedObject } from './undocumented-object';
import { versionLog } from './version-log';

/** Every rule that looks at the canonical file itself. Its code is its file's name and its page's. */
export const lints: readonly Lint[] = [
  notIdempotent,
  undocumentedObject,
  versionLog,
  undocumentedChange,
  canonicalFirst,
];
