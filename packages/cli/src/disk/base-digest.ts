import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isUnreadable } from '@canonical-schema/schema';
import { gitLine } from './git';
import { type BaseRequest, baseCommit } from './git-base';
import type { Environment } from './installed-packages';

/** A canonical file and the directories of the models that should follow it. */
export interface BaseSchema {
  readonly canonical: string;
  readonly roots: readonly string[];
}

/**
 * A line that changes with everything at the base revision that linting looks at: the canonical file, the trees of the
 * models, and whether there is a base at all. The commit's own name is not in it: a base that moved elsewhere changes no
 * verdict. Also in it is which of the migrations that the file names are there.
 */
export function baseDigest(
  workspace: string,
  request: BaseRequest,
  schemas: readonly BaseSchema[],
  environment: Environment,
): string {
  const commit = baseCommit(workspace, request, environment);
  const parts = schemas.flatMap(({ canonical, roots }) => {
    const named = namedMigrations(workspace, canonical);
    if (isUnreadable(commit)) return [commit.unreadable, named];
    const paths = [canonical, ...roots.map((root) => (root === '.' ? '' : root))];
    return [...paths.map((path) => gitLine(workspace, ['rev-parse', `${commit}:./${path}`]) ?? 'absent'), named];
  });
  return `base ${createHash('sha256').update(parts.join('\n')).digest('hex')}`;
}

/** The words of lines about migrations that are paths of files: at least all that the version log can name. */
function namedMigrations(workspace: string, canonical: string): string {
  const path = join(workspace, canonical);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = text
    .split('\n')
    .filter((line) => /^[\s\-/*•+\d.)]*migrations?\s*:/i.test(line) || /^\s*--\s{3,}/.test(line));
  const words = lines.flatMap((line) => line.split(/[\s,;`'"()]+/)).map((word) => word.replace(/\.$/, ''));
  const places = (word: string) => [join(workspace, word), join(workspace, dirname(canonical), word)];
  return [...new Set(words)]
    .filter((word) => word !== '' && places(word).some((place) => existsSync(place)))
    .join('\n');
}
