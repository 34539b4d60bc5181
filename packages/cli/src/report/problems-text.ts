import type { Finding } from '@canonical-schema/schema';
import type { VerifyOutcome } from '../host/verify-schema';

/** The lines between which a watcher writes its problems, for editors that follow it. */
export const problemsBegin = 'canonical-schema: verifying';
export const problemsEnd = 'canonical-schema: verified';

/**
 * Every error and warning on one line, as compilers write them: `path:line:column: error column-type: message`. The
 * place is where the departing side stands; `packages/cli/problem-matcher.json` reads these lines in VS Code.
 */
export function problemsText({ findings }: Pick<VerifyOutcome, 'findings'>): string {
  return findings
    .filter(({ severity }) => severity !== 'tolerated')
    .map((finding) => `${lineOf(finding)}\n`)
    .join('');
}

function lineOf({ severity, code, message, departs, places }: Finding): string {
  const { place } = places.find(({ source }) => source === departs) ?? places[0] ?? { place: null };
  const where = place === null ? '' : `${place.path}:${place.line}:${place.column}: `;
  return `${where}${severity} ${code}: ${message}`;
}
